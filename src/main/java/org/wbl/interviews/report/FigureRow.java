package org.wbl.interviews.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a {@link Table} in memory, by the columns' names in the database. */
record FigureRow(Map<String, @Nullable Object> values) {

    /** What stands in the place of a number that is not shown. */
    static final String WITHHELD = "*";

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    /** Returns a number; 0 where there is none, or where it is withheld. */
    double number(String column) {
        return values.get(column) instanceof Double number ? number : 0;
    }

    /** Returns the row that is about all schools. */
    static FigureRow total(List<FigureRow> rows) {
        return rows.stream()
                .filter(row -> row.get("school") == null)
                .findFirst()
                .orElse(new FigureRow(Map.of()));
    }

    void withhold(List<String> columns) {
        columns.forEach(column -> values.put(column, WITHHELD));
    }

    boolean isWithheld(String column) {
        return WITHHELD.equals(values.get(column));
    }
}
