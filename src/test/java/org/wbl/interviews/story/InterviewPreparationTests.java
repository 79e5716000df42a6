package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("interview-preparation")
@DisplayName("Preparing the interview")
class InterviewPreparationTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenEverythingIsReady() {
        cast.untilOnlyTheDecisionIsMissing();
        var preparation = story.running("interview-preparation");
        assertThat(story.openTasks()).containsExactly("Activity_DecideGo");

        cast.coordinatorSaysGo();

        assertThat(preparation).isEnded().hasPassed("Event_InterviewReady");
        assertThat(story.status()).isEqualTo("READY");
    }

    @Test
    void callsTheInterviewOffWhenTheCoordinatorSaysNoGo() {
        cast.untilOnlyTheDecisionIsMissing();
        var preparation = story.running("interview-preparation");

        cast.coordinatorSaysNoGo();

        assertThat(preparation).isEnded().hasPassed("Event_InterviewNotReady");
        story.isOver(Ending.NOT_PREPARED);
    }

    @Test
    void stopsWithoutAnEmployer() {
        cast.coordinatorRequests();
        var preparation = story.running("interview-preparation");
        cast.teacherSetsObjectives();

        cast.coordinatorFindsNobodyToInvite();

        assertThat(preparation).isEnded().hasPassed("Event_NoEmployerFound");
        story.isOver(Ending.NO_EMPLOYER);
        assertThat(story.mailsTo("employers")).isEmpty();
    }

    @Test
    void stopsWithoutConsentAndAsksNobodyForAnythingMore() {
        cast.untilTheVisitIsPlanned();
        var preparation = story.running("interview-preparation");

        cast.guardianRefuses();

        assertThat(preparation).isEnded().hasPassed("Event_PermissionMissing", "Event_NotPermitted");
        story.isOver(Ending.NO_CONSENT);
        assertThat(cast.pageStatus(Cast.STUDENT)).isEqualTo(410);
    }

    @Test
    void stopsARequestThatWasScreenedOut() {
        cast.teacherRequests();
        var preparation = story.running("interview-preparation");
        cast.teacherSetsObjectives();

        cast.coordinator("Activity_ScreenRequest", Map.of("decision", "STOP", "stopReason", "DUPLICATE"));

        assertThat(preparation).isEnded().hasPassed("Event_RequestStopped");
    }

    @Test
    void arrangesAnewWhatNoLongerFitsWhileItIsArranged() {
        cast.untilTheVisitIsPlanned();
        var preparation = story.running("interview-preparation");
        cast.guardianAgrees();

        cast.coordinatorConvertsToVideo();

        assertThat(preparation)
                .hasPassed("Event_ArrangementsChanged")
                .isWaitingAt("Activity_Arrangements", "Activity_StudentPreparation");
        assertThat(story.openTasks())
                .contains("Activity_PrepareRoom", "Activity_GiveConsent")
                .doesNotContain("Activity_PlanVisit");
    }

    @Test
    void decidesAgainAfterALateChange() {
        cast.untilOnlyTheDecisionIsMissing();
        var preparation = story.running("interview-preparation");

        cast.coordinatorMoves("2027-04-01T10:00", "SCHOOL");

        assertThat(preparation).hasPassed("Event_ChangedBeforeDecision").isWaitingAt("Activity_GoDecision");
        assertThat(story.openTasks())
                .as("the consent holds for two weeks; plan, approval and the employer's word are for the day")
                .containsExactly("Activity_PlanVisit");
        cast.coordinatorPlansVisit();
        cast.administratorApproves();
        story.goesOnUntil("2027-03-25T18:00");
        cast.employerConfirms();
        cast.coordinatorSaysGo();
        assertThat(preparation).isEnded().hasPassed("Event_InterviewReady");
    }

    @Test
    void stopsWhenThePermissionIsLostByALateChange() {
        cast.untilOnlyTheDecisionIsMissing();
        var preparation = story.running("interview-preparation");
        cast.coordinatorMoves("2027-03-25T10:00", "SCHOOL");
        cast.coordinatorPlansVisit();

        cast.administratorRefuses();

        assertThat(preparation).isEnded().hasPassed("Event_PermissionLostStop");
        story.isOver(Ending.NO_APPROVAL);
    }

    @Test
    void stopsWithoutApproval() {
        cast.untilTheVisitIsPlanned();
        var preparation = story.running("interview-preparation");

        cast.administratorRefuses();

        assertThat(preparation).isEnded().hasPassed("Event_PermissionMissing", "Event_NotPermitted");
        story.isOver(Ending.NO_APPROVAL);
    }

    @Test
    void isDecidedOnTheDayBeforeWhenNobodyHasPreparedTheRoom() {
        cast.untilTheInterviewIsBookedFor("VIDEO");
        cast.guardianAgreesToStayAtSchool();
        cast.administratorApprovesLight();
        var preparation = story.running("interview-preparation");

        story.goesOnUntil("2027-03-17T08:59");
        assertThat(story.openTasks()).contains("Activity_PrepareRoom").doesNotContain("Activity_DecideGo");
        story.goesOnUntil("2027-03-17T09:00");

        assertThat(preparation).hasPassed("Event_StillArranging").isWaitingAt("Activity_GoDecision");
        assertThat(story.openTasks()).contains("Activity_DecideGo").doesNotContain("Activity_PrepareRoom");
        story.goesOnUntil("2027-03-17T15:00");
        story.isOver(Ending.NOT_PREPARED);
    }
}
