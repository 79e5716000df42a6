package org.wbl.interviews.school;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendars of all schools, read when asked for: a closed day entered on one node counts on every node at once. */
@Component
public class SchoolCalendars {

    private final JdbcClient database;
    private final Clock clock;
    private final CalendarSettings settings;

    SchoolCalendars(JdbcClient database, Clock clock, CalendarSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** Returns the calendar of {@code school}; without a school, one of the days that all schools have in common. */
    public SchoolCalendar of(@Nullable String school) {
        // An expedited interview was booked within the lead time before today.
        var from = LocalDate.now(clock).minus(settings.leadTime());
        var days = school == null ? commonDays(from) : days(school, from);
        return new SchoolCalendar(
                clock, settings.leadTime(), days.stream().collect(toMap(CalendarDay::day, CalendarDay::kind)));
    }

    /**
     * Puts the file's days in place of all that the school has in that school year; two at once, one after the other.
     */
    @Transactional
    void replace(String school, CalendarFile file) {
        database.sql("select code from interviews.school where code = :school for no key update")
                .param("school", school)
                .query(String.class)
                .single();
        database.sql("delete from interviews.calendar_day where school = :school and day between :first and :last")
                .param("school", school)
                .param("first", file.year().first())
                .param("last", file.year().last())
                .update();
        for (var day : file.days()) {
            database.sql("""
                            insert into interviews.calendar_day (school, day, kind, name)
                            values (:school, :day, :kind, :name)
                            """)
                    .param("school", school)
                    .param("day", day.day())
                    .param("kind", day.kind().name())
                    .param("name", day.name())
                    .update();
        }
    }

    /** Returns the days that are not like others. */
    List<CalendarDay> days(String school, LocalDate from) {
        return database.sql("""
                        select day, kind, name from interviews.calendar_day where school = :school and day >= :from
                        order by day
                        """)
                .param("school", school)
                .param("from", from)
                .query(CalendarDay.class)
                .list();
    }

    /** A school that has not entered its calendar yet takes no day from the others. */
    private List<CalendarDay> commonDays(LocalDate from) {
        return database.sql("""
                        select day, kind, min(name) as name from interviews.calendar_day where day >= :from
                        group by day, kind
                        having count(*) = (select count(distinct school) from interviews.calendar_day where day >= :from)
                        """).param("from", from).query(CalendarDay.class).list();
    }
}
