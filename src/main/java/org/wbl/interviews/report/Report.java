package org.wbl.interviews.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report that was asked for, its workbook, and what its reader said about it.
 *
 * @param schools what it is about; none: every school
 * @param filters which of the interviews of these schools and this period it is about, in words; none: all of them
 * @param askedBy engine user id; null when the calendar asks for it
 * @param writtenAt null until it is written
 * @param interviews how many interviews it shows
 * @param summary the key figures in words, a sentence each
 * @param bytes of the workbook; 0 until it is written, and when it is no longer kept
 */
public record Report(
        long id,
        Set<String> schools,
        Period period,
        List<String> filters,
        Readers readers,
        @Nullable String askedBy,
        @Nullable Instant writtenAt,
        int interviews,
        List<String> summary,
        long bytes,
        @Nullable String readBy,
        @Nullable Instant readAt,
        @Nullable String comment) {

    public Report {
        schools = Set.copyOf(schools);
        filters = List.copyOf(filters);
        summary = List.copyOf(summary);
    }

    /** Whether it is about some of the interviews alone. */
    public boolean narrowed() {
        return !filters.isEmpty();
    }
}
