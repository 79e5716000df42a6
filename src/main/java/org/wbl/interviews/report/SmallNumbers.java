package org.wbl.interviews.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table keeps small numbers of students from readers who are not the school's own staff, together with the cells
 * that would give them away: as New York City's reports under local law do it, which hide 1 to 5.
 *
 * <p>A table's row without a line, such as a school, holds the totals of its columns. Figures over few people are
 * withheld as a whole. Zero is shown, unless a column beside it is withheld with it: who was left out must be seen.
 */
final class SmallNumbers {

    private static final String SCHOOL = "school";

    private interface Rule {

        void apply(List<FigureRow> rows, int threshold, Elsewhere elsewhere);
    }

    private interface Alone {

        void apply(List<FigureRow> rows, int threshold);
    }

    private final List<Rule> rules;
    private final @Nullable Table sums;

    private SmallNumbers(List<Rule> rules, @Nullable Table sums) {
        this.rules = rules;
        this.sums = sums;
    }

    static SmallNumbers none() {
        return new SmallNumbers(List.of(), null);
    }

    /** Of a table whose counts add up to columns of another one, which has a row per school and one for all. */
    static SmallNumbers addingUpTo(Table sums) {
        return new SmallNumbers(List.of(), sums);
    }

    private SmallNumbers and(Rule rule) {
        return new SmallNumbers(Stream.concat(rules.stream(), Stream.of(rule)).toList(), sums);
    }

    private SmallNumbers and(Alone rule) {
        return and((rows, threshold, elsewhere) -> rule.apply(rows, threshold));
    }

    /**
     * Withholds in place; counts from 1 to {@code threshold} - 1 are small.
     *
     * @param others reads another table as its reader may see it
     */
    void withhold(List<FigureRow> rows, Function<Table, List<FigureRow>> others, int threshold) {
        var elsewhere = new Elsewhere(sums == null ? List.of() : others.apply(sums));
        rules.forEach(rule -> rule.apply(rows, threshold, elsewhere));
    }

    /** The other table as its reader sees it. */
    private record Elsewhere(List<FigureRow> rows) {

        /** Whether it shows a column of a school; null: of all together. */
        boolean shows(@Nullable Object school, String column) {
            return rows.stream()
                    .filter(row -> Objects.equals(row.get(SCHOOL), school))
                    .noneMatch(row -> row.isWithheld(column));
        }
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
                Stream.of(counts).forEach(count -> new Tall(rows, line, part).withhold(count, true, null, threshold)));
    }

    /**
     * Rows of a school, one for each of its parts.
     *
     * @param counts with the column of the other table to which each adds up
     */
    SmallNumbers rows(String part, Map<String, String> counts) {
        return and((rows, threshold, elsewhere) -> counts.forEach((count, sum) ->
                new Tall(rows, SCHOOL, part).withhold(count, true, school -> elsewhere.shows(school, sum), threshold)));
    }

    /**
     * Rows of a school, one for each of its parts, and rows of totals over all schools; for each division of the
     * students apart.
     *
     * @param overlapping the division in which a student can be in several parts, so that they add up to nothing
     * @param counts with the column of the other table to which each adds up
     */
    SmallNumbers crossed(String division, String overlapping, String part, Map<String, String> counts) {
        return and((rows, threshold, elsewhere) -> rows.stream()
                .collect(groupingBy(row -> String.valueOf(row.get(division)), LinkedHashMap::new, toList()))
                .forEach((name, ofDivision) -> counts.forEach((count, sum) -> new Tall(ofDivision, SCHOOL, part)
                        .withhold(
                                count, !overlapping.equals(name), school -> elsewhere.shows(school, sum), threshold))));
    }

    /**
     * A count whose rows say about how large a column of the other table is, where that is withheld for all schools.
     */
    SmallNumbers near(String count, String sum) {
        return and((rows, threshold, elsewhere) -> {
            if (!elsewhere.shows(null, sum)) {
                rows.stream().filter(row -> row.number(count) > 0).forEach(row -> row.withhold(List.of(count)));
            }
        });
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

        /**
         * Withholds a count where that is needed.
         *
         * @param shown whether another table shows the total of a line, or, asked for null, that of all lines; null:
         *     there is none that shows totals
         */
        private void withhold(
                String count, boolean lineTotals, @Nullable Predicate<@Nullable String> shown, int threshold) {
            var lines = positions(line);
            var parts = positions(part);
            if (lines.isEmpty()) {
                return;
            }
            var counts = new long[lines.size()][parts.size()];
            cells().forEach(row -> counts[at(lines, row, line)][at(parts, row, part)] = count(row, count));
            var totals = rows.stream().filter(row -> row.get(line) == null).toList();
            var secretTotals = new boolean[lines.size()];
            lines.forEach(
                    (name, position) -> secretTotals[position] = lineTotals && shown != null && !shown.test(name));
            var secretSum = lineTotals && shown != null && !shown.test(null);
            var hidden = Suppression.hide(counts, lineTotals, !totals.isEmpty(), secretTotals, secretSum, threshold);
            cells().filter(row -> hidden.cells()[at(lines, row, line)][at(parts, row, part)])
                    .forEach(row -> row.withhold(List.of(count)));
            totals.stream()
                    .filter(row -> hidden.columnTotals()[at(parts, row, part)])
                    .forEach(row -> row.withhold(List.of(count)));
            if (!lineTotals || shown == null) {
                return;
            }
            // Where a total that the other table shows would give counts away, none of them is shown, zeros included.
            var sumIsGiven = hidden.grandTotal() && !secretSum;
            var given = cells().filter(row -> {
                        var position = at(lines, row, line);
                        return hidden.rowTotals()[position] && !secretTotals[position];
                    })
                    .toList();
            if (sumIsGiven || (!given.isEmpty() && !totals.isEmpty())) {
                rows.forEach(row -> row.withhold(List.of(count)));
            } else {
                given.forEach(row -> row.withhold(List.of(count)));
            }
        }

        private Stream<FigureRow> cells() {
            return rows.stream().filter(row -> row.get(line) != null);
        }

        private Map<String, Integer> positions(String column) {
            var positions = new TreeMap<String, Integer>();
            cells().forEach(row -> positions.put(key(row, column), 0));
            var next = 0;
            for (var position : positions.entrySet()) {
                position.setValue(next++);
            }
            return positions;
        }

        private static int at(Map<String, Integer> positions, FigureRow row, String column) {
            return Objects.requireNonNull(positions.get(key(row, column)));
        }

        private static String key(FigureRow row, String column) {
            return Objects.toString(row.get(column));
        }
    }
}
