package org.wbl.interviews.rating;

import org.jspecify.annotations.Nullable;

/**
 * A mark from 1 (not yet) to 4 (exemplary), or "not observed", which is part of no mean.
 *
 * @param points 1 to 4, or null when not observed
 */
public record Score(@Nullable Integer points) {

    public static final Score NOT_OBSERVED = new Score(null);

    private static final int LOWEST = 1;
    private static final int HIGHEST = 4;

    public Score {
        if (points != null && (points < LOWEST || points > HIGHEST)) {
            throw new IllegalArgumentException(
                    "A score must be from %d to %d but is %d.".formatted(LOWEST, HIGHEST, points));
        }
    }

    /** Reads what a form answers: 1, 2, 3, 4 or NO. */
    public static Score parse(String answer) {
        return "NO".equals(answer) ? NOT_OBSERVED : new Score(Integer.valueOf(answer));
    }
}
