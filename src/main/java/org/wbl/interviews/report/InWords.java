package org.wbl.interviews.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures in plain words, for who reads nothing else: in the workbook, and in the mail that brings it. */
final class InWords {

    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private InWords() {}

    static List<String> of(
            Progress.Figures figures, Overview overview, Optional<Comments.Comment> said, ZonedDateTime at) {
        var sentences = new ArrayList<String>();
        sentences.add(about(figures, at));
        sentences.addAll(figures(figures));
        targets(overview).ifPresent(sentences::add);
        said.map(comment -> "About the report of %s was said: “%s”"
                        .formatted(
                                LONG_DATE.format(comment.day()),
                                comment.text().strip().replaceAll("\\s+", " ")))
                .ifPresent(sentences::add);
        return sentences;
    }

    private static String about(Progress.Figures figures, ZonedDateTime at) {
        var schools = figures.schoolNames();
        var about = new ArrayList<String>();
        about.add(schools.size() == 1 ? schools.get(0) : counted(schools.size(), "school", "schools"));
        about.add(figures.selection().period().words().toLowerCase(Locale.US));
        about.addAll(figures.selection().filtersInWords(figures.terms()));
        about.add("as of " + LONG_DATE.format(at));
        return String.join(", ", about) + ".";
    }

    private static List<String> figures(Progress.Figures figures) {
        var total = figures.total(Tables.SCHOOLS);
        if (total.number("requested") == 0) {
            return List.of("No interview belongs to this period yet.");
        }
        var reach = figures.total(Tables.REACH);
        var sentences = new ArrayList<String>();
        var requested = Math.round(total.number("requested"));
        var held = Math.round(total.number("held"));
        var open = Math.round(total.number("still_open"));
        sentences.add("%s asked for: %d held, %d still open, %d came to nothing."
                .formatted(
                        counted(requested, "interview was", "interviews were"), held, open, requested - open - held));
        if (total.get("completion") != null) {
            sentences.add(("Of those decided, %s were held. The student did not come %s, the employer did not come %s;"
                            + " %d cancelled, %d for another reason.")
                    .formatted(
                            Kind.SHARE.shown(total.get("completion")),
                            times(total.number("student_no_show")),
                            times(total.number("employer_no_show")),
                            Math.round(total.number("cancelled")),
                            Math.round(total.number("not_held"))));
        }
        if (held > 0) {
            sentences.add("%s of %s students had one%s."
                    .formatted(
                            Kind.NUMBER.shown(reach.get("interviewed")),
                            Kind.NUMBER.shown(reach.get("eligible")),
                            total.get("median_days") instanceof Double days
                                    ? "; half of the interviews came within %s of asking"
                                            .formatted(counted(Math.round(days), "day", "days"))
                                    : ""));
        }
        sentences.add(
                "Skills, on a scale of 1 to 4: %s from employers, %s from teachers, %s from the students themselves."
                        .formatted(
                                mean(total.get("employer_score")),
                                mean(total.get("teacher_score")),
                                mean(total.get("student_score"))));
        return sentences;
    }

    private static Optional<String> targets(Overview overview) {
        var aims = overview.lines().stream()
                .filter(line -> line.target() != null)
                .map(line -> "%s %s (now %s)"
                        .formatted(
                                line.measure().title().toLowerCase(Locale.US),
                                line.measure().kind().shown(line.target()),
                                line.now() == null
                                        ? "nothing"
                                        : line.measure().kind().shown(line.now())))
                .toList();
        return aims.isEmpty()
                ? Optional.empty()
                : Optional.of("Targets of the school year: %s.".formatted(String.join("; ", aims)));
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String times(double number) {
        var count = Math.round(number);
        return count == 1 ? "once" : counted(count, "time", "times");
    }

    private static String mean(@Nullable Object mean) {
        return mean == null ? "no rating" : Kind.MEAN.shown(mean);
    }
}
