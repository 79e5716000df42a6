package org.wbl.interviews.school;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days on which a school was closed though its calendar had not said so. */
@Repository
public class Closures {

    private final JdbcClient database;
    private final Clock clock;

    Closures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A closure; the reason is WEATHER or BUILDING_CLOSED. */
    public record Closure(long id, String school, LocalDate day, String reason) {}

    /** Closes a school on a day, in its calendar too, and returns the closure's id. */
    public long close(String school, LocalDate day, String reason, String words, String by) {
        database.sql("""
                        insert into interviews.calendar_day (school, day, kind, name)
                        values (:school, :day, 'CLOSED', :words)
                        on conflict (school, day) do update set kind = case calendar_day.kind when 'HOLIDAY' then 'HOLIDAY'
                            else 'CLOSED' end
                        """)
                .param("school", school)
                .param("day", day)
                .param("words", words)
                .update();
        return database.sql("""
                        insert into interviews.school_closure (school, day, reason, entered_by, entered_at)
                        values (:school, :day, :reason, :by, :now)
                        returning id
                        """)
                .param("school", school)
                .param("day", day)
                .param("reason", reason)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public Closure get(long id) {
        return database.sql("select id, school, day, reason from interviews.school_closure where id = :id")
                .param("id", id)
                .query(Closure.class)
                .single();
    }
}
