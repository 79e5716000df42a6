package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("workplace-visit")
@DisplayName("A visit to a workplace")
class WorkplaceVisitTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenTheStudentIsBack() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-18T09:50");
        var visit = story.running("workplace-visit");

        cast.coordinatorSeesStudentLeave();
        cast.coordinatorSeesStudentArrive();
        cast.coordinatorSeesStudentReturn();

        assertThat(visit).isEnded().hasPassed("Event_VisitDone");
    }

    @Test
    void endsWhenTheStudentDidNotLeave() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-18T09:30");
        var visit = story.running("workplace-visit");

        cast.coordinatorSeesNobodyLeave();

        assertThat(visit).isEnded().hasPassed("Event_NotLeft");
    }

    @Test
    void looksForAStudentWhoHasNotArrivedStepByStep() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-18T09:30");
        var visit = story.running("workplace-visit");
        cast.coordinatorSeesStudentLeave();

        story.goesOnUntil("2027-03-18T10:15");
        cast.coordinatorNotesCall("Activity_LookForStudent");
        assertThat(visit).hasPassed("Event_StudentLookedFor");

        story.goesOnUntil("2027-03-18T10:30");
        assertThat(story.mailsTo("administrators")).endsWith("2027-03-18 STUDENT_MISSING");

        story.goesOnUntil("2027-03-18T10:45");
        cast.coordinatorNotesCall("Activity_CallFamilyAndWorkplace");
        assertThat(visit).hasPassed("Event_FamilyAndWorkplaceCalled");

        cast.coordinatorSeesNobodyArrive();
        assertThat(visit).isEnded().hasPassed("Event_NotVisited");
    }

    @Test
    void looksNoLongerForAStudentWhoIsThere() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-18T09:30");
        var visit = story.running("workplace-visit");
        cast.coordinatorSeesStudentLeave();
        story.goesOnUntil("2027-03-18T10:30");
        assertThat(visit).isWaitingAt("Activity_CheckArrival", "Activity_LookForStudent", "Event_QuarterHourMore");

        cast.coordinatorSeesStudentArrive();

        assertThat(story.openTasks()).containsExactly("Activity_CheckReturn");
        story.goesOnUntil("2027-03-18T10:50");
        assertThat(story.openTasks()).containsExactly("Activity_CheckReturn");
        assertThat(visit).hasPassed("Event_ArrivalEntered").isWaitingAt("Activity_CheckReturn");
    }

    @Test
    void alertsTheAdministratorsWhenNobodySawTheStudentReturn() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-18T09:50");
        var visit = story.running("workplace-visit");
        cast.coordinatorSeesStudentThere();

        story.goesOnUntil("2027-03-18T13:00");

        assertThat(visit).hasPassed("Event_ReturnAlerted").isWaitingAt("Activity_CheckReturn");
        assertThat(story.mailsTo("administrators")).endsWith("2027-03-18 STUDENT_MISSING");
    }

    @Test
    void raisesNoAlarmWhenItIsEnteredAfterwards() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-18T13:30");
        var visit = story.running("workplace-visit");

        cast.coordinatorSeesStudentBack();

        assertThat(visit).isEnded().hasPassed("Event_BackAlready");
        assertThat(story.mailsTo("administrators")).doesNotContain("2027-03-18 STUDENT_MISSING");
        assertThat(story.openTasks()).containsExactly("Activity_RecordOutcome");
    }

    @Test
    void hasTheOutcomeAskedForWhenNothingWasRecorded() {
        cast.untilEverybodyIsReady();
        var conduct = story.running("interview-conduct");

        story.goesOnUntil("2027-03-18T14:00");

        assertThat(conduct).isWaitingAt("Activity_RecordOutcome");
        assertThat(story.mailsTo("coordinators")).endsWith("2027-03-18 OUTCOME_MISSING");
        assertThat(story.reached("workplace-visit")).contains("Event_DepartureUnknown", "Event_NothingRecorded");
    }
}
