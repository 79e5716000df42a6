package org.wbl.interviews.mirror;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says how long something takes, as briefly as one compares it. */
final class Wait {

    private static final int SHORTEST_IN_DAYS = 2;
    private static final int LONGEST_WITH_TENTHS = 10;

    private Wait() {}

    /** Returns "5 min", "3 h", "2.5 days" or "12 days"; nothing of nothing. */
    static @Nullable String words(@Nullable Long millis) {
        if (millis == null) {
            return null;
        }
        var wait = Duration.ofMillis(millis);
        if (wait.compareTo(Duration.ofMinutes(1)) < 0) {
            return "under 1 min";
        }
        if (wait.compareTo(Duration.ofHours(1)) < 0) {
            return wait.toMinutes() + " min";
        }
        if (wait.compareTo(Duration.ofDays(SHORTEST_IN_DAYS)) < 0) {
            return wait.toHours() + " h";
        }
        return wait.compareTo(Duration.ofDays(LONGEST_WITH_TENTHS)) < 0
                ? String.format(
                        Locale.US,
                        "%.1f days",
                        wait.toMinutes() / (double) Duration.ofDays(1).toMinutes())
                : wait.toDays() + " days";
    }
}
