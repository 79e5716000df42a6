package org.wbl.interviews.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** What a leader reads first: a few sentences, a table with a row per school, and one chart. */
final class SummarySheet {

    static final String NAME = "Summary";

    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private record Measure(
            String title, Kind kind, int width, String meaning, Function<Figures, @Nullable Object> value) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("School", Kind.TEXT, 31, "The school's name.", Figures::name),
            new Measure("Code", Kind.TEXT, 9, "The school's code.", Figures::school),
            new Measure(
                    "Asked for",
                    Kind.NUMBER,
                    9,
                    "Interviews asked for. The next six columns add up to it.",
                    Figures::requested),
            new Measure("Held", Kind.NUMBER, 8, "The student and the employer met.", Figures::held),
            new Measure(
                    "Student did not come",
                    Kind.NUMBER,
                    11,
                    "The employer waited for nothing.",
                    Figures::studentNoShow),
            new Measure(
                    "Employer did not come",
                    Kind.NUMBER,
                    11,
                    "The student waited for nothing.",
                    Figures::employerNoShow),
            new Measure("Cancelled", Kind.NUMBER, 11, "Called off by school, employer or student.", Figures::cancelled),
            new Measure(
                    "Not held, other reason",
                    Kind.NUMBER,
                    11,
                    "No employer, consent or approval; a student who was not ready; or a reason of the day.",
                    Figures::notHeld),
            new Measure("Still open", Kind.NUMBER, 8, "Neither held nor ended.", Figures::stillOpen),
            new Measure(
                    "Held, of those decided",
                    Kind.SHARE,
                    11,
                    "Held, divided by all that are not open any more. Empty while none is decided.",
                    Figures::completion),
            new Measure("Students", Kind.NUMBER, 10, "Different students who had an interview.", Figures::students),
            new Measure(
                    "Employers",
                    Kind.NUMBER,
                    11,
                    "Different employers who hosted. An employer known to two schools counts at both.",
                    Figures::employers),
            new Measure(
                    "Rating by employers",
                    Kind.MEAN,
                    11,
                    "Mean of all skill scores, 1 to 4, without those not observed.",
                    Figures::ratedByEmployers),
            new Measure("Rating by teachers", Kind.MEAN, 11, "The same, rated by teachers.", Figures::ratedByTeachers),
            new Measure(
                    "Rating by students",
                    Kind.MEAN,
                    11,
                    "The same, by the students about themselves.",
                    Figures::ratedByStudents),
            new Measure(
                    "Days until interview",
                    Kind.NUMBER,
                    10,
                    "Median of the days from the request to the interview held: half took less, half took more.",
                    Figures::medianDays));

    private final XSSFSheet sheet;
    private final Styles styles;

    SummarySheet(XSSFWorkbook workbook, Styles styles) {
        this.sheet = workbook.createSheet(NAME);
        this.styles = styles;
    }

    static List<Column> columns() {
        return MEASURES.stream()
                .map(measure -> new Column(measure.title(), "", measure.kind(), measure.width(), measure.meaning()))
                .toList();
    }

    void write(List<Figures> figures, int openNeeds, ZonedDateTime at) {
        Layout.columns(sheet, MEASURES.stream().map(Measure::width).toList());
        Layout.paper(sheet);
        var schools = figures.subList(0, figures.size() - 1);
        var total = figures.get(figures.size() - 1);

        styles.title(sheet.createRow(0), "Informational interviews: how far we are");
        var next = 1;
        for (var sentence : sentences(schools, total, openNeeds, at)) {
            styles.data(sheet.createRow(next++), 0, Kind.TEXT, sentence);
        }

        var headings = sheet.createRow(next + 1);
        for (var column = 0; column < MEASURES.size(); column++) {
            styles.heading(headings, column, MEASURES.get(column).title());
        }
        Layout.headings(sheet, headings);
        var rows = new CellRangeAddress(
                headings.getRowNum() + 1, headings.getRowNum() + schools.size(), 0, MEASURES.size() - 1);
        writeTable(schools, total, rows);
        if (!schools.isEmpty()) {
            sheet.setAutoFilter(new CellRangeAddress(
                    headings.getRowNum(), rows.getLastRow(), rows.getFirstColumn(), rows.getLastColumn()));
            new OutcomeChart(sheet).draw(schools, total, headings, rows);
        }
    }

    private void writeTable(List<Figures> schools, Figures total, CellRangeAddress rows) {
        for (var school = 0; school < schools.size(); school++) {
            var row = sheet.createRow(rows.getFirstRow() + school);
            for (var column = 0; column < MEASURES.size(); column++) {
                var measure = MEASURES.get(column);
                styles.data(row, column, measure.kind(), measure.value().apply(schools.get(school)));
            }
        }
        var row = sheet.createRow(rows.getLastRow() + 1);
        for (var column = 0; column < MEASURES.size(); column++) {
            var measure = MEASURES.get(column);
            styles.total(
                    row,
                    column,
                    column == 0 ? Kind.TEXT : measure.kind(),
                    column == 0 ? "All" : measure.value().apply(total));
        }
    }

    /** The table in plain words, for who reads nothing else. */
    private static List<String> sentences(List<Figures> schools, Figures total, int openNeeds, ZonedDateTime at) {
        var sentences = new ArrayList<String>();
        sentences.add("%s, as of %s."
                .formatted(
                        schools.size() == 1 ? schools.get(0).name() : counted(schools.size(), "school", "schools"),
                        LONG_DATE.format(at)));
        if (total.requested() == 0) {
            sentences.add("No interview has been asked for yet.");
            return sentences;
        }
        sentences.add("%s asked for: %d held, %d still open, %d came to nothing."
                .formatted(
                        counted(total.requested(), "interview was", "interviews were"),
                        total.held(),
                        total.stillOpen(),
                        total.decided() - total.held()));
        if (total.completion() != null) {
            sentences.add(
                    ("Of those decided, %.0f%% were held. The student did not come %s, the employer did not come %s;"
                                    + " %d cancelled, %d for another reason.")
                            .formatted(
                                    100 * total.completion(),
                                    times(total.studentNoShow()),
                                    times(total.employerNoShow()),
                                    total.cancelled(),
                                    total.notHeld()));
        }
        if (total.held() > 0) {
            sentences.add("%s met %s%s."
                    .formatted(
                            counted(total.students(), "student", "students"),
                            counted(total.employers(), "employer", "employers"),
                            total.medianDays() == null
                                    ? ""
                                    : "; half of them within %s of asking"
                                            .formatted(counted(Math.round(total.medianDays()), "day", "days"))));
        }
        sentences.add(
                "Skills, on a scale of 1 to 4: %s from employers, %s from teachers, %s from the students themselves."
                        .formatted(
                                mean(total.ratedByEmployers()),
                                mean(total.ratedByTeachers()),
                                mean(total.ratedByStudents())));
        if (openNeeds > 0) {
            sentences.add("%s told us at the last check-in what they need: see the last column of Employers."
                    .formatted(counted(openNeeds, "employer has", "employers have")));
        }
        return sentences;
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String times(int count) {
        return count == 1 ? "once" : counted(count, "time", "times");
    }

    private static String mean(@Nullable Double mean) {
        return mean == null ? "no rating" : "%.1f".formatted(mean);
    }
}
