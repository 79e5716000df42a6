package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Records the student's written reflection; a later one corrects it. */
    public void record(Reflection reflection) {
        database.sql("""
                        insert into interviews.reflection (interview_id, learned_job, learned_industry,
                            learned_education, surprise, expected, interest_before, interest_after, fit_interests,
                            fit_skills, fit_values, fit_why, strength, improve, best_question, missed_question, wish,
                            advice, contact_offered, prepared, host_rating, share_with_employer, channel, at, corrects)
                        values (:interviewId, :learnedJob, :learnedIndustry, :learnedEducation, :surprise, :expected,
                            :interestBefore, :interestAfter, :fitInterests, :fitSkills, :fitValues, :fitWhy, :strength,
                            :improve, :bestQuestion, :missedQuestion, :wish, :advice, :contactOffered, :prepared,
                            :hostRating, :shareWithEmployer, :channel, :now,
                            (select max(id) from interviews.reflection where interview_id = :interviewId))
                        """)
                .param("interviewId", reflection.interviewId())
                .param("learnedJob", reflection.learnedJob())
                .param("learnedIndustry", reflection.learnedIndustry())
                .param("learnedEducation", reflection.learnedEducation())
                .param("surprise", reflection.surprise())
                .param("expected", reflection.expected())
                .param("interestBefore", reflection.interestBefore())
                .param("interestAfter", reflection.interestAfter())
                .param("fitInterests", reflection.fitInterests().name())
                .param("fitSkills", reflection.fitSkills().name())
                .param("fitValues", reflection.fitValues().name())
                .param("fitWhy", reflection.fitWhy())
                .param("strength", reflection.strength())
                .param("improve", reflection.improve())
                .param("bestQuestion", reflection.bestQuestion())
                .param("missedQuestion", reflection.missedQuestion())
                .param("wish", reflection.wish())
                .param("advice", reflection.advice())
                .param("contactOffered", reflection.contactOffered())
                .param("prepared", reflection.prepared())
                .param("hostRating", reflection.hostRating())
                .param("shareWithEmployer", reflection.shareWithEmployer())
                .param("channel", reflection.channel())
                .param("now", now())
                .update();
    }

    /** Returns the student's written reflection as it stands; none before it was written, or when it never was. */
    public Optional<Reflection> reflection(String interview) {
        return database.sql("select * from interviews.standing_reflection where interview_id = :interview")
                .param("interview", interview)
                .query(Reflection.class)
                .optional();
    }

    /** Returns what the employer may see: nothing unless the student allows it, and the family the name. */
    public List<String> sharedReflection(CaseFile file) {
        return reflection(file.id())
                .filter(reflection -> reflection.shareWithEmployer() && file.shareData())
                .map(Reflection::forEmployer)
                .orElse(List.of());
    }

    /** Records that a student reflected aloud; {@code how} is CLASS, PAIR or CONFERENCE. */
    public void recordSpoken(String interview, LocalDate spokenOn, String how, @Nullable String note, String heardBy) {
        database.sql("""
                        insert into interviews.spoken_reflection (interview_id, spoken_on, how, note, heard_by, at)
                        values (:interview, :spokenOn, :how, :note, :heardBy, :now)
                        """)
                .param("interview", interview)
                .param("spokenOn", spokenOn)
                .param("how", how)
                .param("note", note)
                .param("heardBy", heardBy)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    /**
     * A student's written reflection.
     *
     * @param expected what was as the student had thought, and what was not
     * @param wish what the student would like to do next
     * @param contactOffered whether the employer named somebody to talk to
     * @param channel LINK or STAFF
     */
    public record Reflection(
            String interviewId,
            String learnedJob,
            String learnedIndustry,
            String learnedEducation,
            String surprise,
            String expected,
            int interestBefore,
            int interestAfter,
            Fit fitInterests,
            Fit fitSkills,
            Fit fitValues,
            String fitWhy,
            String strength,
            String improve,
            String bestQuestion,
            @Nullable String missedQuestion,
            String wish,
            @Nullable String advice,
            boolean contactOffered,
            int prepared,
            @Nullable Integer hostRating,
            boolean shareWithEmployer,
            String channel) {

        /** Returns what the student wrote about the job: all of it that an employer may ever see. */
        public List<String> forEmployer() {
            return List.of(
                    "About the job: " + learnedJob,
                    "About the business: " + learnedIndustry,
                    "To learn for it: " + learnedEducation,
                    "A surprise: " + surprise);
        }
    }

    /** How well a job fits a student. */
    public enum Fit {
        YES,
        PARTLY,
        NO
    }
}
