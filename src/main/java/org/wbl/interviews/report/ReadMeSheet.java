package org.wbl.interviews.report;

import java.time.ZonedDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Says what the workbook is, what every column and word in it means, and what is missing. */
final class ReadMeSheet {

    static final String NAME = "Read me";

    private static final List<Integer> WIDTHS = List.of(26, 28, 100);
    private static final int MOST_NAMED_SCHOOLS = 20;

    /** How many interviews lack something that figures rest on. */
    record Gap(String words, int interviews) {}

    private final XSSFSheet sheet;
    private final Styles styles;
    private int next;

    ReadMeSheet(XSSFWorkbook workbook, Styles styles) {
        this.sheet = workbook.createSheet(NAME);
        this.styles = styles;
    }

    void write(Scope scope, ZonedDateTime at, List<Figures> schools, Terms terms, List<Gap> gaps) {
        Layout.columns(sheet, WIDTHS);
        Layout.paper(sheet);
        styles.title(row(), "Informational interviews: progress");
        writeOrigin(scope, at, schools);
        writeSheets();
        writeColumns();
        writeTerms("Skills", "Code", "SKILL", terms);
        writeTerms("Scores", "Score", "SCORE", terms);
        writeTerms("Raters", "Code", "RATER", terms);
        writeTerms("Outcomes", "Code", "OUTCOME", terms);
        writeTerms("Endings", "Code", "ENDING", terms);
        writeTerms("Status of a case", "Code", "STATUS", terms);
        writeGaps(gaps);
    }

    private void writeOrigin(Scope scope, ZonedDateTime at, List<Figures> schools) {
        label("Written on", Kind.DATE, at.toLocalDate());
        label("Written at", Kind.TIME, Kind.timeOfDay(at.toLocalTime()));
        label("Time zone", Kind.TEXT, at.getZone().getId());
        label("Written for", Kind.TEXT, scope.writtenFor());
        label("Schools", Kind.TEXT, scope.everySchool() ? "Every school" : "%d of all".formatted(schools.size()));
        if (schools.size() <= MOST_NAMED_SCHOOLS) {
            schools.forEach(school -> line("", String.valueOf(school.school()), String.valueOf(school.name())));
        }
        label("Filter", Kind.TEXT, "None: every interview of these schools, whenever it was asked for");
        line(
                "Students",
                "No names",
                "No sheet names a student, and names in what people wrote are replaced by \"(student)\". A row can"
                        + " still tell an insider who it is about: pass this workbook on only to people who may know.");
        line("Corrections", "Latest counts", "When an answer was corrected, only the latest one is shown and counted.");
    }

    private void writeSheets() {
        heading("Sheets", "", "What a row is");
        line(SummarySheet.NAME, "", "One row per school, and one for all of them; with a chart.");
        Table.ALL.forEach(table -> line(table.name(), "", table.about()));
    }

    private void writeColumns() {
        heading("Columns", "Column", "Meaning");
        SummarySheet.columns().forEach(column -> line(SummarySheet.NAME, column.title(), column.meaning()));
        for (var table : Table.ALL) {
            table.columns().forEach(column -> line(table.name(), column.title(), column.meaning()));
        }
    }

    private void writeTerms(String title, String second, String kind, Terms terms) {
        heading(title, second, "Meaning");
        terms.of(kind).forEach(term -> line(term.words(), term.code(), term.meaning()));
    }

    private void writeGaps(List<Gap> gaps) {
        heading("Gaps in the data", "Interviews", "What is missing");
        for (var gap : gaps) {
            var row = row();
            styles.data(row, 1, Kind.NUMBER, gap.interviews());
            styles.data(row, 2, Kind.PROSE, gap.words());
        }
        if (gaps.isEmpty()) {
            line("", "", "No interview has been held yet.");
        }
    }

    private void heading(String first, String second, String third) {
        next++;
        var row = row();
        styles.heading(row, 0, first);
        styles.heading(row, 1, second);
        styles.heading(row, 2, third);
    }

    private void label(String label, Kind kind, Object value) {
        var row = row();
        styles.strong(row, 0, label);
        styles.data(row, 1, kind, value);
    }

    private void line(String first, String second, String third) {
        var row = row();
        styles.data(row, 0, Kind.TEXT, first);
        styles.data(row, 1, Kind.TEXT, second);
        styles.data(row, 2, Kind.PROSE, third);
    }

    private Row row() {
        return sheet.createRow(next++);
    }
}
