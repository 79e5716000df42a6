package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recorded interviews that classes may watch. */
@Repository
public class Recordings {

    private final JdbcClient database;
    private final Clock clock;

    Recordings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A recording.
     *
     * @param employer whom one sees
     * @param address where it is
     * @param rights who allowed it, and where that is kept
     */
    public record Recording(
            long id,
            String title,
            String careerField,
            String employer,
            String address,
            String rights,
            LocalDate shownUntil) {}

    /** Keeps a recording, which has captions; its id counts for nothing. */
    public void add(String school, Recording recording, String by) {
        database.sql("""
                        insert into interviews.recording (school, title, career_field, employer, address, rights, captions,
                            shown_until, entered_by, entered_at)
                        values (:school, :title, :field, :employer, :address, :rights, true, :until, :by, :now)
                        """)
                .param("school", school)
                .param("title", recording.title())
                .param("field", recording.careerField())
                .param("employer", recording.employer())
                .param("address", recording.address())
                .param("rights", recording.rights())
                .param("until", recording.shownUntil())
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Returns the recordings of these schools that may be shown on a day. */
    public List<Recording> shownOn(Set<String> schools, LocalDate day) {
        return database.sql("""
                        select id, title, career_field, employer, address, rights, shown_until from interviews.recording
                        where school in (:schools) and withdrawn_at is null and shown_until >= :day order by title, id
                        """)
                .param("schools", schools)
                .param("day", day)
                .query(Recording.class)
                .list();
    }

    /** Returns whether a recording may be shown on a day. */
    public boolean mayBeShown(long id, LocalDate day) {
        return database.sql("""
                        select exists (select from interviews.recording
                            where id = :id and withdrawn_at is null and shown_until >= :day)
                        """)
                .param("id", id)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Has nobody choose a recording any more. */
    public void withdraw(long id, String why) {
        database.sql("""
                        update interviews.recording set withdrawn_at = :now, withdrawn_why = :why
                        where id = :id and withdrawn_at is null
                        """)
                .param("id", id)
                .param("why", why)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Returns the class sessions to come that are to watch a recording. */
    public List<String> sessionsToCome(long id) {
        return database.sql("""
                        select id from interviews.interview
                        where recording_id = :id and closed_at is null and contact_minutes is null order by id
                        """).param("id", id).query(String.class).list();
    }
}
