package org.wbl.interviews.workers;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.school.SchoolCalendars;

/** Which times an interview can be booked for. */
@Component
class BookableTimes {

    private final SchoolCalendars schoolCalendars;
    private final Interviews interviews;
    private final Clock clock;

    BookableTimes(SchoolCalendars schoolCalendars, Interviews interviews, Clock clock) {
        this.schoolCalendars = schoolCalendars;
        this.interviews = interviews;
        this.clock = clock;
    }

    /**
     * Returns a local date and time of the district as a moment.
     *
     * @throws Refusal if it is past, on a day without school, an exam day, or a half day for a visit to a workplace
     */
    OffsetDateTime check(String school, String local, Mode mode) {
        var startsAt = LocalDateTime.parse(local).atZone(clock.getZone());
        if (!startsAt.toInstant().isAfter(clock.instant())) {
            throw new Refusal("This time is past. Choose a time that is still to come.");
        }
        var day = startsAt.toLocalDate();
        var calendar = schoolCalendars.of(school);
        if (!calendar.isSchoolDay(day)) {
            throw new Refusal("There is no school on that day. Choose another day.");
        }
        if (calendar.isExamDay(day)) {
            throw new Refusal("That is an exam day, without interviews. Choose another day.");
        }
        if (mode == Mode.IN_PERSON_WORKPLACE && calendar.isHalfDay(day)) {
            throw new Refusal("That is a half day, on which no student travels to a workplace. Choose another day.");
        }
        return startsAt.toOffsetDateTime();
    }

    /**
     * Lets a time pass at which neither the employer's contact nor the student is in another interview.
     *
     * @throws Refusal if one of them is
     */
    void checkFree(String interview, OffsetDateTime startsAt, int minutes, Mode mode) {
        interviews.clash(interview, startsAt.toInstant(), minutes, mode).ifPresent(clash -> {
            throw new Refusal("%s in another interview at that time (%s). Choose another time."
                    .formatted(
                            clash.ofStudent() ? "The student is" : "The employer's contact is", clash.interviewId()));
        });
    }
}
