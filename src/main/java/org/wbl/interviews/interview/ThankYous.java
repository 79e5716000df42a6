package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How employers are thanked: facts, each draft and each approval a row of its own. */
@Repository
public class ThankYous {

    private final JdbcClient database;
    private final Clock clock;

    ThankYous(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Records a thank-you; a later one of the same kind corrects it. */
    public void record(String interview, ThankYou thankYou) {
        database.sql("""
                        insert into interviews.thank_you (interview_id, kind, way, words, handed_over_on,
                            with_reflection, approved_by, at, corrects)
                        values (:interview, :kind, :way, :words, :handedOverOn, :withReflection, :approvedBy, :now,
                            (select max(id) from interviews.thank_you where interview_id = :interview and kind = :kind))
                        """)
                .param("interview", interview)
                .param("kind", thankYou.kind().name())
                .param("way", thankYou.way().name())
                .param("words", thankYou.words())
                .param("handedOverOn", thankYou.handedOverOn())
                .param("withReflection", thankYou.withReflection())
                .param("approvedBy", thankYou.approvedBy())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Returns the student's thank-you as it stands, approved or not. */
    public Optional<ThankYou> ofStudent(String interview) {
        return newest(interview, "kind = 'STUDENT'");
    }

    /** Returns the thank-you that somebody approved last, the student's or the school's in its place. */
    public Optional<ThankYou> approved(String interview) {
        return newest(interview, "kind <> 'IMPACT' and approved_by is not null");
    }

    /** Returns the thanks with what came of the interview. */
    public Optional<ThankYou> withImpact(String interview) {
        return newest(interview, "kind = 'IMPACT'");
    }

    private Optional<ThankYou> newest(String interview, String condition) {
        return database.sql("""
                        select kind, way, words, handed_over_on, with_reflection, approved_by from interviews.thank_you
                        where interview_id = :interview and %s order by id desc limit 1
                        """.formatted(condition))
                .param("interview", interview)
                .query(ThankYou.class)
                .optional();
    }

    /**
     * A thank-you to the employer.
     *
     * @param words those of a mail
     * @param handedOverOn when a card was handed over
     * @param withReflection whether what the student wrote about the job goes with it
     * @param approvedBy the member of staff who said yes to it; null in a student's draft
     */
    public record ThankYou(
            Kind kind,
            Way way,
            @Nullable String words,
            @Nullable LocalDate handedOverOn,
            boolean withReflection,
            @Nullable String approvedBy) {}

    /** Whose thanks: the student's own, the school's in its place, the coordinator's with what came of it. */
    public enum Kind {
        STUDENT,
        SCHOOL,
        IMPACT
    }

    /** Sent from the school's address, or handed over. */
    public enum Way {
        MAIL,
        CARD
    }
}
