package org.wbl.interviews.mirror;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How cases fare at a step; see {@code mirror_step} in the database.
 *
 * @param name the step's in the history; null when no wait ended in the period
 * @param running cases that are there now
 * @param waits how many ended in the period
 * @param medianWait in milliseconds
 * @param p90Wait the 90th percentile, in milliseconds
 * @param due tasks that fell due in the period
 * @param overdue those of them that were done later, or are still open
 * @param overdueShare of those that fell due; null when none did
 */
record StepFigures(
        String step,
        @Nullable String name,
        long running,
        long waits,
        @Nullable Long medianWait,
        @Nullable Long p90Wait,
        long due,
        long overdue,
        @Nullable BigDecimal overdueShare) {

    static StepFigures none(String step) {
        return new StepFigures(step, null, 0, 0, null, null, 0, 0, null);
    }

    public @Nullable String median() {
        return Wait.words(medianWait);
    }

    public @Nullable String p90() {
        return Wait.words(p90Wait);
    }
}
