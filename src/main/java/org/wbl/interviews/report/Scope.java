package org.wbl.interviews.report;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a workbook is about, and for whom and when it is written.
 *
 * @param everySchool said explicitly, so that a person without a school is never taken for one who sees all of them
 * @param schools codes of the schools; none when it is about every school
 * @param writtenFor who asked for it, as the workbook shall name them
 * @param at when it is written
 */
public record Scope(boolean everySchool, Set<String> schools, String writtenFor, Instant at) {

    public Scope {
        schools = Set.copyOf(schools);
        if (everySchool != schools.isEmpty()) {
            throw new IllegalArgumentException(
                    "A workbook for '%s' is about every school or about at least one named school"
                            .formatted(writtenFor));
        }
    }

    public static Scope everySchool(String writtenFor, Instant at) {
        return new Scope(true, Set.of(), writtenFor, at);
    }

    public static Scope of(Set<String> schools, String writtenFor, Instant at) {
        return new Scope(false, schools, writtenFor, at);
    }

    /** Returns the school of a workbook about one school; empty when it is about every school. */
    Optional<String> onlySchool() {
        if (schools.size() > 1) {
            throw new IllegalArgumentException(
                    "A kept report is about one school or about every school but not about %d"
                            .formatted(schools.size()));
        }
        return schools.stream().findFirst();
    }
}
