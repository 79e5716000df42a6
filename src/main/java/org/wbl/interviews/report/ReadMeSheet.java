package org.wbl.interviews.report;

import java.time.ZonedDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Says what the report is about, how it counts, and what is missing. */
final class ReadMeSheet {

    static final String NAME = "Read me";

    private static final List<Integer> WIDTHS = List.of(26, 34, 100);
    private static final int MOST_NAMED_SCHOOLS = 20;

    private final XSSFSheet sheet;
    private final Styles styles;
    private int next;

    ReadMeSheet(XSSFWorkbook workbook, Styles styles) {
        this.sheet = workbook.createSheet(NAME);
        this.styles = styles;
    }

    void write(Progress.Figures figures, ZonedDateTime at, int smallNumber) {
        var scope = figures.selection().scope();
        Layout.columns(sheet, WIDTHS);
        Layout.paper(sheet, WIDTHS);
        styles.title(row(), "Informational interviews: progress");
        label("Written on", Kind.DATE, at.toLocalDate());
        label("Written at", Kind.TIME, at.toLocalTime());
        label("Time zone", Kind.TEXT, at.getZone().getId());
        label("Written for", Kind.TEXT, scope.writtenFor());
        filters(figures);
        rules(scope, smallNumber);
        heading("Sheets", "", "What a row is");
        line(SummarySheet.NAME, "", "One row per measure, with the period before and the target; and four charts.");
        Tables.of(scope).forEach(table -> line(table.name(), "", table.about()));
        line(DefinitionsSheet.NAME, "", "One row per column of every sheet, and one per word that stands for a code.");
        heading("Gaps in the data", "Interviews", "What is missing");
        for (var gap : figures.gaps()) {
            var row = row();
            styles.data(row, 1, Kind.NUMBER, (double) gap.interviews());
            styles.data(row, 2, Kind.PROSE, gap.words());
        }
    }

    private void filters(Progress.Figures figures) {
        var selection = figures.selection();
        heading("What it is about", "", "");
        var schools = figures.schoolNames();
        label("Schools", Kind.TEXT, selection.scope().everySchool() ? "Every school" : String.valueOf(schools.size()));
        if (schools.size() <= MOST_NAMED_SCHOOLS) {
            schools.forEach(school -> line("", school, ""));
        }
        line(
                "Period",
                selection.period().words(),
                "An interview belongs to the day on which it takes place; while none is agreed, to that of the request.");
        var filters = selection.filtersInWords(figures.terms());
        line("Other filters", filters.isEmpty() ? "None" : String.join("\n", filters), "");
    }

    private void rules(Scope scope, int smallNumber) {
        heading("How it counts", "", "");
        line("Corrections", "Latest counts", "When an answer was corrected, only the latest one is shown and counted.");
        line(
                "Hours",
                "Logged, eligible, counted",
                "Logged: all supervised minutes. Eligible: what the district's rule admits at all. Counted: what of it counts towards the target.");
        if (scope.named()) {
            line("Students", "With names", "For the school's own staff alone: it must not leave the school.");
        } else {
            line(
                    "Small numbers",
                    "Shown as " + FigureRow.WITHHELD,
                    ("Counts of students from 1 to %d are not shown, nor are other counts from which they could be worked out,"
                                    + " nor means over so few. Zero is shown, and so are counts of interviews.")
                            .formatted(smallNumber - 1));
            line(
                    "Students",
                    "No names",
                    "No sheet names a student; names in what people wrote are replaced by \"(student)\".");
        }
    }

    private void heading(String first, String second, String third) {
        next++;
        var row = row();
        styles.heading(row, 0, Kind.TEXT, first);
        styles.heading(row, 1, Kind.TEXT, second);
        styles.heading(row, 2, Kind.TEXT, third);
    }

    private void label(String label, Kind kind, Object value) {
        var row = row();
        styles.strong(row, 0, label);
        styles.data(row, 1, kind, value);
    }

    private void line(String first, String second, String third) {
        var row = row();
        styles.data(row, 0, Kind.TEXT, first);
        styles.data(row, 1, Kind.PROSE, second);
        styles.data(row, 2, Kind.PROSE, third);
        Layout.height(row);
    }

    private Row row() {
        return sheet.createRow(next++);
    }
}
