package org.wbl.interviews.school;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.school.CalendarDay.Kind;

/**
 * A school's calendar as models see it: every method returns a moment at which something is due.
 *
 * <p>A business day is Monday to Friday without holidays; a school day is a business day on which the school is open,
 * half days and exam days included. Things are due at the end of the working day, 18:00 in the district's time zone.
 *
 * <p>Deadlines before an interview that is <em>expedited</em>, booked with less than the lead time of the longest step:
 * a step keeps its own lead time or gets a share of the working time between booking and interview, whichever is the
 * shorter. The share is one half for the longest lead time and goes down evenly to a quarter for none. So a deadline
 * with a longer lead time always comes before one with a shorter lead time, and nobody has less than half of the time.
 * All of them count from the booking, whenever their step begins.
 *
 * <p>Whatever would still be due in the past, because a step begins late, is due after half of the time that is left.
 *
 * <p>{@code interviewAt} is the interview's beginning as ISO 8601 with offset, such as 2027-01-11T10:00-05:00.
 */
public final class SchoolCalendar {

    private static final LocalTime START_OF_DAY = LocalTime.of(8, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private final Clock clock;
    private final Period leadTime;
    private final Map<LocalDate, Kind> days;
    private final @Nullable Instant expeditedSince;

    SchoolCalendar(Clock clock, Period leadTime, Map<LocalDate, Kind> days) {
        this(clock, leadTime, days, null);
    }

    private SchoolCalendar(Clock clock, Period leadTime, Map<LocalDate, Kind> days, @Nullable Instant expeditedSince) {
        this.clock = clock;
        this.leadTime = leadTime;
        this.days = Map.copyOf(days);
        this.expeditedSince = expeditedSince;
    }

    /** Returns this calendar for the deadlines of an expedited interview. */
    public SchoolCalendar expedited(Instant bookedAt) {
        return new SchoolCalendar(clock, leadTime, days, bookedAt);
    }

    /** Whether an interview on {@code day}, booked today, leaves less than the lead time. */
    public boolean isExpedited(LocalDate day) {
        return today().toLocalDate().plus(leadTime).isAfter(day);
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

    /** Returns nine o'clock on the {@code count}th school day after today: when people are reminded. */
    public Date onMorningInSchoolDays(int count) {
        return date(move(today(), count, 1, this::isSchoolDay).with(MORNING));
    }

    /** Returns nine o'clock on the {@code count}th business day after today. */
    public Date onMorningInBusinessDays(int count) {
        return date(move(today(), count, 1, this::isBusinessDay).with(MORNING));
    }

    /**
     * Returns the first moment from now on at which automatic mails may go: between 8:00 and 18:00 on a school day, or
     * a business day for employers; in the morning of a later day.
     *
     * @param suits whether a day suits otherwise
     */
    public Instant mailTime(boolean forEmployer, Predicate<LocalDate> suits) {
        for (var moment = today(); ; moment = moment.plusDays(1).with(MORNING)) {
            var day = moment.toLocalDate();
            var opens = forEmployer ? isBusinessDay(day) : isSchoolDay(day);
            if (opens && moment.toLocalTime().isBefore(END_OF_DAY) && suits.test(day)) {
                return later(moment, moment.with(START_OF_DAY)).toInstant();
            }
        }
    }

    /** Returns the end of the first business day that is at least {@code count} days away. */
    public Date inDays(int count) {
        return date(businessDayFrom(count).with(END_OF_DAY));
    }

    /** Returns nine o'clock on that day. */
    public Date onMorningInDays(int count) {
        return date(businessDayFrom(count).with(MORNING));
    }

    private ZonedDateTime businessDayFrom(int count) {
        var day = today().plusDays(count);
        return isBusinessDay(day.toLocalDate()) ? day : move(day, 1, 1, this::isBusinessDay);
    }

    /** Returns the end of the {@code count}th school day before the interview. */
    public Date schoolDaysBefore(String interviewAt, int count) {
        var interview = interview(interviewAt);
        return before(interview, move(interview, count, -1, this::isSchoolDay).with(END_OF_DAY));
    }

    /** Returns nine o'clock on the last business day before the interview. */
    public Date morningBefore(String interviewAt) {
        var interview = interview(interviewAt);
        return before(interview, move(interview, 1, -1, this::isBusinessDay).with(MORNING));
    }

    /** Whether the last business day before the interview has not begun to be worked on. */
    public boolean isBeforeTheDayBefore(String interviewAt) {
        return today().isBefore(
                        move(interview(interviewAt), 1, -1, this::isBusinessDay).with(MORNING));
    }

    /** Returns three o'clock on the last school day before the interview. */
    public Date afternoonBefore(String interviewAt) {
        var interview = interview(interviewAt);
        return before(interview, move(interview, 1, -1, this::isSchoolDay).with(AFTERNOON));
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
        return day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY && !is(day, Kind.HOLIDAY);
    }

    public boolean isSchoolDay(LocalDate day) {
        return isBusinessDay(day) && !is(day, Kind.CLOSED);
    }

    public boolean isHalfDay(LocalDate day) {
        return is(day, Kind.HALF_DAY);
    }

    public boolean isExamDay(LocalDate day) {
        return is(day, Kind.EXAM);
    }

    private boolean is(LocalDate day, Kind kind) {
        return days.get(day) == kind;
    }

    private Date before(ZonedDateTime interview, ZonedDateTime planned) {
        var now = today();
        var due = expeditedSince == null
                ? planned
                : later(planned, shortened(interview, planned, expeditedSince.atZone(clock.getZone())));
        return date(due.isAfter(now) && due.isBefore(interview) ? due : halfway(now, interview));
    }

    private ZonedDateTime shortened(ZonedDateTime interview, ZonedDateTime planned, ZonedDateTime bookedAt) {
        var longest = Duration.between(interview.minus(leadTime), interview).toSeconds();
        var lead = Math.min(Duration.between(planned, interview).toSeconds(), longest);
        var left = workingTime(bookedAt, interview).toSeconds();
        return workingTimeBefore(interview, Duration.ofSeconds(left * (longest + lead) / (4 * longest)));
    }

    /** In working time; where there is none, as between an evening and an early morning, halfway all the same. */
    private ZonedDateTime halfway(ZonedDateTime now, ZonedDateTime interview) {
        if (!interview.isAfter(now)) {
            return now;
        }
        var due = workingTimeBefore(interview, workingTime(now, interview).dividedBy(2));
        return due.isAfter(now) && due.isBefore(interview)
                ? due
                : now.plus(Duration.between(now, interview).dividedBy(2));
    }

    /** Returns how long people work between two moments: from eight to six on business days. */
    private Duration workingTime(ZonedDateTime from, ZonedDateTime to) {
        var sum = Duration.ZERO;
        for (var day = from; !day.toLocalDate().isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            var begin = later(from, day.with(START_OF_DAY));
            var end = earlier(to, day.with(END_OF_DAY));
            if (isBusinessDay(day.toLocalDate()) && end.isAfter(begin)) {
                sum = sum.plus(Duration.between(begin, end));
            }
        }
        return sum;
    }

    /** Returns the moment from which on people work {@code time} until {@code end}. */
    private ZonedDateTime workingTimeBefore(ZonedDateTime end, Duration time) {
        var left = time;
        for (var day = end; ; day = day.minusDays(1)) {
            var close = earlier(end, day.with(END_OF_DAY));
            var open = Duration.between(day.with(START_OF_DAY), close);
            if (isBusinessDay(day.toLocalDate()) && !open.isNegative()) {
                if (open.compareTo(left) >= 0) {
                    return close.minus(left);
                }
                left = left.minus(open);
            }
        }
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
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
