package org.wbl.interviews.workers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.ProcessCalendar;
import org.wbl.interviews.school.SchoolCalendars;

/** Lets models say {@code ${calendar.inSchoolDays(5)}} on the calendar of the case's school, expedited or not. */
@Component
class Calendar implements ProcessCalendar {

    private final SchoolCalendars calendars;
    private final Interviews interviews;

    Calendar(SchoolCalendars calendars, Interviews interviews) {
        this.calendars = calendars;
        this.interviews = interviews;
    }

    @Override
    public Object of(@Nullable String school, @Nullable String interview) {
        var calendar = calendars.of(school);
        return Optional.ofNullable(interview)
                .flatMap(interviews::expeditedSince)
                .map(calendar::expedited)
                .orElse(calendar);
    }
}
