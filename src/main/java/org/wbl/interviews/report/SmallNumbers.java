package org.wbl.interviews.report;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a table keeps small numbers of students from readers who are not the school's own staff, together with the cells
 * that would give them away: as New York City's reports under local law do it, which hide 1 to 5.
 *
 * <p>A table's row without a line, such as a school, holds the totals of its columns. Figures over few people are
 * withheld as a whole. Zero is shown, unless a column beside it is withheld with it: who was left out must be seen.
 */
final class SmallNumbers {

    private interface Rule {

        void apply(List<FigureRow> rows, int threshold);
    }

    private final List<Rule> rules;

    private SmallNumbers(List<Rule> rules) {
        this.rules = rules;
    }

    static SmallNumbers none() {
        return new SmallNumbers(List.of());
    }

    private SmallNumbers and(Rule rule) {
        return new SmallNumbers(Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** Withholds in place; counts from 1 to {@code threshold} - 1 are small. */
    void withhold(List<FigureRow> rows, int threshold) {
        rules.forEach(rule -> rule.apply(rows, threshold));
    }

    /** Counts that nothing adds up to, and that add up to nothing. */
    SmallNumbers small(String... counts) {
        return and((rows, threshold) -> Stream.of(counts).forEach(count -> rows.stream()
                .filter(row -> row.number(count) > 0 && row.number(count) < threshold)
                .forEach(row -> row.withhold(List.of(count)))));
    }

    /** Means and other figures of so few that they tell of one. */
    SmallNumbers means(String count, String... columns) {
        return and((rows, threshold) -> rows.stream()
                .filter(row -> row.number(count) > 0 && row.number(count) < threshold)
                .forEach(row -> row.withhold(List.of(columns))));
    }

    /** Counts that have nothing to do with each other; each has a total over all lines. */
    SmallNumbers apart(String line, String... counts) {
        return and((rows, threshold) -> Stream.of(counts)
                .forEach(count -> new Wide(rows, line, List.of(count)).withhold(false, "", threshold)));
    }

    /** Counts of a line that add up to a column of it. */
    SmallNumbers divided(String line, String total, String... counts) {
        return and((rows, threshold) -> new Wide(rows, line, List.of(counts)).withhold(true, total, threshold));
    }

    /** Rows of a line, one for each of its parts, that add up to a number which the reader may know from elsewhere. */
    SmallNumbers rows(String line, String part, String... counts) {
        return and((rows, threshold) ->
                Stream.of(counts).forEach(count -> new Tall(rows, line, part).withhold(count, true, threshold)));
    }

    /**
     * As {@link #rows}, for each division of the students apart; with rows of totals over all lines.
     *
     * @param overlapping the division in which a student can be in several parts, so that they add up to nothing
     */
    SmallNumbers crossed(String division, String overlapping, String line, String part, String... counts) {
        return and((rows, threshold) -> rows.stream()
                .collect(groupingBy(row -> String.valueOf(row.get(division)), LinkedHashMap::new, toList()))
                .forEach((name, ofDivision) -> Stream.of(counts).forEach(count -> new Tall(ofDivision, line, part)
                        .withhold(count, !overlapping.equals(name), threshold))));
    }

    /** Columns that would give another one away. */
    SmallNumbers together(String withheld, String... columns) {
        return and((rows, threshold) ->
                rows.stream().filter(row -> row.isWithheld(withheld)).forEach(row -> row.withhold(List.of(columns))));
    }

    private static long count(FigureRow row, String column) {
        return Math.round(row.number(column));
    }

    /** A row a line, a column a part. */
    private record Wide(List<FigureRow> rows, String line, List<String> parts) {

        private void withhold(boolean lineTotals, String total, int threshold) {
            var lines = rows.stream().filter(row -> row.get(line) != null).toList();
            if (lines.isEmpty()) {
                return;
            }
            var totals = rows.stream().filter(row -> row.get(line) == null).toList();
            var counts = lines.stream()
                    .map(row ->
                            parts.stream().mapToLong(part -> count(row, part)).toArray())
                    .toArray(long[][]::new);
            var hidden = Suppression.hide(counts, lineTotals, !totals.isEmpty(), threshold);
            for (var i = 0; i < lines.size(); i++) {
                for (var j = 0; j < parts.size(); j++) {
                    if (hidden.cells()[i][j]) {
                        lines.get(i).withhold(List.of(parts.get(j)));
                    }
                }
                if (lineTotals && hidden.rowTotals()[i]) {
                    lines.get(i).withhold(List.of(total));
                }
            }
            if (lineTotals && hidden.grandTotal()) {
                totals.forEach(row -> row.withhold(List.of(total)));
            }
            for (var j = 0; j < parts.size(); j++) {
                if (!totals.isEmpty() && hidden.columnTotals()[j]) {
                    for (var row : totals) {
                        row.withhold(List.of(parts.get(j)));
                    }
                }
            }
        }
    }

    /** A row a cell. */
    private record Tall(List<FigureRow> rows, String line, String part) {

        private void withhold(String count, boolean lineTotals, int threshold) {
            var lines = distinct(line);
            var parts = distinct(part);
            if (lines.isEmpty()) {
                return;
            }
            var counts = new long[lines.size()][parts.size()];
            cells().forEach(row ->
                    counts[lines.indexOf(key(row, line))][parts.indexOf(key(row, part))] = count(row, count));
            var totals = rows.stream().filter(row -> row.get(line) == null).toList();
            var hidden = Suppression.hide(counts, lineTotals, !totals.isEmpty(), threshold);
            cells().filter(row -> hidden.cells()[lines.indexOf(key(row, line))][parts.indexOf(key(row, part))])
                    .forEach(row -> row.withhold(List.of(count)));
            totals.stream()
                    .filter(row -> hidden.columnTotals()[parts.indexOf(key(row, part))])
                    .forEach(row -> row.withhold(List.of(count)));
        }

        private Stream<FigureRow> cells() {
            return rows.stream().filter(row -> row.get(line) != null);
        }

        private List<String> distinct(String column) {
            return new ArrayList<>(cells().map(row -> key(row, column))
                    .distinct()
                    .sorted(naturalOrder())
                    .toList());
        }

        private static String key(FigureRow row, String column) {
            return Objects.toString(row.get(column));
        }
    }
}
