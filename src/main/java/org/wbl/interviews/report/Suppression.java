package org.wbl.interviews.report;

import java.util.Arrays;

/**
 * Which counts of people a table must not show, so that none of the small ones can be worked out.
 *
 * <p>Hidden are the small counts and as many others as it takes for two things: every hidden count and every hidden
 * total has at least two possible values; and where the sum of a line's hidden counts is known, it is not small. Zeros
 * are always shown, for who was left out must be seen. The rule is the habit of New York City's local-law reports: hide
 * 1 to 5, and what would let them be worked out.
 *
 * <p>The reader is assumed to know all that is shown, that a hidden count is at least 1 and, if they know the totals of
 * the rows or of the columns, the grand total as well; not why a count is hidden, nor any other table, but for totals.
 *
 * <p>Rows and columns are the nodes of a graph, counts its edges, totals the counts of one more row and column. A
 * hidden count can have another value exactly if it lies on a cycle of hidden ones that grow by one from a row to a
 * column and shrink by one from a column to a row, which a 1 can't (Gusfield, "A graph theoretic approach to
 * statistical data security", SIAM J. Comput. 1988). Each hidden count gets the cycle that takes least to hide.
 */
final class Suppression {

    // The grand total only if there is no other way, then as few totals, as few counts and as few people as possible; a
    // way has at most four totals and never so many counts that one kind outgrows the next.
    private static final long GRAND_TOTAL = 1L << 52;
    private static final long PER_TOTAL = 1L << 48;
    private static final long PER_COUNT = 1L << 32;
    private static final long MOST_PEOPLE = 1L << 20;
    private static final long NO_WAY = Long.MAX_VALUE;

    /** Lines are numbered: the column of the rows' totals, the columns, the row of the columns' totals, the rows. */
    private static final int ROW_TOTALS = 0;

    private final int columnTotals;
    private final int lines;
    private final int threshold;

    /** What is where two lines cross, in either order; 0 where they don't. */
    private final long[][] people;

    private final boolean[][] hidden;

    /** What is known to have two possible values; hiding more can't change that. */
    private final boolean[][] safe;

    private Suppression(int rows, int columns, int threshold) {
        this.threshold = threshold;
        columnTotals = columns + 1;
        lines = columns + rows + 2;
        people = new long[lines][lines];
        hidden = new boolean[lines][lines];
        safe = new boolean[lines][lines];
    }

    /**
     * Chooses what to hide: always the same in the same table, few and small counts where there is a choice, and totals
     * only where counts are not enough. It takes about 0.1 s for 300 x 20 counts.
     *
     * @param counts rows x columns of people, none negative; may have no rows or columns
     * @param rowTotals whether the reader knows each row's total
     * @param columnTotals whether the reader knows each column's total
     * @param threshold counts from 1 to {@code threshold - 1} are small
     * @throws IllegalArgumentException if a count is negative or the rows differ in length
     */
    static Hidden hide(long[][] counts, boolean rowTotals, boolean columnTotals, int threshold) {
        return hide(counts, rowTotals, columnTotals, new boolean[counts.length], false, threshold);
    }

    /**
     * As the other one, where another table withholds some of the totals: these cannot be worked out from the counts
     * either.
     *
     * @param withheldRowTotals a flag a row
     */
    static Hidden hide(
            long[][] counts,
            boolean rowTotals,
            boolean columnTotals,
            boolean[] withheldRowTotals,
            boolean withheldGrandTotal,
            int threshold) {
        var table = new Suppression(counts.length, counts.length == 0 ? 0 : counts[0].length, threshold);
        table.read(counts);
        table.hideSmallAndUnknown(rowTotals, columnTotals);
        table.protectWithheld(withheldRowTotals, withheldGrandTotal);
        table.protectCounts();
        table.protectSums();
        return table.hidden(rowTotals, columnTotals);
    }

    private void read(long[][] counts) {
        for (var row = 0; row < counts.length; row++) {
            if (counts[row].length != counts[0].length) {
                throw new IllegalArgumentException("Every row must have %d counts, like the first, but row %d has %d"
                        .formatted(counts[0].length, row + 1, counts[row].length));
            }
            for (var column = 0; column < counts[row].length; column++) {
                var count = counts[row][column];
                if (count < 0) {
                    throw new IllegalArgumentException(
                            "A count of people can't be negative but is %d in row %d".formatted(count, row + 1));
                }
                add(columnTotals + 1 + row, 1 + column, count);
                add(columnTotals + 1 + row, ROW_TOTALS, count);
                add(columnTotals, 1 + column, count);
                add(columnTotals, ROW_TOTALS, count);
            }
        }
    }

    private void add(int line, int other, long count) {
        people[line][other] += count;
        people[other][line] += count;
    }

    private void hideSmallAndUnknown(boolean knowsRowTotals, boolean knowsColumnTotals) {
        for (var row = columnTotals; row < lines; row++) {
            for (var column = ROW_TOTALS; column < columnTotals; column++) {
                var small = people[row][column] > 0 && people[row][column] < threshold;
                var known = (column == ROW_TOTALS && knowsRowTotals) || (row == columnTotals && knowsColumnTotals);
                if (isTotal(row, column) ? !known : small) {
                    hide(row, column);
                }
            }
        }
    }

    private void hide(int line, int other) {
        hidden[line][other] = true;
        hidden[other][line] = true;
    }

    private boolean isTotal(int line, int other) {
        return Math.min(line, other) == ROW_TOTALS || Math.max(line, other) == columnTotals;
    }

    private void protectWithheld(boolean[] rowTotals, boolean grandTotal) {
        for (var row = 0; row < rowTotals.length; row++) {
            if (rowTotals[row]) {
                hide(columnTotals + 1 + row, ROW_TOTALS);
            }
        }
        if (grandTotal) {
            hide(columnTotals, ROW_TOTALS);
        }
        for (var row = columnTotals; row < lines; row++) {
            var withheld = row == columnTotals ? grandTotal : rowTotals[row - columnTotals - 1];
            if (withheld && people[row][ROW_TOTALS] > 0 && !safe[row][ROW_TOTALS]) {
                protect(row, ROW_TOTALS);
            }
        }
    }

    private void protectCounts() {
        for (var row = columnTotals + 1; row < lines; row++) {
            for (var column = ROW_TOTALS + 1; column < columnTotals; column++) {
                if (hidden[row][column] && !safe[row][column]) {
                    protect(row, column);
                }
            }
        }
    }

    /** Goes on until all is well: a total that is hidden for one line may be a small one in the line of totals. */
    private void protectSums() {
        for (var again = true; again; ) {
            again = false;
            // Backwards, for what the rows hide may be enough for the row of totals, and likewise the columns.
            for (var line = lines - 1; line >= 0; line--) {
                again |= protectSum(line);
            }
        }
    }

    /** Hides the smallest shown count of a line, or else its total, if the hidden ones are known to be few people. */
    private boolean protectSum(int line) {
        var total = totalsOf(line);
        var sum = hiddenIn(line);
        if (sum == 0 || sum >= threshold || (hidden[line][total] && cheapestCycle(line, total).cost == 0)) {
            return false;
        }
        var smallest = total;
        for (var other = 0; other < lines; other++) {
            if (people[line][other] > 0 && !hidden[line][other] && people[line][other] < people[line][smallest]) {
                smallest = other;
            }
        }
        protect(line, smallest);
        return true;
    }

    /** Returns how many people a line hides; of a hidden total, those that its own line hides. */
    private long hiddenIn(int line) {
        var sum = 0L;
        for (var other = 0; other < lines; other++) {
            if (hidden[line][other] && other != totalsOf(line)) {
                sum += isTotal(line, other) ? hiddenIn(other) : people[line][other];
            }
        }
        return sum;
    }

    private int totalsOf(int line) {
        return line < columnTotals ? columnTotals : ROW_TOTALS;
    }

    /** Hides what is where two lines cross, and what else it takes for it to have two possible values. */
    private void protect(int line, int other) {
        var before = cheapestCycle(line, other).before;
        var at = line;
        do {
            hide(at, before[at]);
            safe[at][before[at]] = true;
            safe[before[at]][at] = true;
            at = before[at];
        } while (at != line);
    }

    private Cycle cheapestCycle(int line, int other) {
        var cycle = cycle(line, other);
        var reverse = cycle.cost == 0 ? cycle : cycle(other, line);
        return cycle.cost <= reverse.cost ? cycle : reverse;
    }

    /** The step between two lines and Dijkstra's way back, where what is hidden costs nothing. */
    private Cycle cycle(int from, int to) {
        var before = new int[lines];
        var cost = new long[lines];
        var done = new boolean[lines];
        Arrays.fill(cost, NO_WAY);
        before[to] = from;
        cost[to] = step(from, to) == NO_WAY ? NO_WAY : 0;
        for (var line = nearest(cost, done, from); line != from; line = nearest(cost, done, from)) {
            done[line] = true;
            var end = line < columnTotals ? lines : columnTotals;
            for (var other = totalsOf(line); other < end; other++) {
                var step = line == to && other == from ? NO_WAY : step(line, other);
                if (step != NO_WAY && cost[line] + step < cost[other]) {
                    cost[other] = cost[line] + step;
                    before[other] = line;
                }
            }
        }
        return new Cycle(cost[from], before);
    }

    /** Returns the nearest of the lines that are nearer than the goal, or else the goal. */
    private static int nearest(long[] cost, boolean[] done, int goal) {
        var nearest = goal;
        for (var line = 0; line < cost.length; line++) {
            if (!done[line] && cost[line] < cost[nearest]) {
                nearest = line;
            }
        }
        return nearest;
    }

    /** What must be hidden for one person more, from a row to a column, or one fewer, from a column to a row. */
    private long step(int from, int to) {
        var count = people[from][to];
        var total = isTotal(from, to);
        var leavesNobody = from < to && count == 1 && !total;
        if (count == 0 || leavesNobody) {
            return NO_WAY;
        }
        if (hidden[from][to]) {
            return 0;
        }
        if (total) {
            return from + to == ROW_TOTALS + columnTotals ? GRAND_TOTAL : PER_TOTAL;
        }
        return PER_COUNT + Math.min(count, MOST_PEOPLE);
    }

    private Hidden hidden(boolean knowsRowTotals, boolean knowsColumnTotals) {
        var rows = lines - columnTotals - 1;
        var columns = columnTotals - 1;
        var cells = new boolean[rows][];
        Arrays.setAll(cells, row -> Arrays.copyOfRange(hidden[columnTotals + 1 + row], 1, columnTotals));
        return new Hidden(
                cells,
                knowsRowTotals ? Arrays.copyOfRange(hidden[ROW_TOTALS], columnTotals + 1, lines) : new boolean[rows],
                knowsColumnTotals ? Arrays.copyOfRange(hidden[columnTotals], 1, columnTotals) : new boolean[columns],
                (knowsRowTotals || knowsColumnTotals) && hidden[columnTotals][ROW_TOTALS]);
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares cycles
    private record Cycle(long cost, int[] before) {}

    /**
     * What is not shown of a table.
     *
     * @param cells rows x columns
     * @param rowTotals per row, whether its total must not be shown either; false where the reader knows none anyway
     * @param columnTotals per column, likewise
     * @param grandTotal whether the sum of everything must not be shown either, nor be known from elsewhere
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares what is hidden
    record Hidden(boolean[][] cells, boolean[] rowTotals, boolean[] columnTotals, boolean grandTotal) {}
}
