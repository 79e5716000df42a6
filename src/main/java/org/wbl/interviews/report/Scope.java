package org.wbl.interviews.report;

import java.time.Instant;
import java.util.Set;

/**
 * Which schools a report may be about, and for whom and when it is written.
 *
 * @param everySchool said explicitly, so that a person without a school is never taken for one who sees all of them
 * @param schools codes of the schools; none when it is about every school
 * @param named whether it is for the schools' own staff: with names, and with small numbers
 * @param writtenFor who asked for it, as the report shall name them
 * @param at when it is written
 */
public record Scope(boolean everySchool, Set<String> schools, boolean named, String writtenFor, Instant at) {

    public Scope {
        schools = Set.copyOf(schools);
        if (everySchool != schools.isEmpty()) {
            throw new IllegalArgumentException(
                    "A report for '%s' is about every school or about at least one named school".formatted(writtenFor));
        }
    }

    /** Every school, without names: nobody works at all of them. */
    public static Scope everySchool(String writtenFor, Instant at) {
        return new Scope(true, Set.of(), false, writtenFor, at);
    }

    /** These schools as their leadership sees them, without names. */
    public static Scope of(Set<String> schools, String writtenFor, Instant at) {
        return new Scope(false, schools, false, writtenFor, at);
    }

    /** These schools as their own staff sees them. */
    public static Scope named(Set<String> schools, String writtenFor, Instant at) {
        return new Scope(false, schools, true, writtenFor, at);
    }

    /**
     * Returns the part of it that is one school.
     *
     * @throws BadFilter if it does not reach so far
     */
    Scope only(String school) {
        if (!everySchool && !schools.contains(school)) {
            throw new BadFilter("You do not work for this school. Choose one from the list.");
        }
        return new Scope(false, Set.of(school), named, writtenFor, at);
    }
}
