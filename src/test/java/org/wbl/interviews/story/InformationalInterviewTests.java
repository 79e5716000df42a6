package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
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
        cast.guardianAgrees();
        cast.administratorApproves();
        cast.studentResearches();
        cast.teacherApprovesResearch();
        cast.studentIsReady();
        cast.coordinatorSaysGo();
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);
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
        cast.untilTheInterviewIsBooked();
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

        cast.coordinatorCancels("CANCELLED_BY_STUDENT");

        assertThat(interview).isEnded().hasPassed("Event_InterviewCancelled", "Event_CancelledCaseClosed");
        story.isOver(Ending.CANCELLED_BY_STUDENT);
        assertThat(story.mailsTo("employers")).isEmpty();
        assertThat(story.mailsTo("guardians")).isEmpty();
    }

    @Test
    void canBeCancelledWhileTheEmployerIsAsked() {
        cast.untilTheEmployerIsInvited();

        cast.coordinatorCancels("CANCELLED_BY_SCHOOL");

        story.isOver(Ending.CANCELLED_BY_SCHOOL);
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        assertThat(story.mailsTo("employers"))
                .containsExactlyInAnyOrder("2027-02-22 EMPLOYER_INVITATION", "2027-02-22 CANCELLATION");
    }

    @Test
    void tellsNoEmployerWhoDeclinedThatItIsOff() {
        cast.untilTheEmployerIsInvited();
        cast.employerAnswers("DECLINED");

        cast.coordinatorCancels("CANCELLED_BY_SCHOOL");

        assertThat(story.mailsTo("employers")).containsExactly("2027-02-22 EMPLOYER_INVITATION");
    }

    @Test
    void canBeCancelledWhileItIsPrepared() {
        cast.untilTheInterviewIsBooked();

        cast.coordinatorCancels("CANCELLED_BY_STUDENT");

        story.isOver(Ending.CANCELLED_BY_STUDENT);
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

        cast.coordinatorCancels("CANCELLED_BY_EMPLOYER");

        story.isOver(Ending.CANCELLED_BY_EMPLOYER);
        everybodyWasTold("2027-03-17");
    }

    @Test
    void canBeCancelledAfterItWasHeldWithoutCallingOffWhatTookPlace() {
        cast.untilTheInterviewIsHeld();

        cast.coordinatorCancels("CANCELLED_BY_SCHOOL");

        story.isOver(Ending.CANCELLED_BY_SCHOOL);
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        assertThat(cast.pageStatus(Cast.STUDENT)).isEqualTo(410);
        for (var role : List.of("employers", "students", "guardians", "teachers")) {
            assertThat(story.mailsTo(role)).as(role).doesNotContain("2027-03-18 CANCELLATION");
        }
    }

    @Test
    void isCancelledByTheSchoolWhenNobodySaysWhy() {
        cast.untilTheEmployerIsInvited();

        story.isCancelledByAMessage();

        story.isOver(Ending.CANCELLED_BY_SCHOOL);
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
