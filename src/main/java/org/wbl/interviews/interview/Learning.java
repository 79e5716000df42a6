package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What students researched and reflected, and what teachers said to it: facts, each answer a row of its own. */
@Repository
public class Learning {

    private final JdbcClient database;
    private final Clock clock;

    Learning(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void recordResearch(
            String interview, String industry, String employer, String education, String sources, String questions) {
        database.sql("""
                        insert into interviews.research (interview_id, industry, employer, education, sources, questions,
                            at, corrects)
                        values (:interview, :industry, :employer, :education, :sources, :questions, :now,
                            (select max(id) from interviews.research where interview_id = :interview))
                        """)
                .params(Map.of(
                        "interview", interview,
                        "industry", industry,
                        "employer", employer,
                        "education", education,
                        "sources", sources,
                        "questions", questions,
                        "now", now()))
                .update();
    }

    public void reviewResearch(long research, boolean approved, int score, @Nullable String feedback, String by) {
        database.sql("""
                        insert into interviews.research_review (research_id, approved, score, feedback, reviewed_by, at)
                        values (:research, :approved, :score, :feedback, :by, :now)
                        """)
                .param("research", research)
                .param("approved", approved)
                .param("score", score)
                .param("feedback", feedback)
                .param("by", by)
                .param("now", now())
                .update();
    }

    public void record(Reflection reflection) {
        database.sql("""
                        insert into interviews.reflection (interview_id, learned_job, learned_industry, surprise,
                            interest_before, interest_after, strength, improve, next_step,
                            share_with_employer, channel, at, corrects)
                        values (:interviewId, :learnedJob, :learnedIndustry, :surprise, :interestBefore, :interestAfter,
                            :strength, :improve, :nextStep, :share, :channel, :now,
                            (select max(id) from interviews.reflection where interview_id = :interviewId))
                        """)
                .param("interviewId", reflection.interviewId())
                .param("learnedJob", reflection.learnedJob())
                .param("learnedIndustry", reflection.learnedIndustry())
                .param("surprise", reflection.surprise())
                .param("interestBefore", reflection.interestBefore())
                .param("interestAfter", reflection.interestAfter())
                .param("strength", reflection.strength())
                .param("improve", reflection.improve())
                .param("nextStep", reflection.nextStep())
                .param("share", reflection.share())
                .param("channel", reflection.channel())
                .param("now", now())
                .update();
    }

    public void reviewReflection(long reflection, LocalDate spokenOn, String by) {
        database.sql("""
                        insert into interviews.reflection_review (reflection_id, spoken_on, reviewed_by, at)
                        values (:reflection, :spokenOn, :by, :now)
                        """)
                .params(Map.of(
                        "reflection", reflection,
                        "spokenOn", spokenOn,
                        "by", by,
                        "now", now()))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    /** A student's written reflection; {@code channel} is LINK or STAFF. */
    public record Reflection(
            String interviewId,
            String learnedJob,
            String learnedIndustry,
            String surprise,
            int interestBefore,
            int interestAfter,
            String strength,
            String improve,
            String nextStep,
            boolean share,
            String channel) {}
}
