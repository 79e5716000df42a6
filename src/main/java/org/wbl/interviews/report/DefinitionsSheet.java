package org.wbl.interviews.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What every column means, where it comes from and what can stand in it. */
final class DefinitionsSheet {

    static final String NAME = "Definitions";

    private static final List<String> TITLES =
            List.of("Sheet", "Column or word", "Meaning", "Source", "What can stand there");
    private static final List<Integer> WIDTHS = List.of(16, 24, 52, 48, 35);

    private final XSSFSheet sheet;
    private final Styles styles;
    private int next = 1;

    DefinitionsSheet(XSSFWorkbook workbook, Styles styles) {
        this.sheet = workbook.createSheet(NAME);
        this.styles = styles;
    }

    void write(Scope scope, Terms terms) {
        Layout.columns(sheet, WIDTHS);
        Layout.paper(sheet, WIDTHS);
        var headings = sheet.createRow(0);
        for (var column = 0; column < TITLES.size(); column++) {
            styles.heading(headings, column, Kind.TEXT, TITLES.get(column));
        }
        Layout.headings(sheet, headings);
        SummarySheet.MEASURES.forEach(column -> line(SummarySheet.NAME, column.title(), column.meaning(), "", ""));
        for (var table : Tables.of(scope)) {
            for (var column : table.columns()) {
                line(
                        table.name(),
                        column.title(),
                        column.meaning(),
                        "%s, %s".formatted(table.view(), column.source()),
                        allowed(column, terms));
            }
        }
        for (var kind : List.of(
                "STAGE", "OUTCOME", "ENDING", "STATUS", "MODE", "SKILL", "SCORE", "RATER", "SUBGROUP", "STEP")) {
            terms.of(kind)
                    .forEach(term ->
                            line("Words", term.words(), term.meaning(), "%s %s".formatted(kind, term.code()), ""));
        }
        Layout.table(sheet, 0, next - 1, 0, NAME, TITLES);
    }

    private static String allowed(Column column, Terms terms) {
        return switch (column.kind()) {
            case TEXT, PROSE -> "Text";
            case TERM ->
                terms.of(column.terms()).stream().map(Terms.Term::words).collect(joining(", "));
            case YES_NO -> "yes, no";
            case NUMBER -> "A number from 0 on";
            case MEAN -> "A number with a decimal";
            case HOURS -> "Hours with decimals";
            case SHARE -> "From 0% to 100%";
            case DAY, DATE -> "A day";
            case TIME -> "A time of day";
            case MONTH -> "A month";
        };
    }

    private void line(String... values) {
        var row = sheet.createRow(next++);
        for (var column = 0; column < values.length; column++) {
            styles.data(row, column, Kind.PROSE, values[column]);
        }
        Layout.height(row);
    }
}
