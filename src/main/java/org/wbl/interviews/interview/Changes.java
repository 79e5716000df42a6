package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of booked interviews: who asked for one, and when it was done. */
@Repository
public class Changes {

    private final JdbcClient database;
    private final Clock clock;

    Changes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is to change; null is as before.
     *
     * @param side SCHOOL, EMPLOYER or STUDENT
     */
    public record Change(
            long id,
            String interviewId,
            String side,
            @Nullable OffsetDateTime startsAt,
            @Nullable Mode mode,
            @Nullable String platform,
            @Nullable String place) {}

    /** Keeps a change that somebody asks for, and returns its id; the id of {@code change} counts for nothing. */
    public long request(Change change, String why, String by) {
        return database.sql("""
                        insert into interviews.interview_change (interview_id, side, starts_at, mode, platform, place, why,
                            requested_by, requested_at)
                        values (:interview, :side, :startsAt, :mode, :platform, :place, :why, :by, :now)
                        returning id
                        """)
                .param("interview", change.interviewId())
                .param("side", change.side())
                .param("startsAt", change.startsAt())
                .param("mode", change.mode() == null ? null : change.mode().name())
                .param("platform", change.platform())
                .param("place", change.place())
                .param("why", why)
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .query(Long.class)
                .single();
    }

    public Change get(long id) {
        return database.sql("""
                        select id, interview_id, side, starts_at, mode, platform, place
                        from interviews.interview_change where id = :id
                        """).param("id", id).query(Change.class).single();
    }

    /** Returns how often this side has moved the interview to another time. */
    public int moves(String interview, String side) {
        return database.sql("""
                        select count(*) from interviews.interview_change
                        where interview_id = :interview and side = :side and starts_at is not null and applied_at is not null
                        """)
                .param("interview", interview)
                .param("side", side)
                .query(Integer.class)
                .single();
    }

    /**
     * Changes the interview, and its calendar entry's sequence, once.
     *
     * @return whether it was done now; it is not when it was done before or the interview is closed
     */
    public boolean apply(long id) {
        return database.sql("""
                        with change as (
                            update interviews.interview_change c set applied_at = :now
                            where id = :id and applied_at is null and exists (select from interviews.interview i
                                where i.id = c.interview_id and i.closed_at is null)
                            returning *)
                        update interviews.interview i set
                            starts_at = coalesce(change.starts_at, i.starts_at),
                            mode = coalesce(change.mode, i.mode),
                            platform = case when change.mode is null then i.platform else change.platform end,
                            place = case when coalesce(change.mode, i.mode) in ('IN_PERSON_WORKPLACE', 'IN_PERSON_SCHOOL')
                                then coalesce(change.place, i.place) end,
                            calendar_sequence = calendar_sequence + 1
                        from change where i.id = change.interview_id
                        """)
                        .param("id", id)
                        .param("now", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }
}
