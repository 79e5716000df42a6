package org.wbl.interviews.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Writes the rows of a {@link Table} as they come from the database, and goes on in another sheet when one is full. */
final class TableSheet implements RowCallbackHandler {

    private final SXSSFWorkbook workbook;
    private final Table table;
    private final Styles styles;
    private final Terms terms;
    private final ZoneId zone;
    private final int rowsPerSheet;

    private SXSSFSheet sheet;
    private int sheets;
    private int next;

    TableSheet(SXSSFWorkbook workbook, Table table, Styles styles, Terms terms, ZoneId zone, int rowsPerSheet) {
        this.workbook = workbook;
        this.table = table;
        this.styles = styles;
        this.terms = terms;
        this.zone = zone;
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = open(table.name());
    }

    private SXSSFSheet open(String name) {
        var opened = workbook.createSheet(name);
        sheets++;
        Layout.columns(opened, table.columns().stream().map(Column::width).toList());
        Layout.paper(opened);
        var row = opened.createRow(0);
        for (var column = 0; column < table.columns().size(); column++) {
            styles.heading(row, column, table.columns().get(column).title());
        }
        Layout.headings(opened, row);
        next = 1;
        return opened;
    }

    @Override
    public void processRow(ResultSet values) throws SQLException {
        if (next == rowsPerSheet) {
            finish();
            sheet = open(table.name() + " " + (sheets + 1));
        }
        var row = sheet.createRow(next++);
        for (var index = 0; index < table.columns().size(); index++) {
            var column = table.columns().get(index);
            var value = column.kind().read(values, column.source(), zone);
            styles.data(
                    row,
                    index,
                    column.kind(),
                    column.kind() == Kind.TERM && value instanceof String code
                            ? terms.words(column.terms(), code)
                            : value);
        }
    }

    /** Puts the filter over exactly the rows that were written. */
    void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, table.columns().size() - 1));
    }
}
