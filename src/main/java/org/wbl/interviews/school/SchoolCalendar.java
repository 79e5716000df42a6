package org.wbl.interviews.school;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A school's calendar as models see it: every method returns a moment at which something is due.
 *
 * <p>A business day is Monday to Friday without holidays; a school day is a business day on which the school is open.
 * Things are due at the end of the working day, 18:00 in the district's time zone.
 */
public final class SchoolCalendar {

    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private final Clock clock;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> closedDays;

    SchoolCalendar(Clock clock, Set<LocalDate> holidays, Set<LocalDate> closedDays) {
        this.clock = clock;
        this.holidays = Set.copyOf(holidays);
        this.closedDays = Set.copyOf(closedDays);
    }

    /** Returns the end of the {@code count}th school day after today. */
    public Date inSchoolDays(int count) {
        return endOfDayAfter(count, this::isSchoolDay);
    }

    /** Returns the end of the {@code count}th business day after today. */
    public Date inBusinessDays(int count) {
        return endOfDayAfter(count, this::isBusinessDay);
    }

    boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY && !holidays.contains(day);
    }

    boolean isSchoolDay(LocalDate day) {
        return isBusinessDay(day) && !closedDays.contains(day);
    }

    private Date endOfDayAfter(int count, Predicate<LocalDate> counts) {
        var day = LocalDate.now(clock);
        for (var left = count; left > 0; ) {
            day = day.plusDays(1);
            if (counts.test(day)) {
                left--;
            }
        }
        return Date.from(day.atTime(END_OF_DAY).atZone(clock.getZone()).toInstant());
    }
}
