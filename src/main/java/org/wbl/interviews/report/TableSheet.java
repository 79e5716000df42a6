package org.wbl.interviews.report;

import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a {@link Table} as they come, and goes on in another sheet when one is full. */
final class TableSheet implements Progress.Rows {

    private final SXSSFWorkbook workbook;
    private final Table table;
    private final Styles styles;
    private final int rowsPerSheet;

    private Sheet sheet;
    private int sheets;
    private int next;

    /** Rows go through a window into a temporary file. */
    static TableSheet streamed(SXSSFWorkbook workbook, Table table, Styles styles, int rowsPerSheet) {
        return new TableSheet(workbook, table, styles, rowsPerSheet, workbook.createSheet(table.name()));
    }

    /** Rows stay in memory, where a chart can find them. */
    static TableSheet kept(SXSSFWorkbook workbook, Table table, Styles styles, int rowsPerSheet) {
        return new TableSheet(
                workbook,
                table,
                styles,
                rowsPerSheet,
                workbook.getXSSFWorkbook().createSheet(table.name()));
    }

    private TableSheet(SXSSFWorkbook workbook, Table table, Styles styles, int rowsPerSheet, Sheet sheet) {
        this.workbook = workbook;
        this.table = table;
        this.styles = styles;
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = sheet;
        open();
    }

    private void open() {
        sheets++;
        var widths = table.columns().stream().map(Column::width).toList();
        Layout.columns(sheet, widths);
        Layout.paper(sheet, widths);
        var row = sheet.createRow(0);
        for (var column = 0; column < table.columns().size(); column++) {
            styles.heading(
                    row,
                    column,
                    table.columns().get(column).kind(),
                    table.columns().get(column).title());
        }
        Layout.headings(sheet, row);
        next = 1;
    }

    @Override
    public void add(List<@Nullable Object> values) {
        if (next == rowsPerSheet) {
            finish();
            sheet = workbook.createSheet(table.name() + " " + (sheets + 1));
            open();
        }
        var row = sheet.createRow(next++);
        for (var index = 0; index < values.size(); index++) {
            styles.data(row, index, table.columns().get(index).kind(), values.get(index));
        }
        Layout.height(row);
    }

    /** Makes exactly the rows that were written an Excel table. */
    XSSFSheet finish() {
        var plain = workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
        Layout.table(
                plain,
                0,
                Math.max(1, next - 1),
                0,
                sheet.getSheetName().replace(' ', '_'),
                table.columns().stream().map(Column::title).toList());
        return plain;
    }
}
