package org.wbl.interviews.school;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendars of all schools, read when asked for: a closed day entered on one node counts on every node at once. */
@Component
public class SchoolCalendars {

    private final JdbcClient database;
    private final Clock clock;

    SchoolCalendars(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the calendar of {@code school} from today on; without a school, one that knows weekends only. */
    public SchoolCalendar of(@Nullable String school) {
        return new SchoolCalendar(clock, coming(school).stream().collect(toMap(CalendarDay::day, CalendarDay::kind)));
    }

    /** Returns the days that are not like others, from today on. */
    List<CalendarDay> coming(@Nullable String school) {
        return database.sql("""
                        select day, kind, name from interviews.calendar_day where school = :school and day >= :today
                        order by day
                        """)
                .param("school", school)
                .param("today", LocalDate.now(clock))
                .query(CalendarDay.class)
                .list();
    }
}
