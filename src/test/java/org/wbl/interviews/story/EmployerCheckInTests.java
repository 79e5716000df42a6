package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("employer-check-in")
@DisplayName("Checking in with an employer")
class EmployerCheckInTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void comesAMonthAfterTheInterviewThenEveryQuarter() {
        closed();
        var checkIn = story.running("employer-check-in");

        story.goesOnUntil("2027-04-19T08:59");
        assertThat(checkIn).isWaitingAt("Event_CheckInDue");
        story.goesOnUntil("2027-04-19T09:00");
        assertThat(checkIn).isWaitingAt("Activity_AnswerCheckIn");
        cast.employerAnswersCheckIn("", "YES");

        assertThat(checkIn).isWaitingAt("Event_CheckInDue").variables().containsEntry("checkInDays", 90);
        story.goesOnUntil("2027-07-19T18:00");
        assertThat(checkIn).isWaitingAt("Activity_AnswerCheckIn");
        assertThat(story.mailsTo("employers").stream().filter(mail -> mail.endsWith("CHECK_IN")))
                .containsExactly("2027-04-19 EMPLOYER_CHECK_IN", "2027-07-19 EMPLOYER_CHECK_IN");
        assertThat(story.values("select answered || ' ' || satisfaction from interviews.check_in"))
                .containsExactly("true 4");
    }

    @Test
    void hasTheCoordinatorHelpWithANeed() {
        closed();
        var checkIn = story.running("employer-check-in");
        story.goesOnUntil("2027-04-19T18:00");

        cast.employerAnswersCheckIn("Please send us a student for the summer.", "YES");
        assertThat(checkIn).isWaitingAt("Activity_HelpEmployer");
        cast.coordinator("Activity_HelpEmployer", Map.of("done", "Two students will apply."));

        assertThat(checkIn).isWaitingAt("Event_CheckInDue");
        assertThat(story.value("select note from interviews.contact_note where interview_id is null"))
                .isEqualTo("Two students will apply.");
    }

    @Test
    void stopsForGoodWhenTheEmployerSaysSo() {
        closed();
        var checkIn = story.running("employer-check-in");
        story.goesOnUntil("2027-04-19T18:00");

        cast.employerAnswersCheckIn("", "NO");

        assertThat(checkIn).isEnded().hasPassed("Event_CheckInsStopped");
        assertThat(story.value("select status from interviews.employer where name = 'Riverside Animal Clinic'"))
                .isEqualTo("OPTED_OUT");
    }

    @Test
    void comesTwiceAYearToAnEmployerWhoDoesNotAnswer() {
        closed();
        var checkIn = story.running("employer-check-in");

        story.goesOnUntil("2027-05-03T18:00");

        assertThat(checkIn).isWaitingAt("Event_CheckInDue").variables().containsEntry("checkInDays", 180);
        assertThat(story.mailsTo("employers")).endsWith("2027-04-19 EMPLOYER_CHECK_IN", "2027-04-22 REMINDER");
        assertThat(story.values("select answered::text from interviews.check_in"))
                .containsExactly("false");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        story.goesOnUntil("2027-11-01T18:00");
        assertThat(checkIn).isWaitingAt("Activity_AnswerCheckIn");
    }

    @Test
    void isNotBegunWithAnEmployerWhoOptedOut() {
        cast.untilTheInterviewIsHeld();
        story.employerOptsOut(Cast.EMPLOYER);
        bothSidesClose();

        assertThat(story.runningCount("employer-check-in")).isZero();
    }

    @Test
    void waitsWhileNobodyMayInviteTheEmployer() {
        closed();
        var checkIn = story.running("employer-check-in");
        story.employerIsPaused(Cast.EMPLOYER);

        story.goesOnUntil("2027-04-19T18:00");
        assertThat(checkIn).isWaitingAt("Event_CheckInDue");
        assertThat(checkIn).hasNotPassed("Activity_AnswerCheckIn");
        story.employerIsInvitedAgain(Cast.EMPLOYER);
        story.goesOnUntil("2027-05-19T18:00");

        assertThat(checkIn).isWaitingAt("Activity_AnswerCheckIn");
        assertThat(story.mailsTo("employers")).endsWith("2027-05-19 EMPLOYER_CHECK_IN");
    }

    @Test
    void endsWithAnEmployerWhoOptedOutMeanwhile() {
        closed();
        var checkIn = story.running("employer-check-in");
        story.employerOptsOut(Cast.EMPLOYER);

        story.goesOnUntil("2027-04-19T18:00");

        assertThat(checkIn).isEnded().hasPassed("Event_EmployerNotAskedAgain");
    }

    @Test
    void remindsNobodyWhoOptedOutSinceItWasAsked() {
        closed();
        story.goesOnUntil("2027-04-19T18:00");
        story.employerOptsOut(Cast.EMPLOYER);

        story.goesOnUntil("2027-04-22T18:00");

        assertThat(story.mailsTo("employers")).endsWith("2027-04-19 EMPLOYER_CHECK_IN");
    }

    private void closed() {
        cast.untilTheInterviewIsHeld();
        bothSidesClose();
    }

    private void bothSidesClose() {
        cast.employerIsThanked();
        cast.employerRatesAndIsCalled();
        cast.studentsPartIsClosed();
        cast.coordinatorCloses();
    }
}
