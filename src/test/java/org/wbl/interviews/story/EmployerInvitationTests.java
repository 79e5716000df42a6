package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("employer-invitation")
@DisplayName("An employer invitation")
class EmployerInvitationTests {

    private static final String SECOND = "second.contact@riverside-clinic.example";

    @Autowired
    private MailServer mailServer;

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWithTheAnswerGivenThroughTheMailedLink() {
        cast.untilTheEmployerIsInvited();
        var invitation = story.running("employer-invitation");
        assertThat(invitation).isWaitingAt("Activity_AnswerInvitation");

        cast.employerAccepts();

        assertThat(mailServer.copiesTo(Cast.EMPLOYER)).singleElement().satisfies(copy -> assertThat(copy.words())
                .contains(
                        "Which times suit you? Any Thursday at ten",
                        "behind a closed door: yes",
                        "Read it again, print it",
                        cast.token(Cast.EMPLOYER)));
        assertThat(invitation).isEnded().hasPassed("Event_EmployerAnswered");
        assertThat(story.openTasks()).containsExactly("Activity_BookInterview");
        assertThat(cast.pageOf(Cast.EMPLOYER)).contains("What you answered");
    }

    @Test
    void remindsWithTheSameLinkThenHasTheCoordinatorCallThenGivesUp() {
        cast.untilTheEmployerIsInvited();
        var invitation = story.running("employer-invitation");
        var link = cast.token(Cast.EMPLOYER);

        story.goesOnUntil("2027-03-03T17:59");
        assertThat(story.mailsTo("employers"))
                .containsExactly("2027-02-22 EMPLOYER_INVITATION", "2027-02-25 REMINDER", "2027-03-02 REMINDER");
        assertThat(cast.token(Cast.EMPLOYER)).isEqualTo(link);
        assertThat(story.openTasks()).containsExactly("Activity_AnswerInvitation");

        story.goesOnUntil("2027-03-03T18:00");
        assertThat(invitation).task("Activity_CallEmployer").isAssignedTo(Cast.COORDINATOR);
        cast.coordinatorNotesCall("Activity_CallEmployer");
        assertThat(invitation).isWaitingAt("Activity_AnswerInvitation").hasPassed("Event_EmployerCalled");

        story.goesOnUntil("2027-03-08T18:00");
        assertThat(invitation).isEnded().hasPassed("Activity_RecordSilence", "Event_EmployerSilent");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        assertThat(story.openTasks()).containsExactly("Activity_MatchEmployer");
        assertThat(story.mailsTo("employers")).hasSize(3);
    }

    @Test
    void goesToASecondContactWhenNobodyOpensIt() {
        story.employerHasASecondContact(Cast.EMPLOYER, SECOND);
        cast.untilTheEmployerIsInvited();
        var first = cast.token(Cast.EMPLOYER);
        cast.pageOf(Cast.EMPLOYER); // by a mail scanner: the mail has just come

        story.goesOnUntil("2027-02-26T17:59");
        assertThat(mailServer.lettersTo(SECOND)).isEmpty();
        story.goesOnUntil("2027-02-26T18:00");

        assertThat(mailServer.lastTo(SECOND).subject()).startsWith("Please answer: an interview request");
        assertThat(cast.token(SECOND)).isNotEqualTo(first);
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        cast.employerAcceptsAs(SECOND);
        assertThat(story.value("select name from interviews.interview i"
                        + " join interviews.employer_contact c on c.id = i.contact_id"))
                .isEqualTo("Ada Second");
        assertThat(story.openTasks()).containsExactly("Activity_BookInterview");
    }

    @Test
    void staysWithTheFirstContactOnceThatOneHasReadIt() {
        story.employerHasASecondContact(Cast.EMPLOYER, SECOND);
        cast.untilTheEmployerIsInvited();
        story.later(Duration.ofHours(1));
        cast.pageOf(Cast.EMPLOYER);

        story.goesOnUntil("2027-02-26T18:00");

        assertThat(mailServer.lettersTo(SECOND)).isEmpty();
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(200);
    }

    @Test
    void takesTheAnswerThatTheCoordinatorHeardOnThePhone() {
        cast.untilTheEmployerIsInvited();
        story.goesOnUntil("2027-03-03T18:00");

        cast.coordinatorEntersAcceptance();

        assertThat(story.openTasks()).containsExactly("Activity_BookInterview");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
    }

    @Test
    void remindsNobodyWhoHasAnswered() {
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();

        story.goesOnUntil("2027-03-10T18:00");

        assertThat(story.mailsTo("employers")).containsExactly("2027-02-22 EMPLOYER_INVITATION");
    }
}
