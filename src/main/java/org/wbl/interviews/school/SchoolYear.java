package org.wbl.interviews.school;

import java.time.LocalDate;
import java.time.Month;

/** A school year, July 1 to June 30; {@code begins} is the calendar year of that July. */
public record SchoolYear(int begins) {

    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() < Month.JULY.getValue() ? day.getYear() - 1 : day.getYear());
    }

    public LocalDate first() {
        return LocalDate.of(begins, Month.JULY, 1);
    }

    public LocalDate last() {
        return LocalDate.of(begins + 1, Month.JUNE, 30);
    }
}
