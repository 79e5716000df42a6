package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;

@StoryOf("caseload-check")
@DisplayName("The check of caseloads")
class CaseloadCheckTests {

    @Autowired
    private Story story;

    @Autowired
    private ManagementService management;

    @Autowired
    private Interviews interviews;

    @Autowired
    private JdbcClient database;

    @Test
    void asksTheSchoolsAdministratorsOnceAboutACoordinatorWithMoreThanFortyOpenInterviews() {
        story.interviewsOf(Cast.COORDINATOR, 41);
        story.interviewsOf(Cast.OTHER_COORDINATOR, 40);

        morning();
        morning();

        assertThat(story.openTasks()).containsExactly("Activity_SpreadInterviews");
        var alert = story.running("caseload-alert");
        assertThat(alert.getTenantId()).isEqualTo(SampleSchools.HARBOR_POINT);
        assertThat(alert.getBusinessKey()).isEqualTo("caseload-02M999-carla");
    }

    @Test
    void countsNoClosedInterview() {
        story.interviewsOf(Cast.COORDINATOR, 41);
        interviews.close(story.value("select min(id) from interviews.interview"), Ending.NO_EMPLOYER);

        morning();

        assertThat(story.openTasks()).isEmpty();
    }

    @Test
    void countsEachSchoolByItself() {
        story.interviewsOf(Cast.COORDINATOR, 41);
        database.sql("""
                        update interviews.interview set school = '13K998'
                        where id in (select id from interviews.interview limit 9)
                        """).update();

        morning();

        assertThat(story.openTasks()).isEmpty();
    }

    private void morning() {
        var timer = management
                .createJobQuery()
                .processDefinitionKey("caseload-check")
                .timers()
                .singleResult();
        management.executeJob(timer.getId());
        story.goesOn();
    }
}
