package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people said that felt unsafe. Nobody but the safeguarding staff reads it; no page, mail or report may. */
@Repository
public class SafetyReports {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafetyReports(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps what felt unsafe in an interview, and tells with {@link SafetyReported}.
     *
     * @param source who says so: EMPLOYER or STUDENT
     * @param words what happened; empty when the person would rather tell it
     */
    @Transactional
    public void report(String interview, String source, String words) {
        keep(school(interview), interview, source, words, null);
    }

    /** Keeps what a member of staff reports, of an interview or none, and returns its id. */
    @Transactional
    public long reportByStaff(String school, @Nullable String interview, String words, String user) {
        return keep(interview == null ? school : school(interview), interview, "STAFF", words, user);
    }

    private String school(String interview) {
        return database.sql("select school from interviews.interview where id = :id")
                .param("id", interview)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no interview '%s'.".formatted(interview)));
    }

    private long keep(String school, @Nullable String interview, String source, String words, @Nullable String user) {
        var id = database.sql("""
                        insert into interviews.safety_report (interview_id, school, source, words, reported_by, at)
                        values (:interview, :school, :source, :words, :user, :now)
                        returning id
                        """)
                .param("interview", interview)
                .param("school", school)
                .param("source", source)
                .param("words", words)
                .param("user", user)
                .param("now", now())
                .query(Long.class)
                .single();
        events.publishEvent(new SafetyReported(id, school));
        return id;
    }

    public Report get(long id) {
        return database.sql("""
                        select r.id, r.interview_id, r.school, r.source, r.words, r.reported_by, r.at, i.employer_id
                        from interviews.safety_report r left join interviews.interview i on i.id = r.interview_id
                        where r.id = :id
                        """)
                .param("id", id)
                .query(Report.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no safety report '%d'.".formatted(id)));
    }

    /** Keeps what the safeguarding staff decided or did. */
    public void record(Step step) {
        database.sql("""
                        insert into interviews.safety_step (report_id, step, informed, employer, note, done_by, at)
                        values (:reportId, :step, :informed, :employer, :note, :doneBy, :now)
                        """)
                .param("reportId", step.reportId())
                .param("step", step.step())
                .param("informed", step.informed())
                .param("employer", step.employer())
                .param("note", step.note())
                .param("doneBy", step.doneBy())
                .param("now", now())
                .update();
    }

    /** Returns what was decided and done about a report, in that order. */
    public List<Step> steps(long report) {
        return database.sql("""
                        select report_id, step, informed, employer, note, done_by from interviews.safety_step
                        where report_id = :report order by id
                        """).param("report", report).query(Step.class).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    /**
     * What somebody said.
     *
     * @param interviewId null: about no interview
     * @param source EMPLOYER, STUDENT or STAFF
     * @param reportedBy the member of staff who wrote it, or null when the source did
     * @param employerId the interview's employer
     */
    public record Report(
            long id,
            @Nullable String interviewId,
            String school,
            String source,
            String words,
            @Nullable String reportedBy,
            OffsetDateTime at,
            @Nullable Long employerId) {}

    /**
     * What was decided or done.
     *
     * @param step LOOK, ACTION or FOLLOW_UP
     * @param informed codes, separated by commas
     * @param employer PAUSED or RELEASED, or null when nothing changed for the employer
     */
    public record Step(
            long reportId,
            String step,
            @Nullable String informed,
            @Nullable String employer,
            String note,
            String doneBy) {}
}
