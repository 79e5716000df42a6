package org.wbl.interviews.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report: the same on the page, in the workbook and as CSV.
 *
 * @param about what one row is
 * @param source what is selected from; {@code :f} stands for the filter
 * @param named whether it is for the schools' own staff alone
 * @param smallNumbers how small numbers are kept from everybody else; null: it holds none, and its rows need not fit
 *     into memory
 */
record Table(
        String name,
        String about,
        String source,
        boolean named,
        @Nullable SmallNumbers smallNumbers,
        List<Column> columns) {

    Column column(String source) {
        return columns.stream()
                .filter(column -> column.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the view or function of {@code R__views.sql} that it shows. */
    String view() {
        return source.replaceFirst("[( ].*", "");
    }
}
