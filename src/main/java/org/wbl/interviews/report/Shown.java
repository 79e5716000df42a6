package org.wbl.interviews.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table as the page shows it, and draws a chart of.
 *
 * @param id of the element
 * @param chart how the script draws it: bars, columns, dots or lines; null: not at all
 * @param series the columns that the chart shows, from 0 on; the first column names what they are of
 */
record Shown(
        String id,
        String title,
        String about,
        @Nullable String chart,
        List<Integer> series,
        List<Heading> headings,
        List<List<Cell>> rows) {

    private static final int MOST_NARROW = 6;

    /** @param share whether its numbers are parts of one */
    record Heading(String title, String meaning, boolean numeric, boolean share) {}

    /** @param value a number as the chart reads it; empty where there is none, or where it is withheld */
    record Cell(String text, String value, boolean numeric) {

        /** Whether it is a day, a case number or the like: they would break at their hyphens. */
        public boolean whole() {
            return text.contains("-") && !text.contains(" ");
        }
    }

    /** Whether the page must give it its whole width. */
    public boolean wide() {
        return headings.size() > MOST_NARROW;
    }

    /** Whether there is more in it than names and zeros. */
    boolean saysSomething() {
        return rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> cell.numeric() && !cell.text().isEmpty() && !"0".equals(cell.value()));
    }

    /** Shows a table, all columns and rows. */
    static Shown of(Table table, Progress.Figures figures, @Nullable String chart, String... series) {
        var rows = new ArrayList<List<@Nullable Object>>();
        figures.each(table, rows::add);
        return of(table, table.name(), rows, chart, series);
    }

    static Shown of(
            Table table, String title, List<List<@Nullable Object>> rows, @Nullable String chart, String... series) {
        var sources = table.columns().stream().map(Column::source).toList();
        return new Shown(
                title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                title,
                table.about(),
                chart,
                IntStream.range(0, sources.size())
                        .filter(index -> List.of(series).contains(sources.get(index)))
                        .boxed()
                        .toList(),
                table.columns().stream()
                        .map(column -> new Heading(
                                column.title(),
                                column.meaning(),
                                column.kind().isNumeric(),
                                column.kind() == Kind.SHARE))
                        .toList(),
                rows.stream()
                        .map(row -> cells(
                                row, table.columns().stream().map(Column::kind).toList()))
                        .toList());
    }

    /** Shows a table whose first column is a text, and all others of one kind. */
    static Shown of(
            String title,
            String about,
            String chart,
            Kind kind,
            List<String> headings,
            List<List<@Nullable Object>> rows) {
        return new Shown(
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                title,
                about,
                chart,
                IntStream.range(1, headings.size()).boxed().toList(),
                IntStream.range(0, headings.size())
                        .mapToObj(index ->
                                new Heading(headings.get(index), "", index > 0, index > 0 && kind == Kind.SHARE))
                        .toList(),
                rows.stream()
                        .map(row -> cells(
                                row,
                                IntStream.range(0, headings.size())
                                        .mapToObj(index -> index == 0 ? Kind.TEXT : kind)
                                        .toList()))
                        .toList());
    }

    private static List<Cell> cells(List<@Nullable Object> row, List<Kind> kinds) {
        return IntStream.range(0, row.size())
                .mapToObj(index -> {
                    var value = row.get(index);
                    var kind = kinds.get(index);
                    return new Cell(
                            kind.shown(value), value instanceof Double ? kind.text(value) : "", kind.isNumeric());
                })
                .toList();
    }
}
