package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
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
        cast.untilTheInterviewIsBooked();
        var consent = story.running("guardian-consent");

        cast.guardianAgrees();

        assertThat(consent).isEnded().hasPassed("Event_ConsentGiven");
        assertThat(story.values("select channel || ' ' || share_data from interviews.consent"))
                .containsExactly("LINK true");
    }

    @Test
    void stopsTheInterviewWhenTheFamilyRefuses() {
        cast.untilTheInterviewIsBooked();
        var consent = story.running("guardian-consent");

        cast.guardianRefuses();

        assertThat(consent).isEnded().hasPassed("Event_ConsentRefused");
        story.isOver(Ending.NO_CONSENT);
    }

    @Test
    void remindsThenHasTheCoordinatorCallThenStopsTheInterview() {
        cast.untilTheInterviewIsBooked();
        var consent = story.running("guardian-consent");
        var link = cast.token(Cast.GUARDIAN);

        story.goesOnUntil("2027-03-13T18:00");
        assertThat(story.mailsTo("guardians"))
                .containsExactly("2027-02-22 CONSENT_REQUEST", "2027-02-25 REMINDER", "2027-03-02 REMINDER");
        assertThat(cast.token(Cast.GUARDIAN)).isEqualTo(link);
        cast.coordinatorNotesCall("Activity_CallFamily");
        assertThat(consent).hasPassed("Event_FamilyCalled").isWaitingAt("Activity_GiveConsent");

        story.goesOnUntil("2027-03-15T18:00");
        assertThat(consent).isEnded().hasPassed("Event_ConsentTooLate", "Event_NoConsentInTime");
        story.isOver(Ending.NO_CONSENT);
    }

    @Test
    void doesItAllInOneAfternoonWhenTheInterviewIsTomorrow() {
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();
        cast.coordinatorBooks("2027-02-23T10:00");
        var consent = story.running("guardian-consent");
        var due = local(story.task("Activity_GiveConsent").getDueDate());

        assertThat(due).startsWith("2027-02-22T16:");
        assertThat(story.about("Activity_ApproveActivity")).endsWith("Riverside Animal Clinic · expedited");
        cast.administratorApproves();
        story.goesOnUntil(due);
        assertThat(story.openTasks()).contains("Activity_GiveConsent").doesNotContain("Activity_CallFamily");
        story.goesOnUntil("2027-02-22T16:55");
        cast.coordinatorNotesCall("Activity_CallFamily");
        assertThat(consent).hasPassed("Event_FamilyCalled").isWaitingAt("Activity_GiveConsent");

        story.goesOnUntil("2027-02-22T18:00");
        assertThat(consent).isEnded().hasPassed("Event_NoConsentInTime");
        story.isOver(Ending.NO_CONSENT);
        assertThat(story.mailsTo("students")).endsWith("2027-02-22 CANCELLATION");
    }

    private static String local(Date moment) {
        return LocalDateTime.ofInstant(moment.toInstant(), ZoneId.of("America/New_York"))
                .toString();
    }

    @Test
    void takesWhatTheFamilySignedOnPaperFromTheCoordinator() {
        cast.untilTheInterviewIsBooked();

        cast.coordinatorEntersConsent();

        assertThat(story.values("select channel || ' ' || recorded_by from interviews.consent"))
                .containsExactly("STAFF " + Cast.COORDINATOR);
        assertThat(cast.pageStatus(Cast.GUARDIAN)).isEqualTo(410);
    }

    @Test
    void letsTheFamilyTakePartWithoutSharingTheName() {
        cast.untilTheInterviewIsBooked();
        cast.guardianAgreesButSharesNothing();
        cast.administratorApproves();
        cast.studentResearches();
        cast.teacherApprovesResearch();
        cast.studentIsReady();
        cast.coordinatorSaysGo();

        story.goesOnUntil("2027-03-17T09:00");

        assertThat(mailServer.lastTo(Cast.EMPLOYER).subject()).startsWith("Coming up");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("a student")
                .doesNotContain("How does your day");
        assertThat(story.values("select fields from interviews.disclosure")).isEmpty();
    }
}
