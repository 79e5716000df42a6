package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What employer and student say on the day of the interview: that they are there, or how late they will be. */
@Repository
public class DayNotes {

    private final JdbcClient database;
    private final Clock clock;

    DayNotes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps that somebody is there, the first time only. */
    public void arrived(String interview, Side side) {
        if (of(interview).stream().noneMatch(note -> note.side() == side && note.minutesLate() == null)) {
            keep(interview, side, null);
        }
    }

    /** Keeps how many minutes after the planned beginning somebody will come. */
    public void late(String interview, Side side, int minutes) {
        keep(interview, side, minutes);
    }

    private void keep(String interview, Side side, @Nullable Integer minutes) {
        database.sql("""
                        insert into interviews.day_note (interview_id, side, minutes_late, at)
                        values (:interview, :side, :minutes, :now)
                        """)
                .param("interview", interview)
                .param("side", side.name())
                .param("minutes", minutes)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * Returns what was said about the current date of an interview, the first first; in a class, by its host as well.
     */
    public List<Note> of(String interview) {
        return database.sql("""
                        select n.side, n.minutes_late, n.at
                        from interviews.interview i join interviews.day_note n on n.interview_id = i.id
                            or n.interview_id = i.session and n.side = 'EMPLOYER'
                        where i.id = :interview and n.at >= i.starts_at - interval '1 day'
                        order by n.at, n.id
                        """).param("interview", interview).query(Note.class).list();
    }

    /** Who says it. */
    public enum Side {
        EMPLOYER,
        STUDENT
    }

    /**
     * What somebody said.
     *
     * @param minutesLate null: is there
     */
    public record Note(Side side, @Nullable Integer minutesLate, OffsetDateTime at) {}
}
