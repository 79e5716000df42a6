package org.wbl.interviews.workers;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.school.SchoolCalendars;

/** Which times an interview can be booked for. */
@Component
class BookableTimes {

    private final SchoolCalendars schoolCalendars;
    private final Clock clock;

    BookableTimes(SchoolCalendars schoolCalendars, Clock clock) {
        this.schoolCalendars = schoolCalendars;
        this.clock = clock;
    }

    /**
     * Returns a local date and time of the district as a moment.
     *
     * @throws Refusal if it is past, or on a day without school
     */
    OffsetDateTime check(String school, String local) {
        var startsAt = LocalDateTime.parse(local).atZone(clock.getZone());
        if (!startsAt.toInstant().isAfter(clock.instant())) {
            throw new Refusal("This time is past. Choose a time that is still to come.");
        }
        if (!schoolCalendars.of(school).isSchoolDay(startsAt.toLocalDate())) {
            throw new Refusal("There is no school on that day. Choose another day.");
        }
        return startsAt.toOffsetDateTime();
    }
}
