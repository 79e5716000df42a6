package org.wbl.interviews.report;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** What a leader reads first: a few sentences, the measures, and four charts with what they show. */
final class SummarySheet {

    static final String NAME = "Summary";

    static final List<Column> MEASURES = List.of(
            new Column("Measure", "", Kind.TEXT, 30, "What is counted; defined with the column of the same name."),
            new Column("This period", "", Kind.NUMBER, 13, "The figure of the chosen period."),
            new Column("Period before", "", Kind.NUMBER, 14, "The same part of the school year before."),
            new Column("Change", "", Kind.NUMBER, 14, "This period less the one before; shares in percentage points."),
            new Column("Target", "", Kind.NUMBER, 12, "What leadership set for the school year."),
            new Column(
                    "To the target",
                    "",
                    Kind.NUMBER,
                    14,
                    "What is missing to it; less than nothing when it is exceeded. Shares in percentage points."));

    /** Of the measures, and one more for the charts. */
    private static final List<Integer> WIDTHS = Stream.concat(
                    MEASURES.stream().map(Column::width),
                    Stream.of(MEASURES.get(0).width()))
            .toList();

    /** Two charts beside each other, two rows of them. */
    private static final int CHART_ROWS = 18;

    private static final int LEFT = 0;
    private static final int MIDDLE = 3;
    private static final int RIGHT = 7;

    private final XSSFSheet sheet;
    private final Styles styles;

    SummarySheet(XSSFWorkbook workbook, Styles styles) {
        this.sheet = workbook.createSheet(NAME);
        this.styles = styles;
    }

    /**
     * Writes the sheet.
     *
     * @param sentences the figures in words
     * @param months the sheet of {@link Tables#MONTHS}
     */
    void write(Overview overview, List<List<@Nullable Object>> skillMeans, List<String> sentences, XSSFSheet months) {
        Layout.columns(sheet, WIDTHS);
        Layout.paper(sheet, WIDTHS);
        styles.title(sheet.createRow(0), "Informational interviews: how far we are");
        var next = 1;
        for (var sentence : sentences) {
            sentence(next++, sentence);
        }
        next = measures(overview, next + 1);
        var charts = next + 1;
        next = charts + 2 * CHART_ROWS + 1;
        sheet.setRowBreak(charts - 1);
        sheet.setRowBreak(next - 1);

        var stages = table(
                next,
                "Funnel",
                List.of("Stage", "Interviews"),
                overview.stages().stream()
                        .<List<@Nullable Object>>map(stage -> Overview.values(stage.words(), stage.interviews()))
                        .toList(),
                Kind.NUMBER);
        next = stages.getLastRow() + 2;
        var reach = table(
                next,
                "Reach_at_a_glance",
                List.of("School", "Interviewed", "Not yet"),
                overview.reach().stream()
                        .<List<@Nullable Object>>map(
                                school -> Overview.values(school.school(), school.interviewed(), school.zero()))
                        .toList(),
                Kind.NUMBER);
        next = reach.getLastRow() + 2;
        var skills = table(
                next,
                "Skills_at_a_glance",
                List.of("Skill", "Employers", "Teachers", "Students"),
                skillMeans,
                Kind.MEAN);

        var lower = charts + CHART_ROWS;
        var drawn = new Charts(sheet);
        drawn.funnel(stages, new CellRangeAddress(charts, lower - 1, LEFT, MIDDLE));
        drawn.endings(months, new CellRangeAddress(charts, lower - 1, MIDDLE, RIGHT));
        drawn.reach(reach, new CellRangeAddress(lower, lower + CHART_ROWS - 1, LEFT, MIDDLE));
        drawn.skills(skills, new CellRangeAddress(lower, lower + CHART_ROWS - 1, MIDDLE, RIGHT));
    }

    /** Over all columns: a cell of one would be many lines high. */
    private void sentence(int number, String sentence) {
        var row = sheet.createRow(number);
        styles.data(row, 0, Kind.PROSE, sentence);
        sheet.addMergedRegion(new CellRangeAddress(number, number, 0, WIDTHS.size() - 1));
        Layout.height(
                row,
                Layout.lines(
                        sentence, WIDTHS.stream().mapToInt(Integer::intValue).sum()));
    }

    private int measures(Overview overview, int first) {
        var headings = sheet.createRow(first);
        for (var column = 0; column < MEASURES.size(); column++) {
            styles.heading(
                    headings,
                    column,
                    MEASURES.get(column).kind(),
                    MEASURES.get(column).title());
        }
        Layout.headingHeight(headings);
        var next = first + 1;
        for (var line : overview.lines()) {
            var row = sheet.createRow(next++);
            var kind = line.measure().kind();
            styles.data(row, 0, Kind.TEXT, line.measure().title());
            styles.data(row, 1, kind, line.now());
            styles.data(row, 2, kind, line.before());
            styles.difference(row, 3, kind, line.change());
            styles.data(row, 4, kind, line.target());
            styles.difference(row, 5, kind, line.missing());
        }
        Layout.table(
                sheet,
                first,
                next - 1,
                0,
                "Measures",
                MEASURES.stream().map(Column::title).toList());
        return next;
    }

    private CellRangeAddress table(
            int first, String name, List<String> titles, List<List<@Nullable Object>> rows, Kind kind) {
        var headings = sheet.createRow(first);
        for (var column = 0; column < titles.size(); column++) {
            styles.heading(headings, column, column == 0 ? Kind.TEXT : kind, titles.get(column));
        }
        Layout.headingHeight(headings);
        var next = first + 1;
        for (var values : rows) {
            var row = sheet.createRow(next++);
            for (var column = 0; column < values.size(); column++) {
                styles.data(row, column, column == 0 ? Kind.TEXT : kind, values.get(column));
            }
        }
        var last = Math.max(first + 1, next - 1);
        Layout.table(sheet, first, last, 0, name, titles);
        return new CellRangeAddress(first, last, 0, titles.size() - 1);
    }
}
