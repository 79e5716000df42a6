package org.wbl.interviews.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that was kept, and what its reader said about it.
 *
 * @param school null when it is about every school
 * @param interviews how many interviews it shows
 */
public record Report(
        long id,
        @Nullable String school,
        Instant writtenAt,
        int interviews,
        @Nullable String readBy,
        @Nullable Instant readAt,
        @Nullable String comment) {}
