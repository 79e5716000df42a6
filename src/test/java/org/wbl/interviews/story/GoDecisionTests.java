package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("go-decision")
@DisplayName("Deciding go or no-go")
class GoDecisionTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWithTheCoordinatorsWord() {
        cast.untilOnlyTheDecisionIsMissing();
        var decision = story.running("go-decision");

        cast.coordinatorSaysGo();

        assertThat(decision).isEnded().hasPassed("Activity_Arrangements", "Event_Decided");
    }

    @Test
    void tellsThoseResponsibleThenCallsTheInterviewOff() {
        cast.untilOnlyTheDecisionIsMissing();
        var decision = story.running("go-decision");

        story.goesOnUntil("2027-03-16T18:00");
        assertThat(decision).hasPassed("Event_AskedForDecision").isWaitingAt("Activity_DecideGo");
        assertThat(story.mailsTo("coordinators")).endsWith("2027-03-16 DECISION_MISSING");
        assertThat(story.mailsTo("administrators")).endsWith("2027-03-16 DECISION_MISSING");

        story.goesOnUntil("2027-03-17T14:00");
        assertThat(decision).isWaitingAt("Activity_DecideGo");

        story.goesOnUntil("2027-03-17T15:00");
        assertThat(decision).isEnded().hasPassed("Activity_RecordNoDecision", "Event_NotDecided");
        story.isOver(Ending.NOT_PREPARED);
        assertThat(story.mailsTo("employers")).endsWith("2027-03-17 CANCELLATION");
    }

    @Test
    void asksAStudentWhoHasComeOfAgeSinceTheFamilyAgreed() {
        cast.untilTheVisitIsPlanned();
        story.studentIsBornOn("2009-03-05");
        cast.guardianAgrees();
        cast.fromConsentToTheEmployersWord();
        story.goesOnUntil(Cast.A_WEEK_BEFORE);
        cast.employerConfirms();

        assertThat(story.openTasks()).contains("Activity_GiveOwnConsent").doesNotContain("Activity_DecideGo");

        cast.studentAgrees();
        cast.coordinatorSaysGo();
        assertThat(story.status()).isEqualTo("READY");
    }

    @Test
    void asksAnEmployerThatDoesNotAnswerOnceAndIsDecidedWithoutItsWord() {
        cast.untilTheVisitIsPlanned();
        cast.guardianAgrees();
        cast.fromConsentToTheEmployersWord();

        story.goesOnUntil("2027-03-16T18:00");

        assertThat(story.openTasks()).contains("Activity_DecideGo");
        assertThat(story.mailsTo("employers").stream().filter(mail -> mail.endsWith("DETAILS_REQUEST")))
                .hasSize(1);
        story.goesOnUntil("2027-03-17T08:00");
        cast.coordinatorSaysGo();
        assertThat(story.status()).isEqualTo("READY");
    }

    @Test
    void isMadeOnTheDayBeforeWithWhatIsThere() {
        cast.untilOnlyTheDecisionIsMissing();
        story.goesOnUntil("2027-03-15T10:00");
        cast.coordinatorConvertsToVideo();
        cast.guardianAgreesToStayAtSchool();
        cast.administratorApprovesLight();
        assertThat(story.openTasks()).contains("Activity_PrepareRoom").doesNotContain("Activity_DecideGo");

        story.goesOnUntil("2027-03-17T13:00");

        assertThat(story.openTasks())
                .as("on the day before, as late as a change so late allows")
                .contains("Activity_DecideGo")
                .doesNotContain("Activity_PrepareRoom");
        cast.coordinatorSaysGo();
        assertThat(story.status()).isEqualTo("READY");
    }
}
