package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.process.ReportProcess;

@StoryOf("weekly-report")
@DisplayName("The weekly report")
class WeeklyReportTests {

    private static final String SENT =
            "select recipient from interviews.mail_log where report_id is not null order by recipient";

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void mend() {
        database.sql("drop trigger if exists broken on interviews.report").update();
    }

    @Test
    void isWrittenAboutEachSchoolForItsOwnStaffOnMondaysAtSeven() {
        story.interviewsOf(Cast.COORDINATOR, 7);
        interviewElsewhere();
        var due = Timers.due(management, "weekly-report");
        assertThat(due.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(due.getHour()).isEqualTo(7);

        monday();
        story.goesOn();

        assertThat(story.values(SENT))
                .containsExactly(
                        "adele@schools.example",
                        "carla@schools.example",
                        "cora@schools.example",
                        "edda@schools.example");
        assertThat(mailServer.lastTo("carla@schools.example").words())
                .contains("Harbor Point High School, school year 2026–27", "7 interviews were asked for")
                .contains("/progress")
                .doesNotContain("Prospect");
        assertThat(mailServer.lastTo("edda@schools.example").words())
                .contains("Prospect Technical High School, school year 2026–27", "1 interview was asked for")
                .doesNotContain("Harbor Point High School, school year");
        assertThat(story.openTasks()).as("nobody is asked for anything").isEmpty();
    }

    @Test
    void isNotWrittenAboutASchoolWithoutInterviews() {
        interviewElsewhere();

        monday();
        story.goesOn();

        assertThat(story.values(SENT)).containsExactly("edda@schools.example");
    }

    @Test
    void ofOneSchoolThatFailsHoldsUpNoOtherAndIsSentLaterOnce() {
        story.interviewsOf(Cast.COORDINATOR, 7);
        interviewElsewhere();
        monday();
        var harbor = story.value("select report_id from interviews.report_school where school = '02M999'");
        database.sql("create trigger broken before update on interviews.report for each row when (old.id = %s)"
                                .formatted(harbor)
                        + " execute function interviews.refuse_change()")
                .update();

        var failing = management
                .createJobQuery()
                .processInstanceId(instanceOf(harbor))
                .singleResult()
                .getId();
        fails(failing);
        management.setJobRetries(failing, 1); // as after some hours
        fails(failing);
        story.goesOn();

        assertThat(story.values(SENT)).containsExactly("edda@schools.example");
        assertThat(runtime.createIncidentQuery().singleResult().getIncidentMessage())
                .startsWith("The workbook of report %s (02M999, School year 2026–27) could not be written"
                        .formatted(harbor))
                .endsWith("Mend the cause, then retry it in Cockpit; it is sent once.");

        mend();
        management.setJobRetries(failing, 1);
        management.executeJob(failing);
        story.goesOn();

        assertThat(story.values(SENT))
                .containsExactly(
                        "adele@schools.example",
                        "carla@schools.example",
                        "cora@schools.example",
                        "edda@schools.example");
        assertThat(mailServer.letters()).hasSize(4);
    }

    @Test
    void keepsItsWorkbooksForNinetyDays() {
        story.interviewsOf(Cast.COORDINATOR, 7);
        monday();
        story.goesOn();

        story.set("2027-05-23T07:00");
        monday();
        story.goesOn();
        assertThat(story.values("select id::text from interviews.report where workbook is null"))
                .isEmpty();

        story.set("2027-05-24T07:00");
        monday();
        story.goesOn();
        assertThat(story.value("select count(*) from interviews.report where workbook is null and interviews = 7"))
                .isEqualTo("1");
    }

    private void fails(String job) {
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("could not be written");
    }

    private String instanceOf(String report) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(ReportProcess.SCHOOL_KEY)
                .processInstanceBusinessKey("report-" + report)
                .singleResult()
                .getId();
    }

    private void interviewElsewhere() {
        database.sql("""
                        insert into interviews.interview (school, student_id, requested_by, coordinator, teacher, mode,
                            career_field, reason, requested_at)
                        select school, id, 'edda', 'edda', 'theo', 'PHONE', 'Finance', 'The only one', '2027-02-20 15:00Z'
                        from interviews.student where school = '13K998' limit 1
                        """).update();
    }

    /** Begins the reports, and writes none yet. */
    private void monday() {
        Timers.fire(management, "weekly-report");
    }
}
