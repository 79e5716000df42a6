package org.wbl.interviews.school;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wbl.interviews.school.CalendarDay.Kind;

/** Clocks change on March 14 and November 7, 2027. */
@DisplayName("A school's calendar")
class SchoolCalendarTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Map<LocalDate, Kind> DAYS = Map.of(
            LocalDate.parse("2026-12-24"), Kind.CLOSED,
            LocalDate.parse("2026-12-25"), Kind.HOLIDAY,
            LocalDate.parse("2026-12-28"), Kind.CLOSED,
            LocalDate.parse("2027-01-01"), Kind.HOLIDAY,
            LocalDate.parse("2027-01-26"), Kind.EXAM,
            LocalDate.parse("2027-01-27"), Kind.HALF_DAY);

    @ParameterizedTest
    @CsvSource({
        "2026-12-22T15:00, 1, 2026-12-23T18:00, 2026-12-23T18:00",
        "2026-12-22T15:00, 2, 2026-12-29T18:00, 2026-12-24T18:00", // closed days count for business
        "2026-12-22T15:00, 5, 2027-01-04T18:00, 2026-12-30T18:00", // New Year's Day counts for nobody
        "2027-01-25T15:00, 2, 2027-01-27T18:00, 2027-01-27T18:00", // exams and half days are days with school
        "2027-03-12T15:00, 1, 2027-03-15T18:00, 2027-03-15T18:00", // over the change to summer time
        "2027-11-05T15:00, 1, 2027-11-08T18:00, 2027-11-08T18:00", // and back
    })
    void countsSchoolDaysAndBusinessDays(String now, int count, String inSchoolDays, String inBusinessDays) {
        assertThat(local(at(now).inSchoolDays(count))).isEqualTo(inSchoolDays);
        assertThat(local(at(now).inBusinessDays(count))).isEqualTo(inBusinessDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-11T10:00, 7, 2026-12-30T18:00", // over New Year
        "2027-01-28T10:00, 2, 2027-01-26T18:00",
        "2027-03-16T10:00, 2, 2027-03-12T18:00", // over a weekend
        "2027-11-09T10:00, 2, 2027-11-05T18:00",
    })
    void countsBackFromAnInterview(String interview, int count, String schoolDaysBefore) {
        assertThat(local(at("2026-12-01T10:00").schoolDaysBefore(offset(interview), count)))
                .isEqualTo(schoolDaysBefore);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-20T10:00, 2027-01-03, true",
        "2026-12-20T10:00, 2027-01-04, false",
        "2027-03-05T23:30, 2027-03-19, true",
        "2027-03-05T23:30, 2027-03-20, false",
    })
    void callsAnInterviewExpeditedThatIsLessThanTheLeadTimeAway(String now, String day, boolean expedited) {
        assertThat(at(now).isExpedited(LocalDate.parse(day))).isEqualTo(expedited);
    }

    /** From Monday to Thursday of the next week at ten there are 80 working hours. */
    @ParameterizedTest
    @CsvSource({
        "20, 2027-02-05T10:00", // longer than the longest step: half of them
        "10, 2027-02-05T11:46",
        "5, 2027-02-08T11:06",
        "4, 2027-02-08T12:26",
        "3, 2027-02-08T18:00", // as always
        "1, 2027-02-10T18:00",
    })
    void givesAnExpeditedStepHalfOfTheTimeThatIsLeftOrItsOwnLeadTime(int days, String due) {
        var calendar = at("2027-02-01T10:00").expedited(instant("2027-02-01T10:00"));

        assertThat(local(calendar.schoolDaysBefore(offset("2027-02-11T10:00"), days)))
                .startsWith(due);
    }

    @Test
    void asksForEverythingTodayWhenTheInterviewIsTomorrow() {
        var calendar = at("2027-03-10T10:00").expedited(instant("2027-03-10T10:00"));
        var interview = offset("2027-03-11T10:00");

        assertThat(new Date[] {
                    calendar.schoolDaysBefore(interview, 10),
                    calendar.schoolDaysBefore(interview, 9),
                    calendar.schoolDaysBefore(interview, 5),
                    calendar.schoolDaysBefore(interview, 4),
                    calendar.schoolDaysBefore(interview, 3),
                    calendar.schoolDaysBefore(interview, 1)
                })
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(due -> assertThat(local(due)).isBetween("2027-03-10T15:00", "2027-03-10T18:00"));
        assertThat(local(calendar.morningBefore(interview))).startsWith("2027-03-10T17:");
    }

    @Test
    void countsFromTheBookingHoweverLateAStepBegins() {
        var interview = offset("2027-03-18T10:00");
        var atBooking = at("2027-03-08T10:00").expedited(instant("2027-03-08T10:00"));
        var later = at("2027-03-12T09:00").expedited(instant("2027-03-08T10:00"));

        assertThat(later.schoolDaysBefore(interview, 7)).isEqualTo(atBooking.schoolDaysBefore(interview, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-17T17:00, 2027-03-18T08:30", // one working hour today, two tomorrow
        "2027-03-17T19:00, 2027-03-18T09:00", // two tomorrow
        "2027-03-18T07:00, 2027-03-18T09:00",
        "2027-03-18T10:00, 2027-03-18T10:00",
        "2027-03-19T10:00, 2027-03-19T10:00", // too late for anything
    })
    void givesAStepThatBeginsTooLateHalfOfTheTimeThatIsLeft(String now, String due) {
        assertThat(local(at(now).schoolDaysBefore(offset("2027-03-18T10:00"), 2)))
                .isEqualTo(due);
    }

    @Test
    void findsTheMiddleWhereNobodyWorksBeforeTheInterview() {
        assertThat(local(at("2027-03-17T19:00").schoolDaysBefore(offset("2027-03-18T07:30"), 3)))
                .isEqualTo("2027-03-18T01:15");
        assertThat(local(at("2027-03-17T19:00")
                        .expedited(instant("2027-03-17T19:00"))
                        .schoolDaysBefore(offset("2027-03-18T08:00"), 3)))
                .isEqualTo("2027-03-18T01:30");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-10T10:00, 2027-03-15T10:00, 2027-03-12T09:00", // Monday's is on Friday
        "2027-03-12T08:00, 2027-03-15T10:00, 2027-03-12T09:00",
        "2027-03-12T09:30, 2027-03-15T10:00, 2027-03-12T14:45", // past: after half of the time that is left
        "2027-03-14T12:00, 2027-03-15T10:00, 2027-03-15T09:00",
        "2026-12-20T10:00, 2026-12-28T10:00, 2026-12-24T09:00",
    })
    void remindsOnTheMorningBefore(String now, String interview, String morning) {
        assertThat(local(at(now).morningBefore(offset(interview)))).isEqualTo(morning);
    }

    @Test
    void givesADecisionUntilTheAfternoonBefore() {
        assertThat(local(at("2027-03-10T10:00").afternoonBefore(offset("2027-03-15T10:00"))))
                .isEqualTo("2027-03-12T15:00");
    }

    /** Whenever it is booked, over weekends, holidays, the change of the clocks and New Year. */
    @Test
    void keepsTheOrderOfTheDeadlinesOfAnyExpeditedInterview() {
        var random = new Random(20_270_318);
        for (var i = 0; i < 2000; i++) {
            var booked = LocalDate.parse("2026-12-01")
                    .plusDays(random.nextInt(365))
                    .atTime(random.nextInt(24), random.nextInt(60))
                    .atZone(NEW_YORK);
            var interview = booked.toLocalDate()
                    .plusDays(1 + random.nextInt(14))
                    .atTime(9 + random.nextInt(6), 0)
                    .atZone(NEW_YORK);
            var calendar = at(booked.toLocalDateTime().toString()).expedited(booked.toInstant());
            if (!calendar.isSchoolDay(interview.toLocalDate())) {
                continue;
            }
            var deadlines = IntStream.iterate(20, days -> days > 0, days -> days - 1)
                    .mapToObj(days -> calendar.schoolDaysBefore(
                            interview.toOffsetDateTime().toString(), days))
                    .toArray(Date[]::new);

            assertThat(deadlines)
                    .as("booked %s for %s", booked, interview)
                    .isSorted()
                    .allSatisfy(due -> assertThat(due.toInstant().atZone(NEW_YORK))
                            .isAfter(booked)
                            .isBefore(interview)
                            .satisfies(SchoolCalendarTests::isInWorkingTime));
            assertThat(deadlines[deadlines.length - 1]).isAfter(deadlines[0]);
        }
    }

    private static void isInWorkingTime(ZonedDateTime due) {
        assertThat(due.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(18, 0));
        assertThat(due.getDayOfWeek()).isNotIn(SATURDAY, SUNDAY);
    }

    private static SchoolCalendar at(String now) {
        return new SchoolCalendar(Clock.fixed(instant(now), NEW_YORK), Period.ofDays(15), DAYS);
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    private static String offset(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toOffsetDateTime().toString();
    }

    private static String local(Date moment) {
        return moment.toInstant().atZone(NEW_YORK).toLocalDateTime().toString();
    }
}
