package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.wbl.interviews.process.InterviewProcess;

/** The two sample schools, each with an interview under way, through the doors that staff use. */
@ApplicationTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("Staff of one school")
class SchoolSeparationTests {

    private static final String OURS = "02M999";
    private static final String THEIRS = "13K998";

    /** Stands in the other school's interview, and must stand in nothing that we are shown. */
    private static final String MARKER = "A reason that only Prospect Technical may read";

    private static final String OUR_REASON = "She loves animals";

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
    private AuthorizationService authorizations;

    @Autowired
    private ObjectMapper json;

    private Browser coordinator;
    private Browser teacher;
    private Browser otherCoordinator;
    private String ourInterview = "";
    private String theirInterview = "";

    @BeforeAll
    void twoInterviews() {
        coordinator = signIn("carla");
        teacher = signIn("theo");
        otherCoordinator = signIn("kim");
        ourInterview = request(coordinator, student("Amina"), "theo", OUR_REASON);
        theirInterview = request(otherCoordinator, student("Kofi"), "tara", MARKER);
    }

    @AfterAll
    void cleanUp() {
        for (var interview : List.of(ourInterview, theirInterview)) {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(interview)
                    .rootProcessInstances()
                    .list()
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test over"));
            database.sql("""
                            update interviews.interview set ending = 'DATA_ERROR', status = 'CANCELLED', closed_at = now()
                            where id = :id
                            """).param("id", interview).update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "theo", "adele"})
    void seeNoTaskOfAnotherSchool(String user) {
        var browser = signIn(user);
        var everything = List.of(
                browser.get(Browser.WEB + "/task?maxResults=100"),
                browser.get(Browser.WEB + "/task?maxResults=100&tenantIdIn=" + THEIRS),
                browser.get(Browser.WEB + "/task?maxResults=100&processInstanceBusinessKey=" + theirInterview),
                browser.post(Browser.WEB + "/task?maxResults=100", Map.of("tenantIdIn", List.of(THEIRS))),
                browser.post(
                        Browser.WEB + "/task?maxResults=100",
                        Map.of("orQueries", List.of(Map.of("tenantIdIn", List.of(THEIRS))))),
                browser.post(
                        Browser.WEB + "/task?maxResults=100", Map.of("processInstanceBusinessKey", theirInterview)));

        assertThat(everything).allSatisfy(answer -> {
            assertThat(answer.getStatusCode().value()).isEqualTo(200);
            assertThat(list(answer).findValuesAsText("tenantId")).doesNotContain(THEIRS);
            assertThat(answer.getBody()).doesNotContain(theirTask().getId());
        });
        assertThat(count(browser.post(Browser.WEB + "/task/count", Map.of("tenantIdIn", List.of(THEIRS)))))
                .isZero();
    }

    @Test
    void seeTheirOwn() {
        assertThat(list(teacher.get(Browser.WEB + "/task?maxResults=100")).findValuesAsText("id"))
                .contains(task(ourInterview).getId());
        assertThat(teacher.get(Browser.WEB + "/task/" + task(ourInterview).getId())
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(teacher.get(Browser.WEB + "/task/" + task(ourInterview).getId() + "/form-variables")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /form",
        "GET, /form-variables",
        "GET, /deployed-form",
        "GET, /rendered-form",
        "GET, /identity-links",
        "POST, /claim",
        "POST, /unclaim",
        "POST, /assignee",
        "POST, /identity-links",
        "POST, /identity-links/delete",
        "POST, /complete",
        "POST, /submit-form",
        "GET, /variables",
        "POST, /variables",
        "GET, /comment",
        "POST, /comment/create",
        "GET, /attachment",
        "POST, /bpmnError",
        "DELETE, ''",
    })
    void canDoNothingWithATaskOfAnotherSchool(String method, String part) {
        var before = snapshot();
        for (var browser : List.of(coordinator, teacher)) {
            var body = Map.of(
                    "userId", "carla", "type", "candidate", "message", "hello", "variables", Map.of(), "course", "x");

            var answer = browser.send(
                    HttpMethod.valueOf(method),
                    Browser.WEB + "/task/" + theirTask().getId() + part,
                    MediaType.APPLICATION_JSON,
                    body);

            assertThat(answer.getStatusCode().isError()).as(answer.toString()).isTrue();
            assertThat(answer.getBody()).doesNotContain(MARKER, "Mensah", "Kofi");
        }
        assertThat(snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-instance/{instance}",
                "/process-instance/{instance}/variables",
                "/process-instance/{instance}/activity-instances",
                "/process-instance/{instance}/comment",
                "/execution/{instance}",
                "/history/process-instance/{instance}",
                "/history/process-definition/{definition}/statistics",
                "/process-definition/{definition}/statistics",
                "/process-definition/statistics",
                "/variable-instance?processInstanceIdIn={instance}",
                "/history/variable-instance?processInstanceId={instance}",
                "/history/task?processInstanceId={instance}",
                "/history/user-operation?processInstanceId={instance}",
                "/event-subscription?processInstanceId={instance}",
                "/incident",
                "/job?tenantIdIn=13K998",
                "/metrics",
                "/metrics/activity-instance-start/sum",
                "/tenant",
                "/user",
                "/user/kim/profile",
                "/user?memberOfTenant=13K998",
                "/group",
                "/identity/groups?userId=kim",
            })
    void areShownNothingOfAnotherSchoolElsewhere(String address) {
        var task = theirTask();
        var answer = coordinator.get(Browser.WEB
                + address.replace("{instance}", task.getProcessInstanceId())
                        .replace("{definition}", task.getProcessDefinitionId()));

        if (!answer.getStatusCode().isError()) {
            assertThat(answer.getBody()).doesNotContain(MARKER, "kim", "Kim", THEIRS, theirInterview);
        }
        assertThat(answer.getStatusCode().isError() || address.startsWith("/identity"))
                .as(answer.toString())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /process-definition/{definition}/suspended, '{\"suspended\":true}'",
        "PUT, /process-definition/suspended, '{\"suspended\":true,\"processDefinitionKey\":\"informational-interview\"}'",
        "PUT, /process-definition/{definition}/history-time-to-live, '{\"historyTimeToLive\":0}'",
        "DELETE, /process-definition/{definition}?cascade=true, ''",
        "PUT, /process-instance/{instance}/suspended, '{\"suspended\":true}'",
        "DELETE, /process-instance/{instance}, ''",
        "POST, /process-instance/{instance}/variables, '{\"modifications\":{\"ending\":{\"value\":\"NO_CONSENT\"}}}'",
        "POST, /process-instance/{instance}/modification, '{}'",
        "POST, /message, '{\"messageName\":\"InterviewCancelled\",\"businessKey\":\"{interview}\"}'",
        "POST, /message, '{\"messageName\":\"InterviewCancelled\",\"processInstanceId\":\"{instance}\"}'",
        "POST, /signal, '{\"name\":\"InterviewCancelled\"}'",
        "POST, /execution/{instance}/messages/InterviewCancelled/trigger, '{}'",
        "POST, /process-instance/delete, '{\"processInstanceIds\":[\"{instance}\"]}'",
        "PUT, /job/suspended, '{\"suspended\":true,\"processDefinitionKey\":\"informational-interview\"}'",
        "POST, /filter/create, '{\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}'",
        "POST, /process-definition/{definition}/start, '{\"variables\":{\"school\":{\"value\":\"13K998\"}}}'",
        "POST, /process-definition/key/informational-interview/start, '{}'",
        "POST, /process-definition/key/informational-interview/tenant-id/13K998/start, '{}'",
    })
    void stopOrMoveNothingOfAnotherSchool(String method, String address, String body) {
        var before = snapshot();
        var task = theirTask();

        var answer = coordinator.send(
                HttpMethod.valueOf(method),
                Browser.WEB + fill(address, task),
                MediaType.APPLICATION_JSON,
                fill(body, task));

        assertThat(answer.getStatusCode().value()).as(answer.toString()).isEqualTo(403);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void areToldTheSameOfAnotherSchoolsTaskAsOfNone() {
        var theirs = coordinator.get(Browser.WEB + "/task/" + theirTask().getId());
        var none = coordinator.get(Browser.WEB + "/task/" + "0".repeat(36));

        assertThat(theirs.getStatusCode()).isEqualTo(none.getStatusCode());
        assertThat(String.valueOf(theirs.getBody()).replace(theirTask().getId(), "0".repeat(36)))
                .isEqualTo(none.getBody());
    }

    @Test
    void findNoTaskOfAnotherSchoolThroughASharedFilter() {
        var district = signIn("dana");
        var filter = field(
                district.post(
                        Browser.WEB + "/filter/create",
                        Map.of(
                                "name",
                                "Everything",
                                "resourceType",
                                "Task",
                                "query",
                                Map.of("tenantIdIn", List.of(OURS, THEIRS)),
                                "properties",
                                Map.of())),
                "id");
        var everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(filter);
        everybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybody);
        var address = Browser.WEB + "/filter/" + filter;

        assertThat(district.get(address + "/list?maxResults=100").getBody())
                .contains(theirTask().getId());
        for (var answer : List.of(
                coordinator.get(address + "/list?maxResults=100"),
                coordinator.post(address + "/list?maxResults=100", Map.of()),
                coordinator.post(address + "/list?maxResults=100", Map.of("tenantIdIn", List.of(THEIRS))),
                coordinator.get(address + "/count"))) {
            assertThat(answer.getStatusCode().value()).isEqualTo(200);
            assertThat(answer.getBody()).doesNotContain(theirTask().getId(), THEIRS);
        }
        assertThat(count(coordinator.post(address + "/count", Map.of("tenantIdIn", List.of(THEIRS)))))
                .isZero();
        authorizations.deleteAuthorization(everybody.getId());
        district.send(HttpMethod.DELETE, address, MediaType.APPLICATION_JSON, "");
    }

    @Test
    void areShownTheirTasksByEverySharedFilter() {
        var shared = list(coordinator.get(Browser.WEB + "/filter?firstResult=0&maxResults=100"))
                .findValuesAsText("id");

        assertThat(shared).hasSizeGreaterThanOrEqualTo(5).allSatisfy(filter -> {
            var answer = coordinator.get(Browser.WEB + "/filter/" + filter + "/list?firstResult=0&maxResults=100");
            assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
            assertThat(answer.getBody()).doesNotContain(theirTask().getId(), THEIRS);
        });
    }

    @Test
    void areOfferedOnlyTheirOwnStudentsAndTeachers() {
        var definition = definition(coordinator);
        var shown = Stream.of("/form-variables", "/deployed-start-form", "/startForm")
                .map(part -> String.valueOf(coordinator
                        .get(Browser.WEB + "/process-definition/" + definition + part)
                        .getBody()))
                .collect(Collectors.joining());

        assertThat(shown)
                .as("our own are offered")
                .contains("Bello", "Theo Grant")
                .doesNotContain("Mensah", "Haddad", "Kowal", "tara", "Quinn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kofi", "Laila", "Ivan"})
    void startNoInterviewForAStudentOfAnotherSchool(String name) {
        var before = snapshot();

        var answer = submitRequest(coordinator, student(name), "theo", "no");

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        assertThat(answer.getBody()).doesNotContain(name, "Mensah", "Haddad", "Kowal");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void giveNoInterviewToATeacherOfAnotherSchool() {
        var before = snapshot();

        assertThat(submitRequest(coordinator, student("Amina"), "tara", "no")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void startNothingInAnotherSchoolByNamingIt() {
        var before = snapshot();

        var answer = coordinator.post(
                Browser.WEB + "/process-definition/" + definition(coordinator) + "/submit-form",
                Map.of(
                        "variables",
                        Map.of(
                                "school",
                                Map.of("value", THEIRS),
                                "student",
                                Map.of("value", student("Kofi")),
                                "teacher",
                                Map.of("value", "tara"),
                                "careerField",
                                Map.of("value", "Marketing"),
                                "reason",
                                Map.of("value", "no"))));

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void inviteNoEmployerOfAnotherSchool() {
        var interview = request(coordinator, student("Diego"), "theo", "matching");
        try {
            assertThat(submit(teacher, interview, Map.of("course", "Biology", "objectives", "Learn what a vet does."))
                            .getStatusCode()
                            .value())
                    .isLessThan(300);
            runJobs();

            assertThat(submit(coordinator, interview, Map.of("decision", "INVITE", "contact", contact("Tony Brandt")))
                            .getStatusCode()
                            .value())
                    .isEqualTo(400);
            assertThat(task(interview).getTaskDefinitionKey()).isEqualTo("Activity_MatchEmployer");
            assertThat(submit(coordinator, interview, Map.of("decision", "INVITE", "contact", contact("Dr. Nora Feld")))
                            .getStatusCode()
                            .value())
                    .isLessThan(300);
        } finally {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(interview)
                    .rootProcessInstances()
                    .list()
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test over"));
        }
    }

    @ParameterizedTest
    @CsvSource({"carla, 02M999", "adele, 02M999", "kim, 13K998", "abel, 13K998"})
    void readOfTheirOwnSchoolInTheWorkbook(String user, String school) throws IOException {
        var ours = OURS.equals(school);
        var cells = cells(signIn(user).download("/reports/progress.xlsx"));

        assertThat(cells)
                .contains(ours ? ourInterview : theirInterview)
                .doesNotContain(ours ? theirInterview : ourInterview)
                .noneMatch(cell -> cell.contains(ours ? "Prospect" : "Harbor Point"));
    }

    @ParameterizedTest
    @CsvSource({"carla, Amina, Kofi", "theo, Amina, Kofi", "adele, Amina, Kofi", "kim, Kofi, Amina"})
    void seeOnlyTheirOwnStudents(String user, String own, String other) {
        var browser = signIn(user);

        assertThat(browser.get("/students").getBody()).contains(own).doesNotContain(other);
        for (var part : List.of("", "/employability-profile.pdf")) {
            assertThat(browser.get("/students/" + student(own) + part)
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
            assertThat(browser.get("/students/" + student(other) + part)
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
        }
        assertThat(browser.get("/students?after=" + student(other)).getBody()).doesNotContain(own, other);
    }

    @Test
    void areToldTheSameOfAnotherSchoolsStudentAsOfNone() {
        var theirs = coordinator.get("/students/" + student("Kofi"));
        var none = coordinator.get("/students/999999999");
        var ownToTheRequest = "timestamp\":\"[^\"]*|/students/\\d+";

        assertThat(theirs.getStatusCode()).isEqualTo(none.getStatusCode());
        assertThat(String.valueOf(theirs.getBody()).replaceAll(ownToTheRequest, ""))
                .isEqualTo(String.valueOf(none.getBody()).replaceAll(ownToTheRequest, ""));
    }

    private Browser signIn(String user) {
        var browser = new Browser(http);
        assertThat(browser.signIn(user, SampleData.PASSWORD, "tasklist")
                        .getStatusCode()
                        .value())
                .as(user)
                .isEqualTo(200);
        return browser;
    }

    private String request(Browser browser, String student, String teacher, String reason) {
        var started = submitRequest(browser, student, teacher, reason);
        assertThat(started.getStatusCode().value()).as(started.getBody()).isEqualTo(200);
        return database.sql(
                        "select id from interviews.interview where reason = :reason order by requested_at desc limit 1")
                .param("reason", reason)
                .query(String.class)
                .single();
    }

    private ResponseEntity<String> submitRequest(Browser browser, String student, String teacher, String reason) {
        return browser.post(
                Browser.WEB + "/process-definition/" + definition(browser) + "/submit-form",
                Map.of(
                        "variables",
                        Map.of(
                                "student",
                                Map.of("value", student),
                                "teacher",
                                Map.of("value", teacher),
                                "coordinator",
                                Map.of("value", "theo".equals(teacher) ? "carla" : "kim"),
                                "mode",
                                Map.of("value", "IN_PERSON_WORKPLACE"),
                                "careerField",
                                Map.of("value", "Marketing"),
                                "reason",
                                Map.of("value", reason))));
    }

    private ResponseEntity<String> submit(Browser browser, String interview, Map<String, Object> answers) {
        var variables = answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> Map.of("value", answer.getValue())));
        return browser.post(
                Browser.WEB + "/task/" + task(interview).getId() + "/submit-form", Map.of("variables", variables));
    }

    private String definition(Browser browser) {
        return list(browser.get(Browser.WEB + "/process-definition?maxResults=1&latestVersion=true&key="
                        + InterviewProcess.KEY))
                .path(0)
                .path("id")
                .asText();
    }

    private Task theirTask() {
        return task(theirInterview);
    }

    private Task task(String interview) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(interview)
                .initializeFormKeys()
                .list()
                .get(0);
    }

    private void runJobs() {
        management.createJobQuery().messages().tenantIdIn(OURS).list().stream()
                .filter(job -> !InterviewProcess.SEND_MAIL_KEY.equals(job.getProcessDefinitionKey()))
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** What the other school has in the engine and in our tables, with the state of every row. */
    private List<Object> snapshot() {
        var rows = new ArrayList<Object>();
        for (var table : List.of(
                "public.act_ru_task where tenant_id_ = '13K998'",
                "public.act_ru_execution where tenant_id_ = '13K998'",
                "public.act_ru_variable where tenant_id_ = '13K998'",
                "public.act_ru_identitylink where tenant_id_ = '13K998'",
                "public.act_re_procdef",
                "interviews.interview")) {
            rows.add(database.sql("select * from " + table + " order by 1")
                    .query()
                    .listOfRows());
        }
        return rows;
    }

    private String student(String givenName) {
        return database.sql("select id from interviews.student where given_name = :name")
                .param("name", givenName)
                .query(String.class)
                .single();
    }

    private String contact(String name) {
        return database.sql("select id from interviews.employer_contact where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private String fill(String text, Task task) {
        return text.replace("{instance}", task.getProcessInstanceId())
                .replace("{definition}", task.getProcessDefinitionId())
                .replace("{interview}", theirInterview);
    }

    private static List<String> cells(ResponseEntity<byte[]> answer) throws IOException {
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        var cells = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.getBody()))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(cell.toString()))));
        }
        return cells;
    }

    private JsonNode list(ResponseEntity<String> answer) {
        try {
            return json.readTree(answer.getBody());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String field(ResponseEntity<String> answer, String name) {
        return list(answer).path(name).asText();
    }

    private long count(ResponseEntity<String> answer) {
        return list(answer).path("count").asLong(-1);
    }
}
