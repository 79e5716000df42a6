package org.wbl.interviews.report;

import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

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
}
