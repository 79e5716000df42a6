package org.wbl.interviews.school;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A school's calendar as models see it: every method returns a moment at which something is due.
 *
 * <p>A business day is Monday to Friday without holidays; a school day is a business day on which the school is open.
 * Things are due at the end of the working day, 18:00 in the district's time zone. What would have been due in the
 * past, because the interview is near, is due after half of the time that is left.
 *
 * <p>{@code interviewAt} is the interview's beginning as ISO 8601 with offset, such as 2027-01-11T10:00-05:00.
 */
public final class SchoolCalendar {

    private static final LocalTime START_OF_DAY = LocalTime.of(8, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

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
        return date(move(today(), count, 1, this::isSchoolDay).with(END_OF_DAY));
    }

    /** Returns the beginning of a day, such as 2027-01-11. */
    public Date beginningOf(String day) {
        return date(LocalDate.parse(day).atStartOfDay(clock.getZone()));
    }

    /** Returns the moment when {@code count} hours of school days, from 8:00 to 18:00, will have passed. */
    public Date inSchoolHours(int count) {
        var left = Duration.ofHours(count);
        for (var from = today(); ; from = from.plusDays(1).with(START_OF_DAY)) {
            var opening = from.with(START_OF_DAY);
            var start = from.isBefore(opening) ? opening : from;
            var open = Duration.between(start, from.with(END_OF_DAY));
            if (!isSchoolDay(from.toLocalDate()) || open.isNegative()) {
                continue;
            }
            if (open.compareTo(left) >= 0) {
                return date(start.plus(left));
            }
            left = left.minus(open);
        }
    }

    /** Returns the end of the {@code count}th business day after today. */
    public Date inBusinessDays(int count) {
        return date(move(today(), count, 1, this::isBusinessDay).with(END_OF_DAY));
    }

    /** Returns the end of the first business day that is at least {@code count} days away. */
    public Date inDays(int count) {
        var day = today().plusDays(count);
        return date((isBusinessDay(day.toLocalDate()) ? day : move(day, 1, 1, this::isBusinessDay)).with(END_OF_DAY));
    }

    /** Returns the end of the day {@code count} calendar days before the interview. */
    public Date daysBefore(String interviewAt, int count) {
        var interview = interview(interviewAt);
        return before(interview, interview.minusDays(count).with(END_OF_DAY));
    }

    /** Returns the end of the {@code count}th school day before the interview. */
    public Date schoolDaysBefore(String interviewAt, int count) {
        var interview = interview(interviewAt);
        return before(interview, move(interview, count, -1, this::isSchoolDay).with(END_OF_DAY));
    }

    /** Returns the end of the {@code count}th business day before the interview. */
    public Date businessDaysBefore(String interviewAt, int count) {
        var interview = interview(interviewAt);
        return before(interview, move(interview, count, -1, this::isBusinessDay).with(END_OF_DAY));
    }

    /** Returns nine o'clock on the last business day before the interview. */
    public Date morningBefore(String interviewAt) {
        var interview = interview(interviewAt);
        return before(interview, move(interview, 1, -1, this::isBusinessDay).with(MORNING));
    }

    /** Returns the moment {@code count} hours after the interview's beginning. */
    public Date hoursAfter(String interviewAt, int count) {
        return date(interview(interviewAt).plusHours(count));
    }

    /** Returns the moment {@code count} minutes after the interview's beginning. */
    public Date minutesAfter(String interviewAt, int count) {
        return date(interview(interviewAt).plusMinutes(count));
    }

    boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY && !holidays.contains(day);
    }

    public boolean isSchoolDay(LocalDate day) {
        return isBusinessDay(day) && !closedDays.contains(day);
    }

    private Date before(ZonedDateTime interview, ZonedDateTime target) {
        var now = clock.instant();
        if (target.toInstant().isAfter(now)) {
            return date(target);
        }
        var left = Duration.between(now, interview);
        return Date.from(left.isNegative() ? now : now.plus(left.dividedBy(2)));
    }

    private static ZonedDateTime move(ZonedDateTime from, int count, int step, Predicate<LocalDate> counts) {
        var day = from;
        for (var left = count; left > 0; ) {
            day = day.plusDays(step);
            if (counts.test(day.toLocalDate())) {
                left--;
            }
        }
        return day;
    }

    private ZonedDateTime interview(String interviewAt) {
        return OffsetDateTime.parse(interviewAt).atZoneSameInstant(clock.getZone());
    }

    private ZonedDateTime today() {
        return ZonedDateTime.now(clock);
    }

    private static Date date(ZonedDateTime moment) {
        return Date.from(moment.toInstant());
    }
}
