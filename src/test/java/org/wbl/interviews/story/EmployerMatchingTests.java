package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@StoryOf("employer-matching")
@DisplayName("Matching an employer")
class EmployerMatchingTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private TransactionTemplate transaction;

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
        assertThat(cast.pageOf(Cast.EMPLOYER)).contains("What you answered");
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

    @Test
    void invitesNoEmployerThatWasAskedForFourStudentsThisMonth() {
        cast.untilAnEmployerIsSoughtFor(Cast.STUDENT);
        story.employerWasAskedFor(1, Cast.EMPLOYER, "2027-01-21");
        story.employerWasAskedFor(3, Cast.EMPLOYER, "2027-01-22");
        cast.coordinatorMatches(Cast.EMPLOYER);
        cast.employerAnswers("LATER");
        assertThat(contactsShown()).contains("Riverside Animal Clinic: Dr. Nora Feld, Veterinarian");

        story.employerWasAskedFor(1, Cast.EMPLOYER, "2027-02-20");

        assertThatThrownBy(() -> cast.coordinatorMatches(Cast.EMPLOYER))
                .hasMessage("Choose another employer: this one was asked for 4 of 4 students this month.");
        assertThat(contactsShown()).contains("(not now: it was asked for 4 of 4 students this month)");
        assertThat(story.openTasks()).containsExactly("Activity_MatchEmployer");
        cast.coordinatorMatches(Cast.OTHER_EMPLOYER);
    }

    @Test
    void asksAnEmployerForNoMoreStudentsThanItSaysItCanMeet() {
        cast.untilAnEmployerIsSoughtFor(Cast.STUDENT);
        cast.coordinatorMatches(Cast.EMPLOYER);
        cast.employerAcceptsFor(1);
        cast.untilAnEmployerIsSoughtFor(Cast.OTHER_STUDENT);

        assertThatThrownBy(() -> cast.coordinatorMatches(Cast.EMPLOYER))
                .hasMessage("Choose another employer: this one was asked for 1 of 1 students this month.");
    }

    @Test
    void letsAnEmployerRestForTwoWeeksAfterAnInterview() {
        cast.untilAnEmployerIsSoughtFor(Cast.STUDENT);
        story.employerHostedOn("2027-02-09", Cast.EMPLOYER);

        assertThatThrownBy(() -> cast.coordinatorMatches(Cast.EMPLOYER))
                .hasMessage("Choose another employer: this one rests until February 23 after its last interview.");

        story.set("2027-02-23T08:00");
        cast.coordinatorMatches(Cast.EMPLOYER);
    }

    private String contactsShown() {
        return String.valueOf(cast.shown("Activity_MatchEmployer").get("contacts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-18T09:45", "2027-03-18T10:00", "2027-03-18T10:15"})
    void booksNoContactTwiceAtATime(String startsAt) {
        cast.untilTheInterviewIsBooked();
        var booked = story.interview();
        untilItCanBeBookedFor(Cast.OTHER_STUDENT);

        assertThatThrownBy(() -> cast.coordinatorBooks(startsAt))
                .hasMessage("The employer's contact is in another interview at that time (%s). Choose another time."
                        .formatted(booked));

        cast.coordinatorBooks("2027-03-18T10:30");
    }

    @Test
    void booksNoStudentTwiceAtATime() {
        untilItCanBeBookedFor(Cast.STUDENT);
        story.studentWillBeInAnotherInterview("2027-03-18T10:15");

        assertThatThrownBy(() -> cast.coordinatorBooks())
                .hasMessageStartingWith("The student is in another interview at that time (I-");
    }

    @Test
    void booksOneOfTwoInterviewsThatWantTheSameTimeAtOnce() throws Exception {
        untilItCanBeBookedFor(Cast.STUDENT);
        untilItCanBeBookedFor(Cast.OTHER_STUDENT);
        var bookings = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_BookInterview")
                .list();
        var people = Executors.newSingleThreadExecutor();
        try {
            var second = transaction.execute(first -> {
                bookAtTen(bookings.get(0));
                var other = people.submit(() -> bookAtTen(bookings.get(1)));
                story.waitsForALockOrIsDone(other);
                return other;
            });

            assertThatThrownBy(() -> Objects.requireNonNull(second).get(60, TimeUnit.SECONDS))
                    .hasMessageContaining("The employer's contact is in another interview at that time");
        } finally {
            people.shutdownNow();
        }
        assertThat(story.openTasks()).containsOnlyOnce("Activity_BookInterview");
    }

    private void bookAtTen(Task booking) {
        forms.submitTaskForm(booking.getId(), Map.of("startsAt", Cast.INTERVIEW, "minutes", 30, "mode", "PHONE"));
    }

    private void untilItCanBeBookedFor(String student) {
        cast.untilAnEmployerIsSoughtFor(student);
        cast.coordinatorMatches(Cast.EMPLOYER);
        cast.employerAccepts();
    }
}
