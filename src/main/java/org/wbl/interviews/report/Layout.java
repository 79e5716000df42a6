package org.wbl.interviews.report;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
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

    private Layout() {}

    static void columns(Sheet sheet, List<Integer> widths) {
        for (var column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
        }
    }

    /** Prints landscape on US Letter, as wide as the paper and as long as it takes, with a page number. */
    static void paper(Sheet sheet) {
        sheet.setFitToPage(true);
        var print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.LETTER_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Page &P of &N");
    }

    /** Keeps the row of headings in sight, on screen and on every page; and the first column on screen. */
    static void headings(Sheet sheet, Row row) {
        sheet.createFreezePane(1, row.getRowNum() + 1);
        sheet.setRepeatingRows(new CellRangeAddress(row.getRowNum(), row.getRowNum(), -1, -1));
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
