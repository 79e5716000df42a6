package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.ReportProcess;

@StoryOf("monthly-report")
@DisplayName("The monthly report")
class MonthlyReportTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Test
    void isWrittenForEachLeaderAboutTheSchoolsOfThisLeaderOnTheFirstOfTheMonthAtSeven() {
        story.interviewsOf(Cast.COORDINATOR, 7);
        var due = Timers.due(management, "monthly-report");
        assertThat(due.getDayOfMonth()).isOne();
        assertThat(due.getMonthValue())
                .as("in July the yearly report takes its place")
                .isNotEqualTo(7);
        assertThat(due.getHour()).isEqualTo(7);

        month();

        assertThat(mailServer.letters())
                .extracting(MailServer.Letter::to)
                .containsExactlyInAnyOrder("lena@schools.example", "principal@schools.example");
        assertThat(mailServer.lastTo("lena@schools.example").words()).contains("All schools, school year 2026–27");
        assertThat(mailServer.lastTo("principal@schools.example").words())
                .contains("Harbor Point High School, school year 2026–27");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(ReportProcess.KEY)
                        .list())
                .extracting(ProcessInstance::getTenantId)
                .containsExactlyInAnyOrder(null, "02M999");
        assertThat(story.openTasks()).containsExactly("Activity_ReadReport", "Activity_ReadReport");
    }

    @Test
    void isNotWrittenBeforeThereIsAnInterview() {
        month();

        assertThat(mailServer.letters()).isEmpty();
        assertThat(story.openTasks()).isEmpty();
    }

    @Test
    void aboutAllSchoolsIsReadByWhoLeadsAllOfThem() {
        story.interviewsOf(Cast.COORDINATOR, 7);
        month();
        var all = story.tasks("Activity_ReadReport").stream()
                .filter(task -> task.getTenantId() == null)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> cast.staff(
                        "principal", Groups.LEADERSHIP, all, Map.of("comment", "Mine is better.", "heldTarget", 5)))
                .hasMessageContaining("This report is also about schools that are not yours.");

        cast.staff(Cast.LEADER, Groups.LEADERSHIP, all, Map.of("comment", "More."));
        assertThat(story.values("select read_by from interviews.report where comment is not null"))
                .containsExactly(Cast.LEADER);
    }

    private void month() {
        Timers.fire(management, "monthly-report");
        story.goesOn();
    }
}
