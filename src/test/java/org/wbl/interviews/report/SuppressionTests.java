package org.wbl.interviews.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a table does not show")
class SuppressionTests {

    private static final int TABLES = 1000;

    @Test
    void isNothingWhereNothingIsSmall() {
        assertThat(picture(6, true, true, "6 0 40", "12 7 0")).isEqualTo("""
                        6 0 40 | 46
                        12 7 0 | 19
                        18 7 40 | 65""");
    }

    @Test
    void isTheSmallestOtherCountOfARowWithOneSmallOne() {
        assertThat(picture(6, true, false, "3 40 9 9 0")).isEqualTo("""
                * 40 * 9 0 | 61
                | 61""");
    }

    @Test
    void isTheSmallestOtherCountOfAColumnWithOneSmallOne() {
        assertThat(picture(6, false, true, "20", "5", "10")).isEqualTo("""
                20
                *
                *
                35 | 35""");
    }

    @Test
    void isOneMoreWhereTheSmallOnesAreFewPeopleTogether() {
        assertThat(picture(6, true, false, "1 2 10 20")).isEqualTo("""
                * * * 20 | 33
                | 33""");
        assertThat(picture(6, true, false, "3 3 10 20")).isEqualTo("""
                * * 10 20 | 36
                | 36""");
    }

    @Test
    void isEveryCountOfATwoByTwoTableWithOneSmallOne() {
        assertThat(picture(6, true, true, "2 30", "40 50")).isEqualTo("""
                        * * | 32
                        * * | 90
                        42 80 | 122""");
    }

    @Test
    void isOnlyTheSmallCountWhereNoTotalIsKnown() {
        assertThat(picture(6, false, false, "2 30", "40 50")).isEqualTo("""
                * 30
                40 50""");
    }

    @Test
    void isNeverAZero() {
        assertThat(picture(6, true, true, "2 0 30", "0 20 0", "40 50 60")).isEqualTo("""
                        * 0 * | 32
                        0 20 0 | 20
                        * 50 * | 150
                        42 70 90 | 202""");
    }

    @Test
    void isMoreThanACycleOfOnesWhichCanOnlyGrow() {
        assertThat(picture(2, true, true, "1 1 9", "1 1 9", "9 9 9")).isEqualTo("""
                        * * * | 11
                        * * * | 11
                        * * * | 27
                        11 11 27 | 49""");
    }

    @Test
    void isTheTotalOfARowWithNothingElseToHideAndOfAnotherOneToProtectIt() {
        assertThat(picture(6, true, true, "3 0", "40 50", "20 60")).isEqualTo("""
                        * 0 | *
                        40 50 | 90
                        * 60 | *
                        63 110 | 173""");
    }

    @Test
    void isAWholeRowOfOnesWithItsTotal() {
        assertThat(picture(6, true, false, "1 1 1", "10 20 30")).isEqualTo("""
                * * * | *
                * 20 30 | *
                | 63""");
        assertThat(picture(6, true, true, "1 1 1", "10 20 30")).isEqualTo("""
                * * * | *
                * * * | *
                11 21 31 | 63""");
    }

    @Test
    void isEvenTheGrandTotalWhereThereIsNobodyElse() {
        assertThat(picture(6, true, true, "3")).isEqualTo("""
                * | *
                * | *""");
        assertThat(picture(6, true, true, "2 0", "0 3")).isEqualTo("""
                * 0 | *
                0 * | *
                * * | *""");
    }

    @Test
    void isNothingOfAnEmptyTable() {
        assertThat(picture(6, true, true)).isEqualTo("| 0");
        assertThat(Suppression.hide(new long[2][0], true, true, 6).cells()).hasDimensions(2, 0);
    }

    @Test
    void cannotBeToldOfAnImpossibleTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suppression.hide(new long[][] {{1, 2}, {3, -4}}, true, true, 6))
                .withMessage("A count of people can't be negative but is -4 in row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suppression.hide(new long[][] {{1, 2}, {3}}, true, true, 6))
                .withMessage("Every row must have 2 counts, like the first, but row 2 has 1");
    }

    @ParameterizedTest
    @CsvSource({
        "3, true, true", "3, true, false", "3, false, true", "3, false, false",
        "6, true, true", "6, true, false", "6, false, true", "6, false, false"
    })
    void cannotBeWorkedOut(int threshold, boolean rowTotals, boolean columnTotals) {
        forManyTables(counts -> {
            var hidden = Suppression.hide(counts, rowTotals, columnTotals, threshold);
            var picture = picture(counts, hidden, rowTotals, columnTotals);
            var reader = new Reader(counts, hidden, rowTotals, columnTotals);

            for (var row = 0; row < counts.length; row++) {
                for (var column = 0; column < counts[row].length; column++) {
                    var count = counts[row][column];
                    if (count > 0 && count < threshold) {
                        assertThat(hidden.cells()[row][column]).as(picture).isTrue();
                    }
                    if (hidden.cells()[row][column]) {
                        assertThat(count).as(picture).isPositive();
                    }
                }
            }
            assertThat(reader.cells()).as(picture).allSatisfy(cell -> assertThat(reader.knows(List.of(cell)))
                    .isFalse());
            assertThat(reader.smallLines(threshold)).as(picture).allSatisfy(line -> assertThat(reader.knows(line))
                    .isFalse());
            assertThat(Suppression.hide(counts, rowTotals, columnTotals, threshold))
                    .usingRecursiveComparison()
                    .as(picture)
                    .isEqualTo(hidden);
        });
    }

    @ParameterizedTest
    @CsvSource({"3, true", "3, false", "6, true", "6, false"})
    void doesNotGiveAwayATotalThatAnotherTableWithholds(int threshold, boolean columnTotals) {
        var random = new Random(3);
        forManyTables(counts -> {
            var withheld = new boolean[counts.length];
            for (var row = 0; row < withheld.length; row++) {
                withheld[row] = random.nextBoolean();
            }
            var grandTotal = random.nextBoolean();
            var hidden = Suppression.hide(counts, true, columnTotals, withheld, grandTotal, threshold);
            var picture = picture(counts, hidden, true, columnTotals);
            var reader = new Reader(counts, hidden, true, columnTotals);

            assertThat(reader.cells()).as(picture).allSatisfy(cell -> assertThat(reader.knows(List.of(cell)))
                    .isFalse());
            for (var row = 0; row < counts.length; row++) {
                var of = row;
                if (withheld[row] && LongStream.of(counts[row]).sum() > 0) {
                    assertThat(reader.knows(reader.cells().stream()
                                    .filter(cell -> cell / counts[0].length == of)
                                    .toList()))
                            .as("row %d of%n%s", row, picture)
                            .isFalse();
                }
            }
            if (grandTotal && !reader.cells().isEmpty()) {
                assertThat(reader.knows(reader.cells())).as(picture).isFalse();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"3, true, true", "3, true, false", "3, false, true", "6, true, true", "6, true, false", "6, false, true"
    })
    void isNothingButTheSmallOnesWhereTheyProtectEachOther(int threshold, boolean rowTotals, boolean columnTotals) {
        var such = new AtomicInteger();
        forManyTables(counts -> {
            var small = onlySmall(counts, threshold);
            var reader = new Reader(counts, small, rowTotals, columnTotals);
            if (reader.cells().stream().noneMatch(cell -> reader.knows(List.of(cell)))
                    && reader.smallLines(threshold).stream().noneMatch(reader::knows)) {
                such.incrementAndGet();
                assertThat(Suppression.hide(counts, rowTotals, columnTotals, threshold))
                        .usingRecursiveComparison()
                        .as(picture(counts, small, rowTotals, columnTotals))
                        .isEqualTo(small);
            }
        });
        assertThat(such).hasValueGreaterThan(TABLES / 20);
    }

    @ParameterizedTest
    @CsvSource({"true, true, 0.1", "true, false, 0.08", "false, true, 0.04"})
    void isFewOfTheOthers(boolean rowTotals, boolean columnTotals, double most) {
        var others = 0;
        var hiddenOthers = 0;
        var random = new Random(7);
        for (var table = 0; table < 100; table++) {
            var counts = new long[20][6];
            for (var row : counts) {
                Arrays.setAll(row, column -> random.nextInt(60));
            }
            var hidden = Suppression.hide(counts, rowTotals, columnTotals, 6).cells();
            for (var row = 0; row < counts.length; row++) {
                for (var column = 0; column < counts[row].length; column++) {
                    if (counts[row][column] >= 6) {
                        others++;
                        hiddenOthers += hidden[row][column] ? 1 : 0;
                    }
                }
            }
        }
        // 0.078, 0.063 and 0.025 when this was written, with 8 of 100 counts small
        assertThat((double) hiddenOthers / others).isLessThan(most);
    }

    @Test
    void wouldBeWorkedOutByTheReaderOfTheseTests() {
        var counts = new long[][] {{2, 30, 9}, {1, 50, 9}};

        var reader = new Reader(counts, onlySmall(counts, 6), true, true);

        assertThat(reader.cells())
                .allSatisfy(cell -> assertThat(reader.knows(List.of(cell))).isTrue());
    }

    private static void forManyTables(Consumer<long[][]> check) {
        var random = new Random(1);
        for (var table = 0; table < TABLES; table++) {
            var counts = new long[1 + random.nextInt(3)][1 + random.nextInt(4)];
            var most = 1 + random.nextInt(9);
            for (var row : counts) {
                Arrays.setAll(row, column -> Math.max(0, random.nextInt(10) - 9 + most));
            }
            check.accept(counts);
        }
    }

    private static Suppression.Hidden onlySmall(long[][] counts, int threshold) {
        var cells = new boolean[counts.length][counts[0].length];
        for (var row = 0; row < counts.length; row++) {
            for (var column = 0; column < counts[row].length; column++) {
                cells[row][column] = counts[row][column] > 0 && counts[row][column] < threshold;
            }
        }
        return new Suppression.Hidden(cells, new boolean[counts.length], new boolean[counts[0].length], false);
    }

    private static String picture(int threshold, boolean rowTotals, boolean columnTotals, String... rows) {
        var counts = Stream.of(rows)
                .map(row -> Stream.of(row.split(" ")).mapToLong(Long::parseLong).toArray())
                .toArray(long[][]::new);
        var hidden = Suppression.hide(counts, rowTotals, columnTotals, threshold);
        return picture(counts, hidden, rowTotals, columnTotals);
    }

    /** What the reader sees: a star is hidden; totals, where they are known, are after the bar and in the last row. */
    private static String picture(long[][] counts, Suppression.Hidden hidden, boolean rowTotals, boolean columnTotals) {
        var picture = new StringBuilder();
        var grandTotal = 0L;
        for (var row = 0; row < counts.length; row++) {
            var total = LongStream.of(counts[row]).sum();
            picture.append(line(counts[row], hidden.cells()[row]));
            picture.append(rowTotals ? " | " + (hidden.rowTotals()[row] ? "*" : total) : "")
                    .append('\n');
            grandTotal += total;
        }
        if (columnTotals) {
            picture.append(line(totals(counts), hidden.columnTotals())).append(' ');
        }
        if (rowTotals || columnTotals) {
            picture.append("| ").append(hidden.grandTotal() ? "*" : grandTotal);
        }
        return picture.toString().strip();
    }

    private static String line(long[] counts, boolean[] hidden) {
        return IntStream.range(0, counts.length)
                .mapToObj(index -> hidden[index] ? "*" : "" + counts[index])
                .collect(joining(" "));
    }

    private static long[] totals(long[][] counts) {
        var totals = new long[counts.length == 0 ? 0 : counts[0].length];
        Arrays.setAll(
                totals,
                column -> Stream.of(counts).mapToLong(row -> row[column]).sum());
        return totals;
    }

    /**
     * Tries out every table that agrees with what is shown, with hidden counts from 1 to {@link #MOST}; knows nothing
     * of how they were chosen. A higher bound could only let it find more tables, that is, know less.
     */
    private static final class Reader {

        private static final int MOST = 12;

        private final long[] counts;
        private final List<Integer> cells = new ArrayList<>();
        private final List<List<Integer>> lines = new ArrayList<>();
        private final List<List<Integer>> knownSums = new ArrayList<>();

        Reader(long[][] counts, Suppression.Hidden hidden, boolean rowTotals, boolean columnTotals) {
            var columns = counts[0].length;
            this.counts = Stream.of(counts).flatMapToLong(LongStream::of).toArray();
            for (var row = 0; row < counts.length; row++) {
                for (var column = 0; column < columns; column++) {
                    if (hidden.cells()[row][column]) {
                        cells.add(row * columns + column);
                    }
                }
            }
            for (var row = 0; row < counts.length; row++) {
                var of = row;
                addLine(cell -> cell / columns == of, rowTotals && !hidden.rowTotals()[row]);
            }
            for (var column = 0; column < columns; column++) {
                var of = column;
                addLine(cell -> cell % columns == of, columnTotals && !hidden.columnTotals()[column]);
            }
            lines.add(cells.stream()
                    .filter(cell -> !rowTotals || hidden.rowTotals()[cell / columns])
                    .toList());
            lines.add(cells.stream()
                    .filter(cell -> !columnTotals || hidden.columnTotals()[cell % columns])
                    .toList());
            if ((rowTotals || columnTotals) && !hidden.grandTotal()) {
                knownSums.add(cells);
            }
        }

        private void addLine(Predicate<Integer> of, boolean known) {
            var line = cells.stream().filter(of).toList();
            lines.add(line);
            if (known) {
                knownSums.add(line);
            }
        }

        List<Integer> cells() {
            return cells;
        }

        /** Returns lines, also all rows or columns without a known total, that hide a small group. */
        List<List<Integer>> smallLines(int threshold) {
            return lines.stream()
                    .filter(line -> sum(line, counts) > 0 && sum(line, counts) < threshold)
                    .toList();
        }

        /** Returns whether these hidden counts have the same sum in every table that agrees with what is shown. */
        boolean knows(List<Integer> group) {
            var order = new LinkedHashSet<>(group);
            order.addAll(cells);
            return !findsAnother(group, List.copyOf(order), 0, new long[counts.length]);
        }

        private boolean findsAnother(List<Integer> group, List<Integer> order, int next, long[] guess) {
            if (!knownSums.stream().allMatch(sum -> mayAgree(sum, guess))
                    || (next == group.size() && sum(group, guess) == sum(group, counts))) {
                return false;
            }
            if (next == order.size()) {
                return true;
            }
            for (guess[order.get(next)] = 1; guess[order.get(next)] <= MOST; guess[order.get(next)]++) {
                if (findsAnother(group, order, next + 1, guess)) {
                    return true;
                }
            }
            guess[order.get(next)] = 0;
            return false;
        }

        private boolean mayAgree(List<Integer> group, long[] guess) {
            var left = sum(group, counts) - sum(group, guess);
            var open = group.stream().filter(cell -> guess[cell] == 0).count();
            return left >= open && left <= open * MOST;
        }

        private static long sum(List<Integer> group, long[] counts) {
            return group.stream().mapToLong(cell -> counts[cell]).sum();
        }
    }
}
