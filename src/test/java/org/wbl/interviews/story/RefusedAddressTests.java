package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("refused-address")
@DisplayName("An address that the mail server refuses")
class RefusedAddressTests {

    private static final String RIGHT = "nora@riverside-clinic.example";
    private static final Map<String, Object> CORRECTION = Map.of("decision", "CORRECT", "newEmail", RIGHT);

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void isCorrectedByTheCoordinatorAndTheLinkGoesToTheRightOne() {
        mailServer.refuses(Cast.EMPLOYER, "550 5.1.1 nobody of that name");
        cast.untilTheEmployerIsInvited();

        var refused = story.running("refused-address");
        assertThat(refused).task("Activity_CorrectAddress").isAssignedTo(Cast.COORDINATOR);
        assertThat(story.about("Activity_CorrectAddress")).contains("Riverside Animal Clinic");
        assertThat(cast.shown("Activity_CorrectAddress"))
                .containsEntry("addresseeName", "Dr. Nora Feld")
                .containsEntry("addresseeOf", "Riverside Animal Clinic")
                .containsEntry("addresseePhone", "212-555-0141")
                .containsEntry("refusedAddress", Cast.EMPLOYER)
                .containsEntry("refusal", "there is no such mailbox")
                .containsEntry("refusedMailSubject", "employer invitation");
        assertThatThrownBy(() -> cast.coordinator(
                        "Activity_CorrectAddress", Map.of("decision", "CORRECT", "newEmail", "nora at the clinic")))
                .hasMessage("The right e-mail address must be one address of the form name@domain.");
        cast.coordinator("Activity_CorrectAddress", CORRECTION);

        assertThat(refused).isEnded().hasPassed("Activity_SendLinksAgain", "Event_SentToNewAddress");
        assertThat(mailServer.letters()).hasSize(1);
        assertThat(cast.pageOf(RIGHT)).contains("data-nonce");
        story.goesOnUntil("2027-02-25T18:00");
        assertThat(mailServer.lastTo(RIGHT).subject()).startsWith("Reminder:");
        assertThat(story.values(
                        "select name || ' ' || email || ' ' || corrected_by from interviews.address_correction"))
                .containsExactly("Dr. Nora Feld %s carla".formatted(Cast.EMPLOYER));
    }

    @Test
    void hasASecondContactAskedAtOnce() {
        story.employerHasASecondContact(Cast.EMPLOYER, "second.one@riverside-clinic.example");
        mailServer.refuses(Cast.EMPLOYER, "552 5.2.2 over quota");

        cast.untilTheEmployerIsInvited();

        assertThat(mailServer.lastTo("second.one@riverside-clinic.example").subject())
                .startsWith("Please answer: an interview request");
        assertThat(cast.shown("Activity_CorrectAddress"))
                .containsEntry("addresseeName", "Dr. Nora Feld")
                .containsEntry("refusal", "the mailbox is full");
        cast.employerAcceptsAs("second.one@riverside-clinic.example");
        cast.coordinator("Activity_CorrectAddress", CORRECTION);
        assertThat(mailServer.lettersTo(RIGHT))
                .as("the second contact has answered")
                .isEmpty();
        assertThat(story.openTasks()).containsExactly("Activity_BookInterview");
    }

    @Test
    void getsTheMailWithoutALinkOnceItIsCorrectedAndEveryOtherThatWaitedForIt() {
        cast.untilTheEmployerIsInvited();
        mailServer.refuses(Cast.EMPLOYER, "550 nobody");
        cast.employerAccepts();
        cast.coordinatorBooks();
        cast.coordinatorCancels("SAFETY");
        assertThat(story.openTasks())
                .as("the copy of the answer came back as well")
                .hasSize(3)
                .containsOnly("Activity_CorrectAddress");
        var refused = story.tasks("Activity_CorrectAddress");

        cast.coordinator(refused.get(0), CORRECTION);

        assertThat(story.openTasks()).isEmpty();
        assertThat(mailServer.letters().stream()
                        .filter(letter -> letter.to().equals(RIGHT))
                        .map(letter -> letter.subject().replaceAll(":.*", "")))
                .containsExactlyInAnyOrder("Confirmed", "Cancelled");
        assertThat(story.reached("refused-address")).contains("Event_CorrectedElsewhere");
    }

    @Test
    void isLeftWhenTheCoordinatorSaysSo() {
        mailServer.refuses(Cast.EMPLOYER, "550 5.1.1 nobody of that name");
        cast.untilTheEmployerIsInvited();
        var refused = story.running("refused-address");

        cast.coordinator("Activity_CorrectAddress", Map.of("decision", "LEAVE"));

        assertThat(refused).isEnded().hasPassed("Event_MailDropped");
        assertThat(mailServer.letters()).isEmpty();
        assertThat(story.openTasks()).containsExactly("Activity_AnswerInvitation");
    }
}
