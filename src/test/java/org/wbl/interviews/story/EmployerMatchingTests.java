package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(story.values("select expedited from interviews.interview")).containsExactly("f");
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

    @ParameterizedTest
    @CsvSource({
        "2027-02-19T10:00, This time is past. Choose a time that is still to come.",
        "2027-03-13T10:00, There is no school on that day. Choose another day.",
        "2027-04-13T10:00, There is no school on that day. Choose another day.",
        "2027-05-31T10:00, There is no school on that day. Choose another day.",
        "2027-03-12T10:00, 'That is a half day, on which no student travels to a workplace. Choose another day.'",
        "2027-06-17T10:00, 'That is an exam day, without interviews. Choose another day.'",
    })
    void booksNothingOnADayThatTheSchoolsCalendarRulesOut(String startsAt, String sentence) {
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();

        assertThatThrownBy(() -> cast.coordinatorBooks(startsAt)).hasMessage(sentence);

        assertThat(story.openTasks()).containsExactly("Activity_BookInterview");
        assertThat(story.values("select starts_at from interviews.interview")).containsOnlyNulls();
        assertThat(story.mailsTo("guardians")).isEmpty();
    }

    @Test
    void booksACallOnAHalfDay() {
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();

        cast.coordinator(
                "Activity_BookInterview", Map.of("startsAt", "2027-03-12T10:00", "minutes", 30, "mode", "PHONE"));

        assertThat(story.status()).isEqualTo("PREPARING");
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
