package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.ReportProcess;
import org.wbl.interviews.process.TaskSubjects;
import org.wbl.interviews.report.Reports;

@StoryOf("leadership-report")
@DisplayName("A leadership report")
class LeadershipReportTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Reports reports;

    @Autowired
    private Clock clock;

    @Test
    void isWrittenOnDemandForTheSchoolThatAskedAndRead() throws IOException {
        cast.as(Cast.LEADER, Groups.LEADERSHIP, () -> runtime.startProcessInstanceByKey(ReportProcess.KEY));
        var report = story.running(ReportProcess.KEY);
        assertThat(report.getTenantId()).isEqualTo("02M999");
        assertThat(report).isWaitingAt("Activity_ReadReport").hasPassed("Activity_SendReport");
        assertThat(mailServer.lastTo("lena@schools.example").subject()).startsWith("Please read: report");
        assertThat(story.task("Activity_ReadReport").getDueDate()).isAfter(Date.from(clock.instant()));
        assertThat(tasks.getVariableLocal(story.task("Activity_ReadReport").getId(), TaskSubjects.ABOUT))
                .isEqualTo("Harbor Point High School, February 22, 2027");

        cast.staff(
                Cast.LEADER, Groups.LEADERSHIP, "Activity_ReadReport", Map.of("comment", "More employers in health."));

        assertThat(report).isEnded().hasPassed("Activity_WriteWorkbook", "Event_ReportRead");
        var kept = reports.latestOf("02M999").orElseThrow();
        assertThat(kept.comment()).isEqualTo("More employers in health.");
        assertThat(kept.readBy()).isEqualTo(Cast.LEADER);
        assertThat(sheets(kept.id()))
                .contains("Read me", "Summary", "Schools", "Reach", "Employers")
                .doesNotContain("Interviews", "Students");
    }

    @Test
    void goesOnlyToThoseWhoLeadEverySchoolInIt() {
        runtime.startProcessInstanceByKey(ReportProcess.KEY);
        story.goesOn();

        assertThat(mailServer.letters()).extracting(MailServer.Letter::to).containsExactly("lena@schools.example");
    }

    @Test
    void belongsToTheSchoolThatAMachineNames() {
        var report = runtime.startProcessInstanceByKey(ReportProcess.KEY, Map.of("school", "02M999"));

        assertThat(report.getTenantId()).isEqualTo("02M999");
    }

    private List<String> sheets(long report) throws IOException {
        var content = new ByteArrayOutputStream();
        reports.copy(report, content);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content.toByteArray()))) {
            return IntStream.range(0, workbook.getNumberOfSheets())
                    .mapToObj(workbook::getSheetName)
                    .toList();
        }
    }
}
