package org.wbl.interviews.report;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.LazyContextVariable;

/**
 * The page that shows leadership and staff what the interviews came to: the figures of the workbook, with the same
 * filters.
 */
@Controller
class ProgressController {

    private static final int ROWS = 100;
    private static final int MOST_PAGES = 10_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMMM d, yyyy, h:mm a", Locale.US);

    /** What the page shows below the measures; what takes longest comes first. */
    private static final List<Table> TABLES =
            List.of(Tables.SUBGROUPS, Tables.SKILL_MEANS, Tables.STEPS, Tables.PRACTICE, Tables.MONTHS);

    private final ProgressFilters filters;
    private final Progress progress;
    private final Targets targets;
    private final ReportSettings settings;
    private final ViewResolver views;
    private final Clock clock;

    ProgressController(
            ProgressFilters filters,
            Progress progress,
            Targets targets,
            ReportSettings settings,
            @Qualifier("thymeleafViewResolver") ViewResolver views,
            Clock clock) {
        this.filters = filters;
        this.progress = progress;
        this.targets = targets;
        this.settings = settings;
        this.views = views;
        this.clock = clock;
    }

    /** Sends the measures as soon as they are counted, and then what takes longer; all of it is of the same moment. */
    @GetMapping("/progress")
    void progress(
            @RequestParam Map<String, String> chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        var selection = filters.chosen(chosen);
        hide(response);
        progress.read(selection, figures -> {
            figures.readAhead(Overview.TABLES, TABLES);
            head(figures, chosen, page);
            var overview = Overview.of(figures, targets.of(selection));
            page.addAttribute("empty", overview.isEmpty());
            page.addAttribute("moreTables", links(chosen));
            page.addAttribute(
                    "tiles",
                    overview.lines().stream()
                            .filter(line -> !overview.isEmpty() || line.saysSomething())
                            .map(line -> tile(line, selection, chosen))
                            .toList());
            page.addAttribute("shown", new LazyContextVariable<List<Shown>>() {
                @Override
                protected List<Shown> loadValue() {
                    flush(response);
                    return shown(figures, overview);
                }
            });
            return render(page, request, response);
        });
    }

    /** The rows behind a figure, or a table for which the page has no room. */
    @GetMapping("/progress/{listing}")
    String list(
            @PathVariable String listing,
            @RequestParam Map<String, String> chosen,
            HttpServletResponse response,
            Model page) {
        var selection = filters.chosen(chosen);
        var list = Listing.ALL.stream()
                .filter(known -> known.code().equals(listing))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
        if (!list.isFor(selection)) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        hide(response);
        var number = pageNumber(chosen.get("page"));
        progress.read(selection, figures -> {
            head(figures, chosen, page);
            var rows = rows(figures, list, number * ROWS);
            page.addAttribute(
                    "more", rows.size() > ROWS ? address("/progress/" + listing, chosen, "page", number + 1) : null);
            page.addAttribute("back", number > 0 ? address("/progress/" + listing, chosen, "page", number - 1) : null);
            page.addAttribute(
                    "table",
                    Shown.of(
                            list.table(),
                            list.title(),
                            rows.stream().limit(ROWS).toList(),
                            null));
            return true;
        });
        return "progress-list";
    }

    /** Returns the rows that come after so many, and one more; small numbers are found in all rows together. */
    private static List<List<@Nullable Object>> rows(Progress.Figures figures, Listing list, int after) {
        if (list.table().smallNumbers() == null) {
            return figures.rows(list, after, ROWS + 1);
        }
        var all = new ArrayList<List<@Nullable Object>>();
        figures.each(list.table(), all::add);
        return all.stream().skip(after).limit(ROWS + 1L).toList();
    }

    private void head(Progress.Figures figures, Map<String, String> chosen, Model page) {
        var selection = figures.selection();
        var names = figures.schoolNames();
        page.addAttribute("schoolName", names.size() == 1 ? names.get(0) : null);
        page.addAttribute("period", selection.period().words());
        page.addAttribute("about", selection.about(names, figures.terms()));
        page.addAttribute(
                "at", MOMENT.format(ZonedDateTime.ofInstant(selection.scope().at(), clock.getZone())));
        page.addAttribute("named", selection.scope().named());
        page.addAttribute("smallNumber", settings.smallNumber());
        page.addAttribute("filters", filters.lists(figures, chosen));
        page.addAttribute("overviewLink", address("/progress", chosen));
    }

    private static List<Link> links(Map<String, String> chosen) {
        return Listing.MORE.stream()
                .map(list -> new Link(list.title(), address("/progress/" + list.code(), chosen)))
                .toList();
    }

    private static Tile tile(Overview.Line line, Selection selection, Map<String, String> chosen) {
        var measure = line.measure();
        var kind = measure.kind();
        var listing = measure.listing();
        return new Tile(
                measure.title(),
                measure.column().meaning(),
                line.now() == null ? "–" : kind.shown(line.now()),
                line.before() == null ? "" : kind.shown(line.before()),
                line.change() == null ? "" : change(kind, line.change()),
                line.target() == null ? "" : kind.shown(line.target()),
                listing == null || !listing.isFor(selection) ? "" : address("/progress/" + listing.code(), chosen));
    }

    /** Returns a change with its sign; that of a share in percentage points. */
    private static String change(Kind kind, double change) {
        var size = kind == Kind.SHARE ? "%.0f points".formatted(100 * Math.abs(change)) : kind.shown(Math.abs(change));
        return (change > 0 ? "+" : change < 0 ? "−" : "±") + size;
    }

    /** Renders the page while the figures can still be read. */
    private boolean render(Model page, HttpServletRequest request, HttpServletResponse response) {
        try {
            Objects.requireNonNull(views.resolveViewName("progress", request.getLocale()))
                    .render(page.asMap(), request, response);
            return true;
        } catch (Exception e) {
            throw new IllegalStateException("The page Progress cannot be shown", e);
        }
    }

    /** Sends what is rendered so far. */
    private static void flush(HttpServletResponse response) {
        try {
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the page shows below the measures, without what would be empty. */
    static List<Shown> shown(Progress.Figures figures, Overview overview) {
        return Stream.of(
                        Shown.of(
                                "How far interviews came",
                                "Each bar holds all that came so far or further.",
                                "bars",
                                Kind.NUMBER,
                                List.of("Stage", "Interviews"),
                                overview.stages().stream()
                                        .map(stage -> Overview.values(stage.words(), stage.interviews()))
                                        .toList()),
                        Shown.of(
                                Tables.MONTHS,
                                figures,
                                "columns",
                                "held",
                                "student_no_show",
                                "employer_no_show",
                                "cancelled",
                                "not_held",
                                "still_open"),
                        Shown.of(
                                "Who is reached, by school",
                                "Students with and without an interview, at the schools with the most students.",
                                "bars",
                                Kind.NUMBER,
                                List.of("School", "Interviewed", "Not yet"),
                                overview.reach().stream()
                                        .map(school ->
                                                Overview.values(school.school(), school.interviewed(), school.zero()))
                                        .toList()),
                        amounts(
                                "How many interviews students had",
                                "Students by the number of interviews held.",
                                "Students",
                                overview.encounters()),
                        Shown.of(
                                "Who is left out",
                                "Share of the students of each group who had an interview, all chosen schools together.",
                                "bars",
                                Kind.SHARE,
                                List.of("Group", "Reach"),
                                figures.rows(Tables.SUBGROUPS).stream()
                                        .filter(row -> row.get("school") == null)
                                        .map(row -> Overview.values(groupOf(row, figures.terms()), row.get("reach")))
                                        .toList()),
                        Shown.of(
                                "Skills",
                                "Mean scores from 1 to 4, by who rated.",
                                "dots",
                                Kind.MEAN,
                                List.of("Skill", "Employers", "Teachers", "Students"),
                                Overview.skills(figures)),
                        Shown.of(Tables.PRACTICE, figures, "lines", "employer_score", "teacher_score", "student_score"),
                        Shown.of(Tables.STEPS, figures, "bars", "median_days"),
                        amounts(
                                "On which employers one can count",
                                "Employers of the chosen schools; the table Employer base says what each kind is.",
                                "Employers",
                                overview.employers()),
                        Shown.of(Tables.REACH, figures, null),
                        groups(figures),
                        Shown.of(Tables.EMPLOYER_BASE, figures, null))
                .filter(Shown::saysSomething)
                .toList();
    }

    /**
     * Shows the subgroups of each school; of many schools only those of all together, for the workbook has the others.
     */
    private static Shown groups(Progress.Figures figures) {
        var rows = new ArrayList<List<@Nullable Object>>();
        figures.each(Tables.SUBGROUPS, rows::add);
        if (figures.schoolNames().size() > Overview.MOST_BARS) {
            rows.removeIf(row -> row.get(0) != null);
        }
        return Shown.of(Tables.SUBGROUPS, Tables.SUBGROUPS.name(), rows, null);
    }

    private static Shown amounts(String title, String about, String counted, List<Overview.Amount> amounts) {
        return Shown.of(
                title,
                about,
                "bars",
                Kind.NUMBER,
                List.of("What", counted),
                amounts.stream()
                        .map(amount -> Overview.values(amount.words(), amount.number()))
                        .toList());
    }

    private static String groupOf(FigureRow row, Terms terms) {
        var group = terms.words("SUBGROUP", String.valueOf(row.get("subgroup")));
        return "UNKNOWN".equals(row.get("subgroup"))
                ? "%s: %s".formatted(terms.words("DIVISION", String.valueOf(row.get("division"))), group)
                : group;
    }

    private static int pageNumber(@Nullable String given) {
        if (given == null) {
            return 0;
        }
        if (!given.matches("\\d{1,5}") || Integer.parseInt(given) > MOST_PAGES) {
            throw new BadFilter("There is no such page of the list.");
        }
        return Integer.parseInt(given);
    }

    /** Returns an address with what is chosen in the one that was asked for, and nothing else of it. */
    private static String address(String path, Map<String, String> chosen) {
        var address = UriComponentsBuilder.fromPath(path);
        ProgressFilters.NAMES.stream()
                .filter(name -> !chosen.getOrDefault(name, "").isBlank())
                .forEach(name -> address.queryParam(name, "{%s}".formatted(name)));
        return address.encode().buildAndExpand(chosen).toUriString();
    }

    private static String address(String path, Map<String, String> chosen, String name, int value) {
        return UriComponentsBuilder.fromUriString(address(path, chosen))
                .queryParam(name, value)
                .build(true)
                .toUriString();
    }

    private static void hide(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    /**
     * A measure on the page; what is not known is empty.
     *
     * @param link to the rows behind it
     */
    record Tile(String title, String meaning, String now, String before, String change, String target, String link) {}

    record Link(String words, String address) {}
}
