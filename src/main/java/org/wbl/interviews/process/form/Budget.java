package org.wbl.interviews.process.form;

import java.time.Duration;

/**
 * How long one evaluation may take.
 *
 * <p>Looks at the clock only every 256 steps, so that a short evaluation never fails because the machine was busy.
 */
final class Budget {

    private static final int STEPS_BETWEEN_LOOKS = 256;

    private final long startedAt = System.nanoTime();
    private final long allowedNanos;
    private int steps;

    Budget(Duration allowed) {
        this.allowedNanos = allowed.toNanos();
    }

    /** Counts one step; throws {@link Exceeded} once the time is over. */
    void step() {
        steps++;
        if (steps % STEPS_BETWEEN_LOOKS == 0 && System.nanoTime() - startedAt > allowedNanos) {
            throw new Exceeded();
        }
    }

    /** Thrown out of an evaluation that took too long; nothing was decided. */
    static final class Exceeded extends RuntimeException {

        Exceeded() {
            super("The evaluation took longer than allowed.", null, false, false);
        }
    }
}
