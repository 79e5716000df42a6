package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Interviews that wait, and why. */
@Repository
public class Holds {

    private final JdbcClient database;
    private final Clock clock;

    Holds(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Why an interview waits. */
    public enum Reason {
        FAMILY("The family has to agree among themselves"),
        WEATHER("Weather"),
        BUILDING_CLOSED("The building is closed"),
        ILLNESS("Somebody is ill"),
        STAFF_ABSENT("Nobody of the school can be there"),
        OTHER("Another reason");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** An interview that waits. */
    public record Hold(
            String interviewId, Reason reason, @Nullable String note, OffsetDateTime begunAt) {}

    /** Keeps that an interview waits; of two who say so at once, one. */
    public boolean begin(String interview, Reason reason, @Nullable String note, String by) {
        return database.sql("""
                        insert into interviews.interview_hold (interview_id, reason, note, begun_by, begun_at)
                        values (:interview, :reason, :note, :by, :now)
                        on conflict (interview_id) where ended_at is null do nothing
                        """)
                        .param("interview", interview)
                        .param("reason", reason.name())
                        .param("note", note)
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Returns why an interview waits; empty when it does not. */
    public Optional<Hold> of(String interview) {
        return database.sql("""
                        select interview_id, reason, note, begun_at from interviews.interview_hold
                        where interview_id = :interview and ended_at is null
                        """).param("interview", interview).query(Hold.class).optional();
    }

    /** Keeps that an interview waits no longer; returns whether it did. */
    public boolean end(String interview) {
        return database.sql("""
                        update interviews.interview_hold set ended_at = :now
                        where interview_id = :interview and ended_at is null
                        """)
                        .param("interview", interview)
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
