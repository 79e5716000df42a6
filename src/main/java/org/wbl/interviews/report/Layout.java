package org.wbl.interviews.report;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How every sheet is laid out on screen and on paper. */
final class Layout {

    private static final int CHARACTER = 256;
    private static final float LINE_HEIGHT = 15;
    private static final double LETTERS_TO_A_DIGIT = 1.15;

    /** Excel knows no higher row. */
    private static final float GREATEST_HEIGHT = 409;

    /** Inches. */
    private static final double MARGIN = 0.4;

    /** With more of them beside each other on a paper, print is too small to read. */
    private static final int MOST_CHARACTERS = 175;

    private Layout() {}

    static void columns(Sheet sheet, List<Integer> widths) {
        for (var column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
        }
    }

    /**
     * Prints landscape on US Letter, as wide as the paper and as long as it takes, with a page number. What nobody
     * could read then goes over several papers beside each other, each with the first column.
     *
     * @param widths of the columns, in characters
     */
    static void paper(Sheet sheet, List<Integer> widths) {
        sheet.setFitToPage(true);
        sheet.setMargin(PageMargin.LEFT, MARGIN);
        sheet.setMargin(PageMargin.RIGHT, MARGIN);
        var print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.LETTER_PAPERSIZE);
        var papers = (widths.stream().mapToInt(Integer::intValue).sum() + MOST_CHARACTERS - 1) / MOST_CHARACTERS;
        print.setFitWidth((short) papers);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Page &P of &N");
    }

    /** Makes a row as high as its wrapped texts: not every program measures them when it opens a workbook. */
    static void height(Row row) {
        height(row, lines(row));
    }

    /** Makes a row of headings one line higher: there Excel's filter buttons cover no word. */
    static void headingHeight(Row row) {
        height(row, lines(row) + 1);
    }

    static void height(Row row, int lines) {
        if (lines > 1) {
            row.setHeightInPoints(Math.min(lines * LINE_HEIGHT, GREATEST_HEIGHT));
        }
    }

    private static int lines(Row row) {
        var most = 1;
        for (var cell : row) {
            var style = cell.getCellStyle();
            if (style.getWrapText() && cell.getCellType() == CellType.STRING) {
                var width = row.getSheet().getColumnWidth(cell.getColumnIndex()) / CHARACTER - style.getIndention();
                most = Math.max(most, lines(cell.getStringCellValue(), width));
            }
        }
        return most;
    }

    /**
     * Returns how many lines a text takes.
     *
     * @param width in digits, as columns are measured; most letters are narrower
     */
    static int lines(String text, int width) {
        var lines = 0;
        for (var paragraph : text.split("\n", -1)) {
            lines++;
            var used = 0;
            for (var word : paragraph.split(" ", -1)) {
                if (used > 0 && used + word.length() > LETTERS_TO_A_DIGIT * width) {
                    lines++;
                    used = 0;
                }
                used += word.length() + 1;
            }
        }
        return lines;
    }

    /** Keeps the row of headings in sight, on screen and on every page; and the first column on screen. */
    static void headings(Sheet sheet, Row row) {
        sheet.createFreezePane(1, row.getRowNum() + 1);
        sheet.setRepeatingRows(new CellRangeAddress(row.getRowNum(), row.getRowNum(), -1, -1));
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
        headingHeight(row);
    }

    /**
     * Makes rows an Excel table, which can be filtered, sorted and named in formulas.
     *
     * @param headings the row of the headings
     * @param last the last row; Excel wants at least one below the headings, be it empty
     * @param column the first column
     */
    static void table(XSSFSheet sheet, int headings, int last, int column, String name, List<String> titles) {
        var table = sheet.createTable(new AreaReference(
                new CellReference(headings, column),
                new CellReference(last, column + titles.size() - 1),
                SpreadsheetVersion.EXCEL2007));
        table.setName(name);
        table.setDisplayName(name);
        table.setStyleName("TableStyleLight1");
        table.getCTTable().getTableStyleInfo().setShowRowStripes(true);
        table.getCTTable().addNewAutoFilter().setRef(table.getCTTable().getRef());
        // The headings of a streamed sheet are no longer in memory, where the library would read them.
        for (var index = 0; index < titles.size(); index++) {
            table.getCTTable().getTableColumns().getTableColumnArray(index).setName(titles.get(index));
        }
    }
}
