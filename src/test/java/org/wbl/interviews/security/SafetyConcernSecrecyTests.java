package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;
import org.wbl.interviews.demo.SampleData;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.SafetyProcess;
import org.wbl.interviews.process.StaffAccounts;

/** A teacher has reported something; everybody else looks for it through the doors that staff use. */
@ApplicationTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("A safety concern is hidden")
class SafetyConcernSecrecyTests {

    private static final String MARKER = "What only the safeguarding staff may read";

    private static final String OF_OTHER_SCHOOL = "abigail";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identities;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private ObjectMapper json;

    private final Map<String, Browser> browsers = new HashMap<>();
    private String definition = "";
    private String instance = "";

    @BeforeAll
    void aTeacherReports() {
        accounts.add(
                new StaffAccounts.Account(
                        OF_OTHER_SCHOOL,
                        "Abigail",
                        "Other",
                        "abigail@schools.example",
                        Groups.ADMINISTRATORS,
                        List.of("13K998")),
                SampleData.PASSWORD);
        accounts.addToGroup(OF_OTHER_SCHOOL, Groups.SAFEGUARDING);

        assertThat(report(browser("theo"), MARKER).getStatusCode().value()).isEqualTo(200);

        var concern = runtime.createProcessInstanceQuery()
                .processDefinitionKey(SafetyProcess.KEY)
                .singleResult();
        instance = concern.getId();
        definition = concern.getProcessDefinitionId();
    }

    @AfterAll
    void cleanUp() {
        runtime.deleteProcessInstance(instance, "test over");
        management.createJobQuery().processDefinitionKey("send-mail").list().stream()
                .map(job -> job.getProcessInstanceId())
                .distinct()
                .forEach(mail -> runtime.deleteProcessInstance(mail, "test over"));
        database.sql("truncate interviews.safety_report, interviews.mail_log cascade")
                .update();
        identities.deleteUser(OF_OTHER_SCHOOL);
    }

    /** Every member of staff but the safeguarding staff of the school, the reporter and those of other schools too. */
    static Stream<String> others() {
        return Stream.of("carla", "theo", "lena", "mo", "kim", "tara", "abel", OF_OTHER_SCHOOL);
    }

    @ParameterizedTest
    @MethodSource("others")
    void fromEveryListOfTasks(String user) {
        var browser = browser(user);
        var answers = Stream.of(
                        browser.get(Browser.WEB + "/task?maxResults=100"),
                        browser.get(Browser.WEB + "/task?maxResults=100&processDefinitionKey=safety-concern"),
                        browser.get(Browser.WEB + "/task?maxResults=100&processInstanceId=" + instance),
                        browser.get(Browser.WEB + "/task?maxResults=100&candidateGroup=safeguarding"),
                        browser.post(
                                Browser.WEB + "/task?maxResults=100",
                                Map.of("taskDefinitionKey", task().getTaskDefinitionKey())),
                        browser.post(
                                Browser.WEB + "/task?maxResults=100",
                                Map.of("orQueries", List.of(Map.of("processDefinitionKey", SafetyProcess.KEY)))),
                        browser.get(Browser.WEB + "/task/count?processDefinitionKey=safety-concern"))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(String.valueOf(answer.getBody()))
                .doesNotContain(task().getId(), definition, instance, MARKER, "\"count\":1"));
        list(browser.get(Browser.WEB + "/filter?maxResults=100"))
                .findValuesAsText("id")
                .forEach(filter -> assertThat(browser.get(Browser.WEB + "/filter/" + filter + "/list?maxResults=100")
                                .getBody())
                        .doesNotContain(task().getId(), instance, MARKER));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /form",
        "GET, /form-variables",
        "GET, /deployed-form",
        "GET, /rendered-form",
        "GET, /identity-links",
        "GET, /variables",
        "GET, /localVariables",
        "GET, /comment",
        "GET, /attachment",
        "POST, /claim",
        "POST, /assignee",
        "POST, /identity-links",
        "POST, /complete",
        "POST, /submit-form",
        "DELETE, ''",
    })
    void fromWhoeverKnowsTheTask(String method, String part) {
        for (var user : others().toList()) {
            var answer = browser(user)
                    .send(
                            HttpMethod.valueOf(method),
                            Browser.WEB + "/task/" + task().getId() + part,
                            MediaType.APPLICATION_JSON,
                            Map.of("userId", user, "groupId", "teachers", "type", "candidate", "variables", Map.of()));

            assertThat(answer.getStatusCode().isError()).as(user + answer).isTrue();
            assertThat(String.valueOf(answer.getBody())).doesNotContain(MARKER, "Report ");
        }
        assertThat(task().getAssignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-instance/{instance}",
                "/process-instance/{instance}/variables",
                "/process-instance/{instance}/activity-instances",
                "/process-instance/{instance}/comment",
                "/process-instance?processDefinitionKey=safety-concern",
                "/execution?processDefinitionKey=safety-concern",
                "/variable-instance?processInstanceIdIn={instance}",
                "/history/process-instance/{instance}",
                "/history/process-instance?processDefinitionKey=safety-concern",
                "/history/process-instance?processDefinitionKey=report-safety-concern",
                "/history/activity-instance?processInstanceId={instance}",
                "/history/task?processInstanceId={instance}",
                "/history/variable-instance?processInstanceId={instance}",
                "/history/user-operation?processInstanceId={instance}",
                "/history/identity-link-log",
                "/incident?processInstanceId={instance}",
                "/job?processInstanceId={instance}",
                "/event-subscription?processInstanceId={instance}",
            })
    void fromEveryOtherPlace(String address) {
        for (var user : others().toList()) {
            var answer = browser(user).get(Browser.WEB + address.replace("{instance}", instance));

            assertThat(answer.getStatusCode().isError()).as(user + answer).isTrue();
            assertThat(String.valueOf(answer.getBody())).doesNotContain(MARKER, "safetyReportId");
        }
    }

    /** Modelers and safeguarding staff see the process; whose case is open, only those of its school. */
    @ParameterizedTest
    @ValueSource(strings = {"carla", "theo", "lena", "kim", "tara", "abel"})
    void evenAsAProcess(String user) {
        var browser = browser(user);

        assertThat(list(browser.get(Browser.WEB + "/process-definition?maxResults=100"))
                        .findValuesAsText("key"))
                .isNotEmpty()
                .doesNotContain(SafetyProcess.KEY);
        for (var part : List.of("", "/xml", "/diagram", "/startForm")) {
            assertThat(browser.get(Browser.WEB + "/process-definition/" + definition + part)
                            .getStatusCode()
                            .isError())
                    .as(part)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "adele", "kim", "abel"})
    void fromTheWorkbook(String user) throws IOException {
        var cells = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(
                browser(user).download("/reports/progress.xlsx").getBody()))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(cell.toString()))));
        }

        assertThat(cells).isNotEmpty().noneMatch(cell -> cell.contains(MARKER) || cell.contains("DO_NOT_USE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"safety-concern", "report-safety-concern", "tell-safety-concern"})
    void fromTheProcessMirror(String process) {
        var administrator = browser("abel");

        assertThat(administrator
                        .get("/mirror?process=" + process)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(administrator
                        .get("/mirror/" + process + ".bpmn")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(administrator.get("/mirror").getBody()).doesNotContain(process);
        assertThat(browser(OF_OTHER_SCHOOL).get("/mirror?process=" + process).getBody())
                .as("of the safeguarding staff of another school")
                .contains("0 cases run now", "No case is known here");
        assertThat(browser("adele").get("/mirror?process=safety-concern").getBody())
                .contains("One case runs now")
                .doesNotContain(MARKER);
    }

    @Test
    void fromEveryRowButItsOwn() {
        var rows = database.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema in ('interviews', 'public') and table_type = 'BASE TABLE'
                        """).query(String.class).list().stream()
                .filter(table -> !"interviews.safety_report".equals(table))
                .collect(Collectors.toMap(table -> table, table -> database.sql(
                                "select count(*) from %s as row where row::text like :marker".formatted(table))
                        .param("marker", "%" + MARKER + "%")
                        .query(Long.class)
                        .single()));

        assertThat(rows)
                .hasSizeGreaterThan(60)
                .allSatisfy((table, found) -> assertThat(found).as(table).isZero());
    }

    @Test
    void butNotFromTheSafeguardingStaff() {
        var browser = browser("adele");

        assertThat(list(browser.get(Browser.WEB + "/task?maxResults=100")).findValuesAsText("id"))
                .contains(task().getId());
        assertThat(browser.get(Browser.WEB + "/task/" + task().getId() + "/form-variables")
                        .getBody())
                .contains(MARKER, "Reported by Theo Grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "theo", "adele", "lena"})
    void thoughEveryMemberOfStaffIsOfferedToReportOne(String user) {
        var browser = browser(user);

        assertThat(list(browser.get(Browser.WEB + "/process-definition?maxResults=100&startableInTasklist=true"))
                        .findValuesAsText("key"))
                .contains("report-safety-concern");
        assertThat(browser.get(Browser.WEB + "/process-definition/" + definitionOf(browser) + "/deployed-start-form")
                        .getBody())
                .contains("Harbor Point High School");
    }

    @Test
    void andNobodyReportsForAnotherSchool() {
        var browser = browser("kim");

        var answer = report(browser, "for them");

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
    }

    private ResponseEntity<String> report(Browser browser, String what) {
        return browser.post(
                Browser.WEB + "/process-definition/" + definitionOf(browser) + "/submit-form",
                Map.of(
                        "variables",
                        Map.of(
                                "school", Map.of("value", "02M999"),
                                "kind", Map.of("value", "OTHER"),
                                "time", Map.of("value", "Monday"),
                                "place", Map.of("value", "Canal Row"),
                                "what", Map.of("value", what),
                                "harm", Map.of("value", "no"))));
    }

    private String definitionOf(Browser browser) {
        return list(browser.get(
                        Browser.WEB + "/process-definition?maxResults=1&latestVersion=true&key=report-safety-concern"))
                .path(0)
                .path("id")
                .asText();
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .initializeFormKeys()
                .singleResult();
    }

    private Browser browser(String user) {
        return browsers.computeIfAbsent(user, name -> Browser.of(http, name, SampleData.PASSWORD));
    }

    private JsonNode list(ResponseEntity<String> answer) {
        try {
            return json.readTree(answer.getBody());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
