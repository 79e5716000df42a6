package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("guardian-consent")
@DisplayName("Asking for consent")
class GuardianConsentTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void endsWhenTheFamilyAgrees() {
        cast.untilTheVisitIsPlanned();
        var consent = story.running("guardian-consent");

        cast.guardianAgrees();

        assertThat(consent).isEnded().hasPassed("Event_ConsentGiven");
        assertThat(story.values("select channel || ' ' || share_data from interviews.consent"))
                .containsExactly("LINK true");
    }

    @Test
    void stopsTheInterviewWhenTheFamilyRefuses() {
        cast.untilTheVisitIsPlanned();
        var consent = story.running("guardian-consent");

        cast.guardianRefuses();

        assertThat(consent).isEnded().hasPassed("Event_ConsentRefused");
        story.isOver(Ending.NO_CONSENT);
    }

    @Test
    void remindsThenHasTheCoordinatorCallThenStopsTheInterview() {
        cast.untilTheVisitIsPlanned();
        var consent = story.running("guardian-consent");
        var link = cast.token(Cast.GUARDIAN);

        story.goesOnUntil("2027-03-13T18:00");
        assertThat(story.mailsTo("guardians"))
                .containsExactly(
                        "2027-02-22 CONSENT_REQUEST",
                        "2027-02-25 REMINDER",
                        "2027-03-02 REMINDER",
                        "2027-03-05 REMINDER");
        assertThat(cast.token(Cast.GUARDIAN)).isEqualTo(link);
        cast.coordinatorNotesCall("Activity_CallFamily");
        assertThat(consent).hasPassed("Event_FamilyCalled").isWaitingAt("Activity_GiveConsent");

        story.goesOnUntil("2027-03-15T18:00");
        assertThat(consent).isEnded().hasPassed("Event_ConsentTooLate", "Event_NoConsentInTime");
        story.isOver(Ending.NO_CONSENT);
    }

    @Test
    void doesItAllInOneAfternoonWhenTheInterviewIsTomorrow() {
        story.goesOnUntil("2027-03-09T10:00");
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();
        cast.coordinatorBooks("2027-03-10T10:00");
        cast.coordinatorPlansVisit();
        var consent = story.running("guardian-consent");
        var due = story.dueDateOf("Activity_GiveConsent");

        assertThat(due).startsWith("2027-03-09T16:");
        assertThat(story.about("Activity_ApproveActivity")).endsWith("Riverside Animal Clinic · expedited");
        cast.administratorApproves();
        story.goesOnUntil(due);
        assertThat(story.openTasks()).contains("Activity_GiveConsent").doesNotContain("Activity_CallFamily");
        story.goesOnUntil("2027-03-09T16:35");
        cast.coordinatorNotesCall("Activity_CallFamily");
        assertThat(consent).hasPassed("Event_FamilyCalled").isWaitingAt("Activity_GiveConsent");

        story.goesOnUntil("2027-03-09T18:00");
        assertThat(consent).isEnded().hasPassed("Event_NoConsentInTime");
        story.isOver(Ending.NO_CONSENT);
        assertThat(story.mailsTo("students")).endsWith("2027-03-09 CANCELLATION");
    }

    @Test
    void asksAStudentOfAgeInsteadOfTheFamily() {
        cast.untilTheInterviewIsBooked();
        story.studentIsBornOn("2009-02-22");
        cast.coordinatorPlansVisit();
        var consent = story.running("guardian-consent");
        assertThat(consent).isWaitingAt("Activity_GiveOwnConsent");
        assertThat(story.mailsTo("guardians")).isEmpty();

        cast.studentAgrees();

        assertThat(consent).isEnded().hasPassed("Event_ConsentGiven");
        assertThat(story.value("select relationship from interviews.consent")).isEqualTo("STUDENT_18");
    }

    @Test
    void asksTheFamilyOnTheDayBeforeTheStudentIsOfAge() {
        cast.untilTheInterviewIsBooked();
        story.studentIsBornOn("2009-02-23");

        cast.coordinatorPlansVisit();

        assertThat(story.running("guardian-consent")).isWaitingAt("Activity_GiveConsent");
    }

    @Test
    void keepsTheEmergencyContactUntilTheInterviewIsClosed() {
        cast.untilTheVisitIsPlanned();
        cast.guardianAgrees();
        assertThat(story.values("select contact from interviews.emergency_note"))
                .containsExactly("Aunt Bello, 917 555 0144");

        cast.coordinatorCancels("STU_WITHDREW");

        assertThat(story.values("select contact from interviews.emergency_note"))
                .isEmpty();
    }

    @Test
    void takesWhatTheFamilySignedOnPaperFromTheCoordinator() {
        cast.untilTheVisitIsPlanned();

        cast.coordinatorEntersConsent();

        assertThat(story.values("select channel || ' ' || recorded_by from interviews.consent"))
                .containsExactly("STAFF " + Cast.COORDINATOR);
        assertThat(cast.pageStatus(Cast.GUARDIAN)).isEqualTo(410);
    }

    @Test
    void letsTheFamilyTakePartWithoutSharingTheName() {
        cast.untilTheVisitIsPlanned();
        cast.guardianAgreesButSharesNothing();
        cast.administratorApproves();
        cast.teacherTeaches();
        cast.studentResearches();
        cast.teacherApprovesResearch();
        cast.teacherPractises();
        cast.studentIsReady();
        story.goesOnUntil(Cast.A_WEEK_BEFORE);
        assertThat(cast.pageOf(Cast.EMPLOYER)).contains("a student").doesNotContain("Amina", "How does your day");
        cast.employerConfirms();
        cast.coordinatorSaysGo();

        story.goesOnUntil("2027-03-17T09:00");

        assertThat(mailServer.lastTo(Cast.EMPLOYER).subject()).startsWith("Coming up");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("a student")
                .doesNotContain("How does your day");
        assertThat(story.values("select fields from interviews.disclosure")).isEmpty();
    }

    @Test
    void isSignedByNoStudentUnderEighteen() {
        cast.untilTheVisitIsPlanned();

        assertThat(cast.refusedConsentAs("STUDENT_18")).contains("The student is not 18 yet");
        cast.guardianAgrees();
    }
}
