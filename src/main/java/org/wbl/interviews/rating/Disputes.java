package org.wbl.interviews.rating;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objections to ratings, and what was decided about them. */
@Repository
public class Disputes {

    private final JdbcClient database;
    private final Clock clock;

    Disputes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps that somebody objects to a rating, and returns the dispute's id. */
    public long raise(long rating, String raisedBy, String words, String enteredBy) {
        return database.sql("""
                        insert into interviews.rating_dispute (rating_id, raised_by, words, entered_by, at)
                        values (:rating, :raisedBy, :words, :enteredBy, :now)
                        returning id
                        """)
                .param("rating", rating)
                .param("raisedBy", raisedBy)
                .param("words", words)
                .param("enteredBy", enteredBy)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    public Dispute get(long id) {
        return database.sql("""
                        select d.id, d.raised_by, d.words, r.interview_id, r.rater_role, r.skill
                        from interviews.rating_dispute d join interviews.rating r on r.id = d.rating_id
                        where d.id = :id
                        """)
                .param("id", id)
                .query(Dispute.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no dispute '%d'.".formatted(id)));
    }

    /** Whether a rating is disputed and nothing is decided yet. */
    public boolean isOpen(long rating) {
        return database.sql("""
                        select exists (select from interviews.rating_dispute d where d.rating_id = :rating
                            and not exists (
                                select from interviews.rating_dispute_outcome o where o.dispute_id = d.id))
                        """).param("rating", rating).query(Boolean.class).single();
    }

    /**
     * Keeps what was decided.
     *
     * @param corrected the rating in place of the disputed one; null: the disputed one is kept
     */
    public void decide(long dispute, @Nullable Long corrected, String reason, String decidedBy) {
        database.sql("""
                        insert into interviews.rating_dispute_outcome (dispute_id, rating_id, reason, decided_by, at)
                        values (:dispute, :corrected, :reason, :decidedBy, :now)
                        """)
                .param("dispute", dispute)
                .param("corrected", corrected)
                .param("reason", reason)
                .param("decidedBy", decidedBy)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    /**
     * An objection.
     *
     * @param raisedBy STUDENT or GUARDIAN
     */
    public record Dispute(
            long id, String raisedBy, String words, String interviewId, Ratings.Rater raterRole, Skill skill) {}
}
