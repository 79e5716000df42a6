package org.wbl.interviews.mirror;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.wbl.interviews.school.SchoolYear;

/**
 * From when until when one looks, in the district's time.
 *
 * @param code what stands in the address
 * @param until no longer part of it
 */
record Period(String code, String words, LocalDateTime since, LocalDateTime until) {

    static final String USUAL = "last-90-days";

    /** Returns what one may choose today. */
    static List<Period> choices(LocalDate today) {
        var year = SchoolYear.of(today);
        return List.of(
                last(30, today),
                last(90, today),
                of(year),
                of(new SchoolYear(year.begins() - 1)),
                new Period("everything", "Everything", LocalDateTime.MIN, LocalDateTime.MAX));
    }

    private static Period last(int days, LocalDate today) {
        return new Period(
                "last-%d-days".formatted(days),
                "Last %d days".formatted(days),
                today.minusDays(days).atStartOfDay(),
                today.plusDays(1).atStartOfDay());
    }

    private static Period of(SchoolYear year) {
        return new Period(
                "school-year-%d".formatted(year.begins()),
                "School year " + year.words(),
                year.first().atStartOfDay(),
                year.last().plusDays(1).atStartOfDay());
    }
}
