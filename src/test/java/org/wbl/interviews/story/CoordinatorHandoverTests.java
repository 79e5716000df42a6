package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.TaskSubjects;

@StoryOf("coordinator-handover")
@DisplayName("A coordinator who hands over")
class CoordinatorHandoverTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private Interviews interviews;

    @Autowired
    private JdbcClient database;

    @Test
    void leavesInterviewsTasksAndMailsToTheSuccessorOnTheDay() {
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();
        var handover = handsOver(Map.of("day", "2027-03-01"));
        assertThat(handover).isWaitingAt("Event_HandoverDay");
        assertThat(story.task("Activity_BookInterview").getAssignee()).isEqualTo(Cast.COORDINATOR);

        story.goesOnUntil("2027-03-01T09:00");

        assertThat(story.task("Activity_BookInterview").getAssignee()).isEqualTo(Cast.OTHER_COORDINATOR);
        assertThat(story.value("select coordinator from interviews.interview")).isEqualTo(Cast.OTHER_COORDINATOR);
        cast.coordinatorBooks();
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("cora Harbor", "cora@schools.example")
                .doesNotContain("carla");

        var task = story.task("Activity_IntroduceYourself");
        assertThat(task.getAssignee()).isEqualTo(Cast.OTHER_COORDINATOR);
        assertThat(tasks.getVariableLocal(task.getId(), TaskSubjects.ABOUT)).isEqualTo("From carla Harbor");
        assertThat(shown(task.getId()))
                .contains("From carla Harbor to cora Harbor. Interviews: 1. Open tasks: 1.")
                .contains("Riverside Animal Clinic: Dr. Nora Feld, 212-555-0141 (" + story.interview() + ")");
        cast.staff(
                Cast.OTHER_COORDINATOR,
                Groups.COORDINATORS,
                "Activity_IntroduceYourself",
                Map.of("note", "Dr. Feld says hello."));
        assertThat(handover).isEnded().hasPassed("Event_HandedOver");
        assertThat(story.values("select note from interviews.contact_note")).contains("Dr. Feld says hello.");
    }

    @Test
    void leavesTheCheckInsOfAClosedInterviewToo() {
        cast.untilTheInterviewIsHeld();
        cast.employerIsThanked();
        cast.employerRatesAndIsCalled();
        cast.studentsPartIsClosed();
        cast.coordinatorCloses();
        var employer = story.value("select employer_id from interviews.interview");

        handsOver(Map.of("day", "2027-03-18"));

        assertThat(interviews.coordinatorOf(Long.parseLong(employer))).contains(Cast.OTHER_COORDINATOR);
        story.goesOnUntil("2027-04-30T19:00");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).subject()).contains("how is it going");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("cora@schools.example");
    }

    @Test
    void mayHaveNoAccountAnyMore() {
        cast.withCoordinator("mara", () -> {
            cast.coordinatorRequests();
            cast.teacherSetsObjectives();
            database.sql("update interviews.interview set coordinator = 'mara'").update();
            tasks.setAssignee(story.task("Activity_MatchEmployer").getId(), "mara");
        });

        handsOver(Map.of("outgoing", "mara"));

        assertThat(story.task("Activity_MatchEmployer").getAssignee()).isEqualTo(Cast.OTHER_COORDINATOR);
        assertThat(shown(story.task("Activity_IntroduceYourself").getId())).contains("mara (no account any more)");
    }

    @Test
    void handsOverMoreThanFiftyInterviewsBatchByBatch() {
        story.interviewsOf(Cast.COORDINATOR, 120);

        var handover = handsOver(Map.of());

        assertThat(handover).isWaitingAt("Activity_IntroduceYourself");
        assertThat(story.values("select coordinator from interviews.interview")).containsOnly(Cast.OTHER_COORDINATOR);
        assertThat(story.value("select count(*) from interviews.handover_interview"))
                .isEqualTo("120");
    }

    @Test
    void canKeepMostOfTheInterviews() {
        story.interviewsOf(Cast.COORDINATOR, 3);
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        database.sql("update interviews.interview set starts_at = now() where reason = 'One of many'")
                .update();

        handsOver(Map.of("most", 2));

        assertThat(story.value("select count(*) from interviews.interview where coordinator = 'cora'"))
                .isEqualTo("2");
        assertThat(story.task("Activity_MatchEmployer").getAssignee())
                .as("the one without a date went first, with its task")
                .isEqualTo(Cast.OTHER_COORDINATOR);
    }

    @Test
    void leavesTasksThatADeputyHasToTheSuccessor() {
        cast.withCoordinator("mara", () -> {
            cast.coordinatorRequests();
            cast.teacherSetsObjectives();
            away(Cast.COORDINATOR, "mara");
            assertThat(story.task("Activity_MatchEmployer").getAssignee()).isEqualTo("mara");

            handsOver(Map.of());

            var task = story.task("Activity_MatchEmployer");
            assertThat(task.getAssignee()).isEqualTo(Cast.OTHER_COORDINATOR);
            assertThat(task.getOwner()).isNull();
        });
    }

    @Test
    void keepsTasksThatTheyOnlyHaveAsADeputy() {
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        cast.withCoordinator("mara", () -> {
            handsOver(Map.of("outgoing", "mara", "day", "2027-02-23"));
            away(Cast.COORDINATOR, "mara"); // entered after the handover, which would have been refused

            story.goesOnUntil("2027-02-23T09:00");

            var task = story.task("Activity_MatchEmployer");
            assertThat(task.getAssignee()).isEqualTo("mara");
            assertThat(task.getOwner()).isEqualTo(Cast.COORDINATOR);
        });
    }

    @Test
    void takesTheTasksAlongThatTheyClaimedForOthers() {
        cast.untilTheEmployerIsInvited();
        tasks.claim(story.task("Activity_AnswerInvitation").getId(), Cast.COORDINATOR);

        handsOver(Map.of());

        assertThat(story.task("Activity_AnswerInvitation").getAssignee()).isEqualTo(Cast.OTHER_COORDINATOR);
    }

    @Test
    void handsOverToTheDeputyOfASuccessorWhoIsAway() {
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        cast.withCoordinator("mara", () -> {
            away(Cast.OTHER_COORDINATOR, "mara");

            handsOver(Map.of());

            var task = story.task("Activity_MatchEmployer");
            assertThat(task.getAssignee()).isEqualTo("mara");
            assertThat(task.getOwner()).isEqualTo(Cast.OTHER_COORDINATOR);
        });
    }

    @Test
    void keepsTheTasksOfSafetyConcerns() {
        cast.coordinatorRequests();
        cast.start(
                Cast.TEACHER,
                Groups.TEACHERS,
                "report-safety-concern",
                Map.of(
                        "school", SampleSchools.HARBOR_POINT,
                        "kind", "OTHER",
                        "time", "today",
                        "place", "here",
                        "what", "It was not right.",
                        "harm", "no"));
        tasks.setAssignee(story.task("Activity_LookAtReport").getId(), Cast.COORDINATOR);

        handsOver(Map.of());

        assertThat(story.task("Activity_LookAtReport").getAssignee()).isEqualTo(Cast.COORDINATOR);
    }

    @Test
    void waitsAsAnIncidentWhenTheSuccessorLeftBeforeTheDay() {
        var handover = new AtomicReference<ProcessInstance>();
        cast.withCoordinator("mara", () -> handover.set(handsOver(Map.of("successor", "mara", "day", "2027-03-01"))));

        assertThatThrownBy(() -> story.goesOnUntil("2027-03-01T09:00"))
                .hasMessageContaining("The account 'mara' of the coordinator who takes over is gone.");

        cast.withCoordinator("mara", () -> {
            story.goesOnUntil("2027-03-01T10:00");
            assertThat(handover.get()).isWaitingAt("Activity_IntroduceYourself");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carla | carla | 2027-03-01 | Choose two different coordinators.",
                "carla | cora  | 2027-02-21 | Choose a day from today on, within a year.",
                "carla | cora  | 2028-02-23 | Choose a day from today on, within a year.",
                "cora  | carla | 2027-02-22 | stands in for somebody who is away then",
            })
    void isRefusedWithASentence(String outgoing, String successor, String day, String why) {
        away(Cast.COORDINATOR, Cast.OTHER_COORDINATOR);

        assertThatThrownBy(() -> handsOver(Map.of("outgoing", outgoing, "successor", successor, "day", day)))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(why);

        assertThat(story.runningCount("coordinator-handover")).isZero();
    }

    @Test
    void handsOverAClassSessionWithAllItsStudents() {
        var theClass = new ClassCast(cast, story);
        theClass.untilTheClassIsEnrolled();

        handsOver(Map.of("most", 1));

        assertThat(story.values("select distinct coordinator from interviews.interview"))
                .containsExactly(Cast.OTHER_COORDINATOR);
    }

    private ProcessInstance handsOver(Map<String, Object> answers) {
        var all = new HashMap<String, Object>(Map.of(
                "school", SampleSchools.HARBOR_POINT,
                "outgoing", Cast.COORDINATOR,
                "successor", Cast.OTHER_COORDINATOR,
                "day", "2027-02-22"));
        all.putAll(answers);
        cast.start(Cast.ADMINISTRATOR, Groups.ADMINISTRATORS, "coordinator-handover", all);
        return story.running("coordinator-handover");
    }

    private void away(String absent, String deputy) {
        cast.start(
                Cast.ADMINISTRATOR,
                Groups.ADMINISTRATORS,
                "staff-absence",
                Map.of(
                        "school",
                        SampleSchools.HARBOR_POINT,
                        "absent",
                        absent,
                        "deputy",
                        deputy,
                        "firstDay",
                        "2027-02-22",
                        "backOn",
                        "2027-03-05"));
    }

    private String shown(String task) {
        return String.valueOf(forms.getTaskFormVariables(task));
    }
}
