package org.wbl.interviews.report;

import static java.util.stream.Collectors.joining;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The native charts of the summary; each with its figures in words for who can't see it. */
final class Charts {

    /** Held stands out, what went wrong is warm, what nobody is to blame for is grey; told apart without colour too. */
    private static final List<String> ENDINGS = List.of("1F5F8B", "C8511B", "F0A04B", "8A8A8A", "C4C4C4", "DCE9F2");

    private static final List<String> REACH = List.of("1F5F8B", "DCE9F2");
    private static final List<String> RATERS = List.of("1F5F8B", "C8511B", "8A8A8A");
    private static final DataFormatter AS_SHOWN = new DataFormatter();

    /** Columns of {@link Tables#MONTHS}: the month, and the outcomes. */
    private static final int MONTH = 0;

    private static final int FIRST_OUTCOME = 2;
    private static final int LAST_OUTCOME = 7;

    private final XSSFSheet sheet;

    Charts(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** @param table with headings; where to draw: from the first to the last row and column */
    void funnel(CellRangeAddress table, CellRangeAddress where) {
        var chart = chart("How far interviews came", where);
        bars(
                chart,
                sheet,
                table,
                new Bars(0, 1, 1, List.of("1F5F8B"), BarDirection.BAR, BarGrouping.STACKED, "Stage", "Interviews"));
    }

    void endings(XSSFSheet months, CellRangeAddress where) {
        var chart = chart("Endings by month", where);
        var table = new CellRangeAddress(0, Math.max(1, months.getLastRowNum()), 0, LAST_OUTCOME);
        bars(
                chart,
                months,
                table,
                new Bars(
                        MONTH,
                        FIRST_OUTCOME,
                        LAST_OUTCOME,
                        ENDINGS,
                        BarDirection.COL,
                        BarGrouping.STACKED,
                        "Month",
                        "Interviews"));
    }

    void reach(CellRangeAddress table, CellRangeAddress where) {
        var chart = chart("Students reached", where);
        bars(
                chart,
                sheet,
                table,
                new Bars(0, 1, 2, REACH, BarDirection.BAR, BarGrouping.STACKED, "School", "Students"));
    }

    void skills(CellRangeAddress table, CellRangeAddress where) {
        var chart = chart("Skills, from 1 to 4", where);
        bars(
                chart,
                sheet,
                table,
                new Bars(
                        0,
                        1,
                        table.getLastColumn(),
                        RATERS,
                        BarDirection.BAR,
                        BarGrouping.CLUSTERED,
                        "Skill",
                        "Mean score"));
    }

    private XSSFChart chart(String title, CellRangeAddress where) {
        var drawing = sheet.createDrawingPatriarch();
        var chart = drawing.createChart(drawing.createAnchor(
                0, 0, 0, 0, where.getFirstColumn(), where.getFirstRow(), where.getLastColumn(), where.getLastRow()));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        return chart;
    }

    /**
     * What bars show of a table.
     *
     * @param category the column that says what they are of
     * @param first the first and the last column that they show, each in its colour
     */
    private record Bars(
            int category,
            int first,
            int last,
            List<String> colours,
            BarDirection direction,
            BarGrouping grouping,
            String categories,
            String values) {}

    private static void bars(XSSFChart chart, XSSFSheet source, CellRangeAddress table, Bars bars) {
        var across = bars.direction() == BarDirection.BAR;
        var categoryAxis = chart.createCategoryAxis(across ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        categoryAxis.setTitle(bars.categories());
        if (across) {
            categoryAxis.setOrientation(AxisOrientation.MAX_MIN);
        }
        var valueAxis = chart.createValueAxis(across ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        valueAxis.setTitle(bars.values());
        valueAxis.setMinimum(0);
        var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categoryAxis, valueAxis);
        data.setBarDirection(bars.direction());
        data.setBarGrouping(bars.grouping());
        for (var column = bars.first(); column <= bars.last(); column++) {
            series(data, source, table, bars.category(), column)
                    .setFillProperties(fill(bars.colours().get(column - bars.first())));
        }
        chart.plot(data);
        if (bars.grouping() == BarGrouping.STACKED) {
            stack(chart);
        }
        describe(chart, source, table, bars.category(), bars.first(), bars.last());
    }

    private static XDDFChartData.Series series(
            XDDFChartData data, XSSFSheet source, CellRangeAddress table, int category, int column) {
        var first = table.getFirstRow() + 1;
        var series = data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(
                        source, new CellRangeAddress(first, table.getLastRow(), category, category)),
                XDDFDataSourcesFactory.fromNumericCellRange(
                        source, new CellRangeAddress(first, table.getLastRow(), column, column)));
        var heading = source.getRow(table.getFirstRow()).getCell(column);
        series.setTitle(heading.getStringCellValue(), new CellReference(heading));
        return series;
    }

    private static XDDFSolidFillProperties fill(String colour) {
        return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(colour)));
    }

    /** Without it Excel sets the parts of a bar beside each other, one step lower each. */
    private static void stack(XSSFChart chart) {
        // POI's own setter needs a schema type that is not in poi-ooxml-lite.
        try (var overlap = chart.getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .addNewOverlap()
                .newCursor()) {
            overlap.setAttributeText(new QName("val"), "100");
        }
    }

    private static void describe(
            XSSFChart chart, XSSFSheet source, CellRangeAddress table, int category, int first, int last) {
        var properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName(chart.getTitleText().getString());
        var headings = source.getRow(table.getFirstRow());
        properties.setDescr(IntStream.rangeClosed(table.getFirstRow() + 1, table.getLastRow())
                .mapToObj(source::getRow)
                .filter(row -> row != null)
                .map(row -> AS_SHOWN.formatCellValue(row.getCell(category))
                        + IntStream.rangeClosed(first, last)
                                .mapToObj(column -> " %s %s"
                                        .formatted(
                                                AS_SHOWN.formatCellValue(headings.getCell(column)),
                                                AS_SHOWN.formatCellValue(row.getCell(column))))
                                .collect(joining(",", ":", ".")))
                .collect(joining(" ")));
    }
}
