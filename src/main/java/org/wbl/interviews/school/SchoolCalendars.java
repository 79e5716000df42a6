package org.wbl.interviews.school;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
        List<DayOff> daysOff = database.sql("select day, kind from day_off where school = :school and day >= :today")
                .param("school", school)
                .param("today", LocalDate.now(clock))
                .query(DayOff.class)
                .list();
        return new SchoolCalendar(clock, days(daysOff, "HOLIDAY"), days(daysOff, "CLOSED"));
    }

    private static Set<LocalDate> days(List<DayOff> daysOff, String kind) {
        return daysOff.stream()
                .filter(dayOff -> dayOff.kind().equals(kind))
                .map(DayOff::day)
                .collect(toSet());
    }

    private record DayOff(LocalDate day, String kind) {}
}
