package org.wbl.interviews.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.form.LinkTokens;

@ApplicationTest
@ActiveProfiles("demo")
@DisplayName("An informational interview")
class InterviewStoryTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient database;

    @Autowired
    private LinkTokens tokens;

    @Autowired
    private Clock clock;

    @Autowired
    private TestRestTemplate http;

    @AfterEach
    void cleanUp() {
        ClockUtil.reset();
        identities.clearAuthentication();
    }

    @Test
    void goesFromRequestToClosedCase() {
        var id = request();
        staff(
                "theo",
                "Activity_SetObjectives",
                Map.of("course", "Biology", "objectives", "Learn what a vet does all day."));
        staff("carla", "Activity_MatchEmployer", Map.of("decision", "INVITE", "contact", contact()));
        outsider(
                "Activity_AnswerInvitation",
                Map.of(
                        "answer",
                        "ACCEPTED",
                        "offeredTimes",
                        "Any Thursday at ten",
                        "arrivalNotes",
                        "Ring twice",
                        "contactRules",
                        true));
        staff(
                "carla",
                "Activity_BookInterview",
                Map.of("startsAt", dayWithSchool() + "T10:00", "minutes", 30, "place", "8 Canal Row"));
        outsider(
                "Activity_GiveConsent",
                Map.of(
                        "participate",
                        "yes",
                        "shareData",
                        "yes",
                        "video",
                        "no",
                        "signedBy",
                        "A. Bello",
                        "relationship",
                        "PARENT"));
        staff("adele", "Activity_ApproveActivity", Map.of("travel", "WALK", "escort", "none", "decision", "APPROVE"));
        outsider("Activity_ResearchEmployer", research());
        staff(
                "theo",
                "Activity_ReviewResearch",
                Map.of("background", 8, "research", 8, "format", 8, "questionsScore", 9, "decision", "APPROVE"));
        outsider(
                "Activity_DeclareReadiness",
                Map.of(
                        "knowsWay",
                        true,
                        "knowsDress",
                        true,
                        "hasQuestions",
                        true,
                        "hasPractised",
                        true,
                        "knowsCall",
                        true,
                        "ready",
                        "yes"));
        staff("carla", "Activity_DecideGo", Map.of("go", "GO"));
        ClockUtil.setCurrentTime(java.util.Date.from(
                dayWithSchool().atTime(12, 0).atZone(clock.getZone()).toInstant()));
        staff("carla", "Activity_RecordOutcome", Map.of("outcome", "HELD", "contactMinutes", 32, "lateMinutes", 0));
        outsider(
                "Activity_RateEmployability",
                with(skills("3"), Map.of("experience", "5", "prepared", "4", "hostAgain", "YES")));
        outsider("Activity_Reflect", with(skills("2"), reflection()));
        staff(
                "theo",
                "Activity_ReviewReflection",
                with(
                        skills("NO"),
                        Map.of(
                                "spokenOn",
                                dayWithSchool().toString(),
                                "thankYou",
                                "Thank you for showing me the clinic, Dr. Feld.")));
        staff(
                "carla",
                "Activity_CloseInterview",
                Map.of("prepMinutes", 90, "contactMinutes", 32, "reflectionMinutes", 45, "nextStep", "JOB_SHADOW"));

        assertThat(row(id)).containsEntry("status", "CLOSED").containsEntry("ending", "COMPLETED");
        assertThat(database.sql(
                                "select rater_role, count(*), count(score) from interviews.rating where interview_id = :id"
                                        + " group by 1 order by 1")
                        .param("id", id)
                        .query((row, number) -> row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3))
                        .list())
                .containsExactly("EMPLOYER 8 8", "STUDENT 8 8", "TEACHER 8 0");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("employer-check-in")
                        .count())
                .isOne();
        assertThat(variablesInHistory()).isZero();
        assertThat(database.sql(
                                "select count(*) from interviews.form_link where submitted_at is null and revoked_at is null"
                                        + " and interview_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String request() {
        identities.setAuthentication("carla", List.of("coordinators"), List.of("02M999"));
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("informational-interview")
                .latestVersion()
                .singleResult();
        var instance = forms.submitStartForm(
                definition.getId(),
                Map.of(
                        "student",
                        student(),
                        "teacher",
                        "theo",
                        "careerField",
                        "Health",
                        "reason",
                        "She loves animals."));
        identities.clearAuthentication();
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private void staff(String user, String activity, Map<String, Object> answers) {
        var task = task(activity);
        identities.setAuthentication(user, groups(user), List.of("02M999"));
        try {
            forms.submitTaskForm(task.getId(), answers);
        } finally {
            identities.clearAuthentication();
        }
        runJobs();
    }

    private List<String> groups(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
    }

    private void outsider(String activity, Map<String, Object> answers) {
        var task = task(activity);
        var token = tokens.token(database.sql("select id from interviews.form_link where task_id = :task")
                .param("task", task.getId())
                .query(UUID.class)
                .single());
        var page = http.getForEntity("/forms/" + token, String.class);
        assertThat(page.getStatusCode()).as(activity).isEqualTo(HttpStatus.OK);
        var nonce = page.getBody().replaceAll("(?s).*data-nonce=\"([0-9a-f]+)\".*", "$1");
        ResponseEntity<String> reply =
                http.postForEntity("/forms/" + token, Map.of("nonce", nonce, "answers", answers), String.class);
        assertThat(reply.getStatusCode()).as(activity + ": " + reply.getBody()).isEqualTo(HttpStatus.OK);
        assertThat(http.postForEntity("/forms/" + token, Map.of("nonce", nonce, "answers", answers), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        runJobs();
    }

    private Task task(String activity) {
        var found = tasks.createTaskQuery().taskDefinitionKey(activity).list();
        assertThat(found)
                .as("open: "
                        + tasks.createTaskQuery().list().stream()
                                .map(Task::getTaskDefinitionKey)
                                .toList())
                .hasSize(1);
        return found.get(0);
    }

    /** Runs what is due now; mails stay queued. */
    private void runJobs() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return management.createJobQuery().messages().withRetriesLeft().list().stream()
                .filter(job -> !"send-mail".equals(job.getProcessDefinitionKey()))
                .toList();
    }

    private Map<String, Object> row(String id) {
        return database.sql("select status, ending from interviews.interview where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private long variablesInHistory() {
        return history.createHistoricVariableInstanceQuery().count();
    }

    private String student() {
        return database.sql("select id from interviews.student where given_name = 'Amina'")
                .query(String.class)
                .single();
    }

    private String contact() {
        return database.sql("select id from interviews.employer_contact where name = 'Dr. Nora Feld'")
                .query(String.class)
                .single();
    }

    private LocalDate dayWithSchool() {
        return LocalDate.of(2027, 3, 11);
    }

    private static Map<String, Object> research() {
        var long_ = "Animals need doctors, and the trade is growing steadily.";
        return Map.of(
                "industry",
                long_,
                "employer",
                long_,
                "education",
                long_,
                "sources",
                long_,
                "questions",
                "What does your day look like?\nHow did you get here?\nWhat do you like most?");
    }

    private static Map<String, Object> reflection() {
        return Map.of(
                "learnedJob",
                "A lot",
                "learnedIndustry",
                "More",
                "surprise",
                "The noise",
                "interestBefore",
                "3",
                "interestAfter",
                "5",
                "strength",
                "I listened",
                "improve",
                "Ask more",
                "nextStep",
                "Job shadow",
                "thankYou",
                "Thank you for showing me the clinic.",
                "share",
                "yes");
    }

    private static Map<String, Object> skills(String score) {
        return Stream.of("comm", "crit", "appr", "time", "prep", "init", "resp", "list")
                .collect(java.util.stream.Collectors.toMap(skill -> skill, skill -> (Object) score));
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, ?> more) {
        var all = new java.util.HashMap<String, Object>(some);
        all.putAll(more);
        return all;
    }
}
