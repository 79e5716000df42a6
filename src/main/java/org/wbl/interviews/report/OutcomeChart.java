package org.wbl.interviews.report;

import static java.util.stream.Collectors.joining;

import java.util.HexFormat;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.Row;
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
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** One bar per school, made of what its interviews came to. */
final class OutcomeChart {

    private static final String TITLE = "What the interviews came to";
    private static final int FIRST_OUTCOME = 3;
    private static final int LAST_OUTCOME = 8;
    private static final int LAST_COLUMN = 12;
    private static final int ROWS_AROUND = 9;
    private static final int ROWS_PER_BAR = 3;

    /** With more bars than this nobody can tell them apart: then there is one for all schools together. */
    private static final int MOST_BARS = 20;

    /** Held stands out, what went wrong is warm, what nobody is to blame for is grey; told apart without colour too. */
    private static final List<String> COLOURS = List.of("1F5F8B", "C8511B", "F0A04B", "8A8A8A", "C4C4C4", "DCE9F2");

    private final XSSFSheet sheet;

    OutcomeChart(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    void draw(List<Figures> schools, Figures total, Row headings, CellRangeAddress rows) {
        var bars = schools.size() <= MOST_BARS ? schools : List.of(total);
        var firstBar = schools.size() <= MOST_BARS ? rows.getFirstRow() : rows.getLastRow() + 1;
        var lastBar = firstBar + bars.size() - 1;
        var top = rows.getLastRow() + 3;
        var drawing = sheet.createDrawingPatriarch();
        var chart = drawing.createChart(
                drawing.createAnchor(0, 0, 0, 0, 0, top, LAST_COLUMN, top + ROWS_AROUND + ROWS_PER_BAR * bars.size()));
        describe(chart, bars);

        var schoolAxis = chart.createCategoryAxis(AxisPosition.LEFT);
        schoolAxis.setTitle("School");
        schoolAxis.setOrientation(AxisOrientation.MAX_MIN);
        var countAxis = chart.createValueAxis(AxisPosition.BOTTOM);
        countAxis.setTitle("Interviews");
        countAxis.setMinimum(0);
        var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, schoolAxis, countAxis);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(BarGrouping.STACKED);
        for (var column = FIRST_OUTCOME; column <= LAST_OUTCOME; column++) {
            var series = data.addSeries(
                    XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(firstBar, lastBar, 0, 0)),
                    XDDFDataSourcesFactory.fromNumericCellRange(
                            sheet, new CellRangeAddress(firstBar, lastBar, column, column)));
            var heading = headings.getCell(column);
            series.setTitle(heading.getStringCellValue(), new CellReference(heading));
            series.setFillProperties(new XDDFSolidFillProperties(
                    XDDFColor.from(HexFormat.of().parseHex(COLOURS.get(column - FIRST_OUTCOME)))));
        }
        chart.plot(data);
        stack(chart);
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

    /** A title to see, and the same figures in words for who can't see the bars. */
    private static void describe(XSSFChart chart, List<Figures> bars) {
        chart.setTitleText(TITLE);
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        var properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName(TITLE);
        properties.setDescr("Bar chart. "
                + bars.stream()
                        .map(bar ->
                                "%s: %d held, %d student did not come, %d employer did not come, %d cancelled, %d not held for another reason, %d still open."
                                        .formatted(
                                                bar.name() == null ? "All schools" : bar.name(),
                                                bar.held(),
                                                bar.studentNoShow(),
                                                bar.employerNoShow(),
                                                bar.cancelled(),
                                                bar.notHeld(),
                                                bar.stillOpen()))
                        .collect(joining(" ")));
    }
}
