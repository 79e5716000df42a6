package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
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
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("Amina, grade 11", "How does your day begin?");
        assertThat(story.values("select purpose from interviews.disclosure"))
                .containsExactly("day before the interview");
    }

    @Test
    void endsWhenItWasHeld() {
        cast.untilEverybodyIsReady();
        var conduct = story.running("interview-conduct");
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);

        cast.coordinatorRecords("HELD");

        assertThat(conduct).isEnded().hasPassed("Event_EverybodyReminded", "Event_InterviewHeld");
        assertThat(story.status()).isEqualTo("REFLECTING");
    }

    @Test
    void asksTheCoordinatorForAMissingOutcomeAfterFourHours() {
        cast.untilEverybodyIsReady();
        var conduct = story.running("interview-conduct");

        story.goesOnUntil("2027-03-18T14:00");

        assertThat(story.mailsTo("coordinators")).containsExactly("2027-03-18 OUTCOME_MISSING");
        assertThat(conduct).isWaitingAt("Activity_RecordOutcome").hasPassed("Event_OutcomeAskedFor");
    }

    @Test
    void remindsEverybodyThisAfternoonWhenTheInterviewIsTomorrow() {
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();
        cast.coordinatorBooks("2027-02-23T10:00");
        cast.untilEverybodyIsReadyAfterTheBooking();

        assertThat(story.about("Activity_RecordOutcome")).endsWith(" · expedited");
        story.goesOnUntil("2027-02-22T18:00");
        assertThat(story.mailsTo("employers")).endsWith("2027-02-22 DAY_BEFORE");
        story.goesOnUntil("2027-02-23T11:00");
        cast.coordinatorRecords("HELD");
        assertThat(story.status()).isEqualTo("REFLECTING");
    }

    @Test
    void apologisesToTheEmployerForAStudentWhoDidNotCome() {
        cast.untilEverybodyIsReady();
        var conduct = story.running("interview-conduct");
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);

        cast.coordinatorRecords("STUDENT_NO_SHOW");

        assertThat(conduct).isEnded().hasPassed("Activity_Apologise", "Event_StudentDidNotCome");
        story.isOver(Ending.STUDENT_NO_SHOW);
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("did not come", "sorry");
        assertThat(story.mailsTo("students")).endsWith("2027-03-17 DAY_BEFORE");
    }

    @Test
    void endsWithoutMailsWhenTheEmployerWasNotThere() {
        cast.untilEverybodyIsReady();
        var conduct = story.running("interview-conduct");
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);

        cast.coordinatorRecords("EMPLOYER_NO_SHOW");

        assertThat(conduct).isEnded().hasPassed("Activity_CallOff", "Event_NotHeld");
        story.isOver(Ending.EMPLOYER_NO_SHOW);
        assertThat(story.mailsTo("employers")).endsWith("2027-03-17 DAY_BEFORE");
    }

    @Test
    void tellsEverybodyWhenTheEmployerCallsItOff() {
        cast.untilEverybodyIsReady();
        story.goesOnUntil("2027-03-16T12:00");

        cast.coordinatorRecords("CANCELLED_BY_EMPLOYER");

        story.isOver(Ending.CANCELLED_BY_EMPLOYER);
        for (var role : List.of("employers", "students", "guardians", "teachers")) {
            assertThat(story.mailsTo(role)).as(role).endsWith("2027-03-16 CANCELLATION");
        }
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("METHOD:CANCEL", "SEQUENCE:1");
        assertThat(mailServer.lastTo(Cast.GUARDIAN).words()).doesNotContain("BEGIN:VCALENDAR");
    }

    @Test
    void takesNoOutcomeBeforeTheBeginning() {
        cast.untilEverybodyIsReady();

        assertThatThrownBy(() -> cast.coordinatorRecords("HELD"))
                .hasMessageContaining("The interview has not begun yet. Record how it went afterwards.");

        assertThat(story.openTasks()).containsExactly("Activity_RecordOutcome");
    }
}
