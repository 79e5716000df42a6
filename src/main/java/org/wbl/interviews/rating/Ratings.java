package org.wbl.interviews.rating;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
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

    /** Who rates. */
    public enum Rater {
        EMPLOYER,
        TEACHER,
        STUDENT
    }
}
