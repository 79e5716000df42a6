package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What employer, student and family ask to be changed, and what came of it. */
@Repository
public class ChangeRequests {

    private final JdbcClient database;
    private final Clock clock;

    ChangeRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who asks. */
    public enum Side {
        EMPLOYER,
        STUDENT,
        GUARDIAN
    }

    /** What is asked for; a wish to WITHDRAW takes the permission back. */
    public enum Wish {
        MOVE,
        CANCEL,
        WITHDRAW,
        OTHER
    }

    /** A request: in words, the times that would suit or what has changed. */
    public record ChangeRequest(
            String interviewId,
            Side side,
            Wish wish,
            @Nullable String words,
            @Nullable String phone) {}

    /** Keeps a request and returns its id; empty while an earlier one of this side is not answered. */
    public Optional<Long> add(ChangeRequest request) {
        return database.sql("""
                        insert into interviews.change_request (interview_id, side, wish, words, phone, at)
                        values (:interview, :side, :wish, :words, :phone, :now)
                        on conflict (interview_id, side) where answered_at is null do nothing
                        returning id
                        """)
                .param("interview", request.interviewId())
                .param("side", request.side().name())
                .param("wish", request.wish().name())
                .param("words", request.words())
                .param("phone", request.phone())
                .param("now", clock.instant().atOffset(UTC))
                .query(Long.class)
                .optional();
    }

    public ChangeRequest get(long id) {
        return database.sql("""
                        select interview_id, side, wish, words, phone from interviews.change_request where id = :id
                        """).param("id", id).query(ChangeRequest.class).single();
    }

    /** Keeps what came of a request: MOVE, CANCEL or KEEP. */
    public void answer(long id, String answer, String by) {
        database.sql("""
                        update interviews.change_request set answer = :answer, answered_by = :by, answered_at = :now
                        where id = :id and answered_at is null
                        """)
                .param("id", id)
                .param("answer", answer)
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
