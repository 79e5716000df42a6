package org.wbl.interviews.workers;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.ProcessCalendar;
import org.wbl.interviews.school.SchoolCalendars;

/** Lets models say {@code ${calendar.inSchoolDays(5)}} on the calendar of the case's school. */
@Component
class Calendar implements ProcessCalendar {

    private final SchoolCalendars calendars;

    Calendar(SchoolCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Object of(@Nullable String school) {
        return calendars.of(school);
    }
}
