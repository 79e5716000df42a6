package org.wbl.interviews.rating;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All employability ratings ever recorded: a row per interview, rater and skill. There is no update and no delete. */
@Repository
public class Ratings {

    private final JdbcClient database;
    private final Clock clock;

    Ratings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Records how one rater saw a student.
     *
     * @param scores for every skill a score from 1 to 4, or nothing where it was not observed
     * @param recordedBy the member of staff who entered it for the rater, or null when the rater did
     * @throws IllegalArgumentException if a skill is missing or a score out of range
     */
    public void record(String interview, Rater rater, Map<Skill, Score> scores, @Nullable String recordedBy) {
        for (var skill : Skill.values()) {
            var score = scores.get(skill);
            if (score == null) {
                throw new IllegalArgumentException("The rating of '%s' is missing.".formatted(skill));
            }
            database.sql("""
                            insert into interviews.rating (interview_id, rater_role, skill, score, channel, recorded_by,
                                at)
                            values (:interview, :rater, :skill, :score, :channel, :recordedBy, :now)
                            """)
                    .param("interview", interview)
                    .param("rater", rater.name())
                    .param("skill", skill.name())
                    .param("score", score.points())
                    .param("channel", recordedBy == null ? "LINK" : "STAFF")
                    .param("recordedBy", recordedBy)
                    .param("now", clock.instant().atOffset(UTC))
                    .update();
        }
    }

    /** Returns who gave nothing but ones, or nothing but fours, three times in a row, the last time since then. */
    public List<Flag> flagged(String school, Instant since) {
        return database.sql("""
                        select f.rater_role, f.rater, f.score, c.name || ', ' || e.name as contact
                        from interviews.flagged_rater f
                            left join interviews.employer_contact c on f.rater_role = 'EMPLOYER' and c.id::text = f.rater
                            left join interviews.employer e on e.id = c.employer_id
                        where f.school = :school and f.rated_at >= :since
                        order by f.rater_role, contact, f.rater
                        """)
                .param("school", school)
                .param("since", since.atOffset(UTC))
                .query(Flag.class)
                .list();
    }

    /**
     * A rater to look at.
     *
     * @param rater of a teacher the user id
     * @param score the one score that the rater gives
     * @param contact name and employer; null: a teacher
     */
    public record Flag(
            Rater raterRole,
            String rater,
            int score,
            @Nullable String contact) {}

    /** Returns the mean of the scores that employer and teacher gave; none when they observed nothing. */
    public Optional<Double> meanByOthers(String interview) {
        return database.sql("""
                        select avg(score)::float8 from interviews.standing_rating
                        where interview_id = :interview and rater_role in ('EMPLOYER', 'TEACHER')
                        having count(score) > 0
                        """)
                .param("interview", interview)
                .query(Double.class)
                .optional();
    }

    /** Returns the rating of a skill that stands: the newest that no other corrects. */
    public Optional<Rating> standing(String interview, Rater rater, Skill skill) {
        return of(interview, skill).stream()
                .filter(rating -> rating.raterRole() == rater)
                .findFirst();
    }

    /** Returns the ratings of a skill that stand, one a rater. */
    public List<Rating> of(String interview, Skill skill) {
        return database.sql("""
                        select id, interview_id, rater_role, skill, score from interviews.standing_rating
                        where interview_id = :interview and skill = :skill order by rater_role
                        """)
                .param("interview", interview)
                .param("skill", skill.name())
                .query(Rating.class)
                .list();
    }

    /** Records another score in place of a rating's, which is kept; returns the new rating's id. */
    public long correct(Rating old, Score score, String recordedBy) {
        return database.sql("""
                        insert into interviews.rating (interview_id, rater_role, skill, score, channel, recorded_by, at,
                            corrects)
                        values (:interview, :rater, :skill, :score, 'STAFF', :recordedBy, :now, :old)
                        returning id
                        """)
                .param("interview", old.interviewId())
                .param("rater", old.raterRole().name())
                .param("skill", old.skill().name())
                .param("score", score.points())
                .param("recordedBy", recordedBy)
                .param("now", clock.instant().atOffset(UTC))
                .param("old", old.id())
                .query(Long.class)
                .single();
    }

    /** How one rater saw one skill; no score means not observed. */
    public record Rating(
            long id,
            String interviewId,
            Rater raterRole,
            Skill skill,
            @Nullable Integer score) {}

    /** Who rates. */
    public enum Rater {
        EMPLOYER,
        TEACHER,
        STUDENT
    }
}
