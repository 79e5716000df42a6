package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.ReportProcess;
import org.wbl.interviews.report.Reports;

@StoryOf("monthly-report")
@DisplayName("The monthly report")
class MonthlyReportTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private ManagementService management;

    @Autowired
    private Reports reports;

    @Test
    void isWrittenForEverySchoolOnTheFirstOfTheMonthAtSeven() {
        var timer = management
                .createJobQuery()
                .processDefinitionKey("monthly-report")
                .timers()
                .singleResult();
        var due = timer.getDuedate().toInstant().atZone(ZoneId.of("America/New_York"));
        assertThat(due.getDayOfMonth()).isOne();
        assertThat(due.getHour()).isEqualTo(7);

        management.executeJob(timer.getId());
        story.goesOn();

        var month = story.running("monthly-report");
        var report = story.running(ReportProcess.KEY);
        assertThat(report.getTenantId()).isNull();
        assertThat(report).isWaitingAt("Activity_ReadReport");
        assertThat(reports.latestOfEverySchool()).isPresent();

        cast.staff(Cast.LEADER, Groups.LEADERSHIP, "Activity_ReadReport", Map.of("comment", ""));
        assertThat(month).isEnded().hasPassed("Event_LeadershipInformed");
    }
}
