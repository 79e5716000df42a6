package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("interview-conduct")
@DisplayName("Holding the interview")
class InterviewConductTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void remindsEverybodyOnTheDayBefore() {
        cast.untilEverybodyIsReady();

        story.goesOnUntil("2027-03-17T09:00");

        assertThat(story.mailsTo("employers")).endsWith("2027-03-17 DAY_BEFORE");
        assertThat(story.mailsTo("students")).endsWith("2027-03-17 DAY_BEFORE");
        assertThat(story.mailsTo("guardians")).endsWith("2027-03-17 DAY_BEFORE");
        assertThat(story.mailsTo("teachers")).endsWith("2027-03-17 DAY_BEFORE");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("Amina, grade 11", "How does your day begin?");
        assertThat(story.values("select purpose from interviews.disclosure order by id"))
                .containsExactly("M08", "M09");
    }

    @Test
    void endsWhenItWasHeld() {
        cast.untilTheStudentIsBack();
        var conduct = story.running("interview-conduct");

        cast.coordinatorRecords("HELD");

        assertThat(conduct)
                .isEnded()
                .hasPassed("Activity_RemindEverybody", "Activity_WorkplaceVisit", "Event_InterviewHeld");
        assertThat(story.status()).isEqualTo("REFLECTING");
    }

    @Test
    void asksTheCoordinatorForAMissingOutcomeAfterFourHours() {
        cast.untilTheStudentIsBack();
        var conduct = story.running("interview-conduct");

        story.goesOnUntil("2027-03-18T14:00");

        assertThat(story.mailsTo("coordinators")).endsWith("2027-03-18 OUTCOME_MISSING");
        assertThat(conduct).isWaitingAt("Activity_RecordOutcome").hasPassed("Event_OutcomeAskedFor");
    }

    @Test
    void remindsEverybodyThisAfternoonWhenTheInterviewIsTomorrow() {
        story.goesOnUntil("2027-03-09T10:00");
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();
        cast.coordinatorBooks("2027-03-10T10:00");
        cast.coordinatorPlansVisit();
        cast.guardianAgrees();
        cast.fromConsentToTheEmployersWord();
        story.goesOnUntil("2027-03-09T16:30");
        cast.employerConfirms();
        cast.coordinatorSaysGo();

        story.goesOnUntil("2027-03-09T18:00");
        assertThat(story.mailsTo("employers")).endsWith("2027-03-09 DAY_BEFORE");
    }

    @Test
    void tellsTheAdministratorsOfAMissingOutcomeOnTheNextDay() {
        cast.untilTheStudentIsBack();
        var conduct = story.running("interview-conduct");

        story.goesOnUntil("2027-03-19T10:00");

        assertThat(story.mailsTo("administrators")).endsWith("2027-03-19 OUTCOME_MISSING");
        assertThat(conduct).isWaitingAt("Activity_RecordOutcome").hasPassed("Event_AdministratorsTold");
    }

    @Test
    void apologisesToTheEmployerForAStudentWhoDidNotCome() {
        cast.untilTheStudentIsBack();
        var conduct = story.running("interview-conduct");

        cast.coordinatorRecords("STU_ABSENT");

        assertThat(conduct).isEnded().hasPassed("Activity_Apologise", "Event_StudentDidNotCome");
        story.isOver(Ending.STU_ABSENT);
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("did not come", "sorry");
        assertThat(story.mailsTo("students")).endsWith("2027-03-17 DAY_BEFORE");
    }

    @Test
    void endsWithoutMailsWhenTheEmployerWasNotThere() {
        cast.untilTheStudentIsBack();
        var conduct = story.running("interview-conduct");

        cast.coordinatorRecords("EMP_ABSENT");

        assertThat(conduct).isEnded().hasPassed("Activity_FollowUpOnAbsence", "Event_EmployerDidNotCome");
        assertThat(story.status()).isEqualTo("NO_SHOW");
        assertThat(story.openTasks()).containsExactly("Activity_CallAbsentEmployer");
        assertThat(story.mailsTo("employers")).endsWith("2027-03-17 DAY_BEFORE");
    }

    @Test
    void hasTheSchoolHostWhereNobodyTravels() {
        cast.untilTheInterviewIsBookedFor("VIDEO");
        cast.untilEverybodyIsReadyAtSchool();
        var conduct = story.running("interview-conduct");
        story.goesOnUntil("2027-03-17T09:00");
        assertThat(conduct).isWaitingAt("Activity_HostMeeting");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("https://meet.example/4711", "By video (Zoom)");

        cast.coordinatorHosts();

        assertThat(conduct).isWaitingAt("Activity_RecordOutcome");
    }

    @Test
    void asksForTheOutcomeWhenNobodyHosted() {
        cast.untilTheInterviewIsBookedFor("PHONE");
        cast.untilEverybodyIsReadyAtSchool();
        var conduct = story.running("interview-conduct");

        story.goesOnUntil("2027-03-18T14:00");

        assertThat(conduct).hasPassed("Event_NobodyHosted").isWaitingAt("Activity_RecordOutcome");
        cast.coordinatorRecords("TECH");
        assertThat(conduct).isEnded().hasPassed("Event_NotHeld");
        story.isOver(Ending.TECH);
    }

    @Test
    void takesNoOutcomeBeforeTheBeginning() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-17T12:00");
        cast.coordinatorSeesNobodyLeave();

        assertThatThrownBy(() -> cast.coordinatorRecords("HELD"))
                .hasMessageContaining("The interview has not begun yet. Record how it went afterwards.");

        assertThat(story.openTasks()).containsExactly("Activity_RecordOutcome");
        cast.coordinatorRecords("ILLNESS");
        story.isOver(Ending.ILLNESS);
    }
}
