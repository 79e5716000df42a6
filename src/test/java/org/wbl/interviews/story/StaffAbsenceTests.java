package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.TaskSubjects;

@StoryOf("staff-absence")
@DisplayName("While somebody is away")
class StaffAbsenceTests {

    private static final String MONDAY = "2027-03-01";
    private static final String FRIDAY = "2027-03-05";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private TaskService tasks;

    @Test
    void theDeputyHasOpenAndNewTasksAndWhatIsNotDoneGoesBack() {
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        assertThat(story.task("Activity_MatchEmployer").getAssignee()).isEqualTo(Cast.COORDINATOR);
        var absence = away(Cast.COORDINATOR, Cast.OTHER_COORDINATOR, MONDAY, FRIDAY);
        assertThat(story.task("Activity_MatchEmployer").getAssignee()).isEqualTo(Cast.COORDINATOR);

        story.goesOnUntil("2027-03-01T08:00");
        assertThat(absence).isWaitingAt("Activity_EndAbsence").hasPassed("Event_DeputyInCharge");
        assertIsLent("Activity_MatchEmployer");
        cast.staff(
                Cast.OTHER_COORDINATOR,
                Groups.COORDINATORS,
                "Activity_MatchEmployer",
                Map.of("decision", "INVITE", "contact", contact()));
        cast.employerAccepts();
        assertIsLent("Activity_BookInterview");

        story.goesOnUntil("2027-03-05T00:00");
        assertThat(absence).isEnded().hasPassed("Event_BackAtWork", "Event_TasksGivenBack");
        assertIsBack("Activity_BookInterview");
        cast.coordinatorBooks();
    }

    @Test
    void aTeachersTasksComeToTheDeputy() {
        away(Cast.TEACHER, Cast.COORDINATOR, "2027-02-22", FRIDAY);
        cast.coordinatorRequests();

        var task = story.task("Activity_SetObjectives");
        assertThat(task.getAssignee()).isEqualTo(Cast.COORDINATOR);
        assertThat(task.getOwner()).isEqualTo(Cast.TEACHER);
    }

    @Test
    void anEarlierReturnBringsTheTasksBackAtOnce() {
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        var absence = away(Cast.COORDINATOR, Cast.OTHER_COORDINATOR, "2027-02-22", FRIDAY);
        assertIsLent("Activity_MatchEmployer");
        assertThat(tasks.getVariableLocal(story.task("Activity_EndAbsence").getId(), TaskSubjects.ABOUT))
                .isEqualTo("carla Harbor, until March 5, 2027");

        story.set("2027-02-23T10:00");
        cast.staff(Cast.ADMINISTRATOR, Groups.ADMINISTRATORS, "Activity_EndAbsence", Map.of());

        assertThat(absence).isEnded();
        assertIsBack("Activity_MatchEmployer");
        cast.coordinatorMatches(Cast.EMPLOYER);
        cast.employerAccepts();
        assertIsBack("Activity_BookInterview");
    }

    @Test
    void theDeputyGetsTheMailsThatAskForSomething() {
        cast.untilEverybodyIsReady();
        away(Cast.COORDINATOR, Cast.OTHER_COORDINATOR, "2027-03-17", "2027-03-20");

        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);
        deputy("Activity_CheckDeparture", Map.of("left", "THERE"));
        deputy("Activity_CheckReturn", Map.of("returned", true));
        story.goesOnUntil("2027-03-18T15:00");

        var mail = mailServer.lastTo("cora@schools.example");
        assertThat(mail.subject()).startsWith("Please record: what happened");
        assertThat(mail.words()).contains("Hello cora Harbor");
        deputy("Activity_RecordOutcome", Map.of("outcome", "STU_ABSENT"));
    }

    private void deputy(String activity, Map<String, Object> answers) {
        cast.staff(Cast.OTHER_COORDINATOR, Groups.COORDINATORS, activity, answers);
    }

    @Test
    void anAbsenceThatIsCalledOffLeavesEverythingAsItWas() {
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        var absence = away(Cast.COORDINATOR, Cast.OTHER_COORDINATOR, MONDAY, FRIDAY);

        cast.staff(Cast.ADMINISTRATOR, Groups.ADMINISTRATORS, "Activity_EndAbsence", Map.of());
        story.goesOnUntil("2027-03-02T10:00");

        assertThat(absence).isEnded();
        assertIsBack("Activity_MatchEmployer");
        away(Cast.COORDINATOR, Cast.OTHER_COORDINATOR, "2027-03-02", FRIDAY);
    }

    @Test
    void aTaskThatSomebodyElseTookStaysTheirs() {
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        away(Cast.COORDINATOR, Cast.OTHER_COORDINATOR, "2027-02-22", FRIDAY);

        tasks.setAssignee(story.task("Activity_MatchEmployer").getId(), "somebody else");
        story.goesOnUntil("2027-03-05T00:00");

        assertThat(story.task("Activity_MatchEmployer").getAssignee()).isEqualTo("somebody else");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carla | carla | 2027-03-01 | 2027-03-05 | Nobody stands in for themselves.",
                "carla | theo  | 2027-03-01 | 2027-03-05 | Only a coordinator can stand in for a coordinator.",
                "carla | cora  | 2027-03-05 | 2027-03-05 | must be later than the first day away",
                "carla | cora  | 2027-02-15 | 2027-02-22 | must be later than today",
                "carla | cora  | 2027-03-06 | 2027-03-08 | There is no school on any of these days.",
                "carla | cora  | 2027-03-01 | 2028-03-05 | at most a year long",
                "theo  | carla | 2027-03-10 | 2027-03-12 | The deputy is away on some of these days, too.",
                "carla | cora  | 2027-03-11 | 2027-03-15 | entered as away on some of these days already",
                "cora  | carla | 2027-03-08 | 2027-03-12 | The deputy is away on some of these days, too.",
                "cora  | mara  | 2027-03-11 | 2027-03-12 | stands in for somebody on some of these days",
            })
    void daysAndPeopleThatDoNotFitAreRefusedWithASentence(
            String absent, String deputy, String firstDay, String backOn, String why) {
        cast.withCoordinator("mara", () -> {
            away(Cast.COORDINATOR, Cast.OTHER_COORDINATOR, "2027-03-10", "2027-03-12");

            assertThatThrownBy(() -> away(absent, deputy, firstDay, backOn))
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasMessageContaining(why);
        });

        assertThat(story.runningCount("staff-absence")).isOne();
    }

    private void assertIsLent(String activity) {
        var task = story.task(activity);
        assertThat(task.getAssignee()).isEqualTo(Cast.OTHER_COORDINATOR);
        assertThat(task.getOwner()).isEqualTo(Cast.COORDINATOR);
    }

    private void assertIsBack(String activity) {
        Task task = story.task(activity);
        assertThat(task.getAssignee()).isEqualTo(Cast.COORDINATOR);
        assertThat(task.getOwner()).isNull();
    }

    private String contact() {
        return story.value("select id from interviews.employer_contact where email = '%s'".formatted(Cast.EMPLOYER));
    }

    private ProcessInstance away(String absent, String deputy, String firstDay, String backOn) {
        cast.start(
                Cast.ADMINISTRATOR,
                Groups.ADMINISTRATORS,
                "staff-absence",
                Map.of(
                        "school", SampleSchools.HARBOR_POINT,
                        "absent", absent,
                        "deputy", deputy,
                        "firstDay", firstDay,
                        "backOn", backOn));
        return story.running("staff-absence");
    }
}
