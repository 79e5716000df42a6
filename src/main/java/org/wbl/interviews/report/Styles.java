package org.wbl.interviews.report;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The few cell styles of a workbook. Excel allows some 64,000 of them, so they are made once and shared. */
final class Styles {

    private static final String LOOKS_LIKE_A_FORMULA = "=+-@\t\r";
    private static final float TITLE_HEIGHT = 26;
    private static final short TITLE_SIZE = 16;
    private static final int PERCENT = 100;
    private static final int LONGEST_TEXT = 32_767;
    private static final byte[] PALE_BLUE = {(byte) 0xE3, (byte) 0xEC, (byte) 0xF3};
    private static final byte[] LINE_BLUE = {0x2F, 0x5D, 0x7C};

    private final Map<Kind, CellStyle> plain = new EnumMap<>(Kind.class);
    private final Map<Kind, CellStyle> quoted = new EnumMap<>(Kind.class);
    private final CellStyle heading;
    private final CellStyle numberHeading;
    private final CellStyle points;
    private final CellStyle title;
    private final CellStyle strong;

    Styles(XSSFWorkbook workbook) {
        var bold = bold(workbook, XSSFFont.DEFAULT_FONT_SIZE);
        for (var kind : Kind.values()) {
            plain.put(kind, style(workbook, kind));
            var quotedStyle = style(workbook, kind);
            quotedStyle.setQuotePrefixed(true);
            quoted.put(kind, quotedStyle);
        }
        heading = heading(workbook, bold);
        var overNumbers = heading(workbook, bold);
        align(overNumbers, Kind.NUMBER);
        numberHeading = overNumbers;
        var percentagePoints = style(workbook, Kind.NUMBER);
        percentagePoints.setDataFormat(workbook.createDataFormat().getFormat("0\" points\""));
        points = percentagePoints;
        strong = style(workbook, Kind.TEXT, bold);
        title = style(workbook, Kind.TEXT, bold(workbook, TITLE_SIZE));
    }

    private static XSSFFont bold(XSSFWorkbook workbook, short size) {
        var font = workbook.createFont();
        font.setFontName(XSSFFont.DEFAULT_FONT_NAME); // one without a name is any font of the reader's program
        font.setFamily(FontFamily.SWISS);
        font.setFontHeightInPoints(size);
        font.setBold(true);
        return font;
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, Kind kind) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(kind.format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(kind == Kind.PROSE);
        align(style, kind);
        return style;
    }

    /** A star is to the right like the number in whose place it stands; a text keeps off the number before it. */
    private static void align(XSSFCellStyle style, Kind kind) {
        style.setAlignment(kind.isNumeric() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        style.setIndention((short) (kind.isNumeric() ? 0 : 1));
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, Kind kind, XSSFFont font) {
        var style = style(workbook, kind);
        style.setFont(font);
        return style;
    }

    private static XSSFCellStyle heading(XSSFWorkbook workbook, XSSFFont bold) {
        var style = style(workbook, Kind.PROSE, bold);
        style.setFillForegroundColor(new XSSFColor(PALE_BLUE));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBottomBorderColor(new XSSFColor(LINE_BLUE));
        return style;
    }

    /** Whether a spreadsheet would take a text for a formula. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && LOOKS_LIKE_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    void title(Row row, String text) {
        row.setHeightInPoints(TITLE_HEIGHT);
        write(row.createCell(0), title, text);
    }

    void strong(Row row, int column, String text) {
        write(row.createCell(column), strong, text);
    }

    /** @param kind what stands below */
    void heading(Row row, int column, Kind kind, String text) {
        write(row.createCell(column), kind.isNumeric() ? numberHeading : heading, text);
    }

    /** Writes how much two values differ; shares in percentage points. */
    void difference(Row row, int column, Kind kind, @Nullable Double value) {
        if (kind == Kind.SHARE && value != null) {
            write(row.createCell(column), points, PERCENT * value);
        } else {
            data(row, column, kind, value);
        }
    }

    /** Writes data. Text stays text, also when it begins like a formula; nothing here ever writes a formula. */
    void data(Row row, int column, Kind kind, @Nullable Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            var style = looksLikeFormula(text) ? quoted : plain;
            write(row.createCell(column), style.get(kind), text);
        } else if (value != null && !"".equals(value)) {
            write(row.createCell(column), plain.get(kind), value);
        }
    }

    private static void write(Cell cell, @Nullable CellStyle style, @Nullable Object value) {
        cell.setCellStyle(style);
        if (value instanceof String text && text.length() > LONGEST_TEXT) {
            cell.setCellValue(text.substring(0, LONGEST_TEXT - 1) + "…");
        } else if (value != null) {
            Kind.put(cell, value);
        }
    }
}
