package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("employer-matching")
@DisplayName("Matching an employer")
class EmployerMatchingTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void endsWithABookingThatBothSidesHaveInTheirCalendar() {
        cast.untilTheEmployerIsInvited();
        var matching = story.running("employer-matching");

        cast.employerAccepts();
        cast.coordinatorBooks();

        assertThat(matching).isEnded().hasPassed("Activity_ConfirmBooking", "Event_InterviewBooked");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("METHOD:REQUEST", "DTSTART;TZID=America/New_York:20270318T100000", "a student");
        assertThat(story.mailsTo("students")).contains("2027-02-22 STUDENT_CONFIRMATION");
    }

    @Test
    void asksTheNextEmployerWhenOneDeclines() {
        cast.untilTheEmployerIsInvited();
        var matching = story.running("employer-matching");

        cast.employerAnswers("DECLINED");
        assertThat(story.status()).isEqualTo("MATCHING");
        cast.coordinatorMatches(Cast.OTHER_EMPLOYER);

        assertThat(matching).isWaitingAt("Activity_InviteEmployer");
        assertThat(mailServer.lastTo(Cast.OTHER_EMPLOYER).subject()).startsWith("Please answer");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(409);
    }

    @Test
    void asksTheNextEmployerWhenOneCannotNow() {
        cast.untilTheEmployerIsInvited();

        cast.employerAnswers("LATER");

        assertThat(story.openTasks()).containsExactly("Activity_MatchEmployer");
    }

    @Test
    void asksTheNextEmployerWhenOneIsSilent() {
        cast.untilTheEmployerIsInvited();
        story.goesOnUntil("2027-03-08T18:00");

        cast.coordinatorMatches(Cast.OTHER_EMPLOYER);

        assertThat(mailServer.lastTo(Cast.OTHER_EMPLOYER).subject()).startsWith("Please answer");
    }

    @Test
    void stopsWhenThereIsNobodyToInvite() {
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        var matching = story.running("employer-matching");

        cast.coordinatorFindsNobodyToInvite();

        assertThat(matching).isEnded().hasPassed("Event_NobodySuits");
    }
}
