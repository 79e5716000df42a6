package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.report.Reports;

@ApplicationTest
@DisplayName("A leadership report")
class LeadershipReportTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Reports reports;

    @Autowired
    private Clock clock;

    @BeforeEach
    void aSchool() {
        database.sql("""
                        insert into school (code, name, address, phone)
                        values ('02M999', 'Harbor Point High School', '1 Pier Street', '212-555-0100')
                        on conflict do nothing
                        """).update();
    }

    @AfterEach
    void cleanUp() {
        identities.clearAuthentication();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(ReportProcess.KEY)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test over"));
    }

    @Test
    void isWrittenOnDemandForTheSchoolThatAskedAndRead() throws IOException {
        identities.setAuthentication("leader", List.of(Groups.LEADERSHIP), List.of("02M999"));
        var report = runtime.startProcessInstanceByKey(ReportProcess.KEY);
        identities.clearAuthentication();
        runJobs(report);

        var task = tasks.createTaskQuery().processInstanceId(report.getId()).singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("Activity_ReadReport");
        assertThat(task.getTenantId()).isEqualTo("02M999");
        assertThat(task.getDueDate()).isAfter(Date.from(clock.instant()));

        identities.setAuthentication("leader", List.of(Groups.LEADERSHIP), List.of("02M999"));
        tasks.complete(task.getId(), withVariables("comment", "More employers in health."));
        identities.clearAuthentication();

        var kept = reports.latestOf("02M999").orElseThrow();
        assertThat(kept.comment()).isEqualTo("More employers in health.");
        assertThat(kept.readBy()).isEqualTo("leader");
        assertThat(sheets(kept.id())).contains("Read me", "Summary", "Interviews", "Skills", "Employers");
        assertThat(passed(report)).contains("Event_ReportAskedFor", "Activity_WriteWorkbook", "Event_ReportRead");
    }

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
        assertThat(due.toLocalDate()).isAfter(LocalDate.now(clock));

        management.executeJob(timer.getId());
        var report = runtime.createProcessInstanceQuery()
                .processDefinitionKey(ReportProcess.KEY)
                .singleResult();
        runJobs(report);

        assertThat(report.getTenantId()).isNull();
        assertThat(reports.latestOfEverySchool()).isPresent();
        assertThat(passed(report)).contains("Event_ReportAskedFor", "Activity_WriteWorkbook", "Activity_ReadReport");
    }

    @Test
    void belongsToTheSchoolThatAMachineNames() {
        var report = runtime.startProcessInstanceByKey(ReportProcess.KEY, Map.of("school", "02M999"));

        assertThat(report.getTenantId()).isEqualTo("02M999");
    }

    private void runJobs(ProcessInstance instance) {
        management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private List<String> passed(ProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
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
