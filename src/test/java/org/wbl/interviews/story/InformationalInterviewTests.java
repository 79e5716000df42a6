package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("informational-interview")
@DisplayName("An informational interview")
class InformationalInterviewTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void goesFromRequestToClosedCase() {
        cast.coordinatorRequests();
        var interview = story.running("informational-interview");
        cast.teacherSetsObjectives();
        cast.coordinatorMatches(Cast.EMPLOYER);
        cast.employerAccepts();
        cast.coordinatorBooks();
        cast.coordinatorPlansVisit();
        cast.guardianAgrees();
        cast.administratorApproves();
        cast.teacherTeaches();
        cast.studentResearches();
        cast.teacherApprovesResearch();
        cast.teacherPractises();
        cast.studentIsReady();
        story.goesOnUntil(Cast.A_WEEK_BEFORE);
        cast.employerConfirms();
        cast.coordinatorSaysGo();
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);
        cast.coordinatorSeesStudentThere();
        cast.coordinatorSeesStudentReturn();
        cast.coordinatorRecords("HELD");
        cast.employerIsThanked();
        cast.employerRatesAndIsCalled();
        cast.studentReflects();
        cast.teacherHearsReflection();
        cast.teacherRates("3");
        cast.studentChoosesNextStep("JOB_SHADOW");
        cast.coordinatorThanksWithReflection("Our student wants to spend a day at a clinic.");
        cast.coordinatorCloses();

        assertThat(interview).isEnded().hasPassedInOrder("Activity_Before", "Activity_During", "Activity_After");
        story.isOver(Ending.COMPLETED);
        assertThat(story.status()).isEqualTo("CLOSED");
        assertThat(story.valuesInHistory())
                .as("values of answers kept by the engine")
                .isZero();
    }

    @Test
    void tellsEverybodyWhenItCannotTakePlace() {
        cast.untilTheVisitIsPlanned();
        var interview = story.running("informational-interview");

        cast.guardianRefuses();

        assertThat(interview).isEnded().hasPassed("Activity_CallOff", "Event_CaseClosed");
        story.isOver(Ending.NO_CONSENT);
        everybodyWasTold("2027-02-22");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("METHOD:CANCEL", "SEQUENCE:1");
    }

    @Test
    void canBeCancelledBeforeAnybodyOutsideKnows() {
        cast.coordinatorRequests();
        var interview = story.running("informational-interview");

        cast.coordinatorCancels("STU_WITHDREW");

        assertThat(interview).isEnded().hasPassed("Event_InterviewCancelled", "Event_CancelledCaseClosed");
        story.isOver(Ending.STU_WITHDREW);
        assertThat(story.mailsTo("employers")).isEmpty();
        assertThat(story.mailsTo("guardians")).isEmpty();
    }

    @Test
    void canBeCancelledWhileTheEmployerIsAsked() {
        cast.untilTheEmployerIsInvited();

        cast.coordinatorCancels("STAFF_ABSENT");

        story.isOver(Ending.STAFF_ABSENT);
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        assertThat(story.mailsTo("employers"))
                .containsExactlyInAnyOrder("2027-02-22 EMPLOYER_INVITATION", "2027-02-22 CANCELLATION");
    }

    @Test
    void tellsNoEmployerWhoDeclinedThatItIsOff() {
        cast.untilTheEmployerIsInvited();
        cast.employerAnswers("DECLINED");

        cast.coordinatorCancels("STAFF_ABSENT");

        assertThat(story.mailsTo("employers")).containsExactly("2027-02-22 EMPLOYER_INVITATION");
    }

    @Test
    void canBeCancelledWhileItIsPrepared() {
        cast.untilTheVisitIsPlanned();

        cast.coordinatorCancels("STU_WITHDREW");

        story.isOver(Ending.STU_WITHDREW);
        everybodyWasTold("2027-02-22");
        assertThat(cast.pageStatus(Cast.GUARDIAN)).isEqualTo(410);
        assertThat(cast.pageStatus(Cast.STUDENT)).isEqualTo(410);
        story.goesOnUntil("2027-04-30T18:00");
        everybodyWasTold("2027-02-22");
    }

    @Test
    void canBeCancelledOnTheDayBefore() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-17T12:00");

        cast.coordinatorCancels("EMP_CANCEL");

        story.isOver(Ending.EMP_CANCEL);
        everybodyWasTold("2027-03-17");
    }

    @Test
    void canBeCancelledAfterItWasHeldWithoutCallingOffWhatTookPlace() {
        cast.untilTheInterviewIsHeld();

        cast.coordinatorCancels("STAFF_ABSENT");

        story.isOver(Ending.STAFF_ABSENT);
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        assertThat(cast.pageStatus(Cast.STUDENT)).isEqualTo(410);
        for (var role : List.of("employers", "students", "guardians", "teachers")) {
            assertThat(story.mailsTo(role)).as(role).doesNotContain("2027-03-18 CANCELLATION");
        }
    }

    @Test
    void isCancelledForAnotherReasonWhenNobodySaysWhy() {
        cast.untilTheEmployerIsInvited();

        story.isCancelledByAMessage();

        story.isOver(Ending.OTHER);
    }

    @Test
    void isArrangedAnewWhenItMovesAfterEverybodyWasReady() {
        cast.untilEverybodyIsReady();
        var interview = story.running("informational-interview");

        cast.coordinatorMoves("2027-04-08T10:00", "EMPLOYER");

        assertThat(interview).isWaitingAt("Activity_ArrangeAnew").hasPassed("Event_ChangedBeforeMeeting");
        cast.coordinatorPlansVisit();
        cast.guardianAgrees();
        cast.administratorApproves();
        story.goesOnUntil("2027-04-01T18:00");
        cast.employerConfirms();
        assertThat(interview).isWaitingAt("Activity_During");
    }

    @Test
    void isCalledOffWhenThePermissionIsMissingAfterAMove() {
        cast.untilEverybodyIsReady();
        var interview = story.running("informational-interview");
        cast.coordinatorMoves("2027-04-08T10:00", "EMPLOYER");
        cast.coordinatorPlansVisit();

        cast.guardianRefuses();

        assertThat(interview).isEnded().hasPassed("Event_PermissionMissing", "Activity_CallOff");
        story.isOver(Ending.NO_CONSENT);
    }

    @Test
    void isNotBegunTwiceForTheSameStudentAndField() {
        cast.coordinatorRequests();

        assertThatThrownBy(cast::coordinatorRequests).hasMessageContaining("has an open interview in this field");

        cast.coordinatorCancels("DUPLICATE");
        cast.coordinatorRequests();
    }

    @Test
    void isNotBegunForAChild() {
        story.studentsAreBornOn("2014-02-23");

        assertThatThrownBy(cast::coordinatorRequests).hasMessageContaining("under thirteen");

        story.studentsAreBornOn("2014-02-22");
        cast.coordinatorRequests();
    }

    private void everybodyWasTold(String day) {
        for (var role : List.of("employers", "students", "guardians", "teachers", "coordinators")) {
            assertThat(story.mailsTo(role)).as(role).contains(day + " CANCELLATION");
            assertThat(story.mailsTo(role).stream()
                            .filter(mail -> mail.compareTo(day + " ") > 0 && !mail.startsWith(day)))
                    .as("%s later", role)
                    .isEmpty();
        }
    }
}
