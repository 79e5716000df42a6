package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("thank-you")
@DisplayName("The thank-you")
class ThankYouTests {

    private static final String REQUEST = "a thank-you";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void goesOutInTheStudentsWordsAsTheTeacherCorrectedThem() {
        cast.untilTheInterviewIsHeld();
        var thankYou = story.running("thank-you");

        cast.studentDraftsThankYou("Thanks for teh tour of the clinic.");
        assertThat(thankYou).task("Activity_ApproveThankYou").isAssignedTo(Cast.TEACHER);
        assertThat(story.mailsTo("employers")).endsWith("2027-03-18 FEEDBACK_REQUEST");
        cast.teacherApprovesThankYou("Thanks for the tour of the clinic.");

        assertThat(thankYou).isEnded().hasPassed("Activity_SendThankYou", "Event_ThankYouSent");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("Thanks for the tour of the clinic.", "Amina");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).replyTo()).contains("carla@schools.example");
        assertThat(story.values("select kind || ' ' || coalesce(approved_by, 'draft') from interviews.thank_you"
                        + " order by id"))
                .containsExactly("STUDENT draft", "STUDENT theo");
        story.goesOnUntil("2027-03-26T18:00");
        assertThat(story.mailsTo("employers")).doesNotContain("2027-03-20 SCHOOL_THANKS");
        assertThat(story.openTasks()).doesNotContain("Activity_ThankForSchool");
    }

    @Test
    void canBeACardThatWasHandedOver() {
        cast.untilTheInterviewIsHeld();
        var thankYou = story.running("thank-you");

        cast.studentHandedOverACard("2027-03-18");
        cast.teacherApprovesCard("2027-03-18");

        assertThat(thankYou).isEnded().hasPassed("Event_CardHandedOver");
        assertThat(story.mailsTo("employers")).endsWith("2027-03-18 FEEDBACK_REQUEST");
        assertThat(story.values("select handed_over_on::text from interviews.thank_you where approved_by is not null"))
                .containsExactly("2027-03-18");
    }

    @Test
    void comesFromTheSchoolWhenNothingWasSentTwoDaysAfterTheInterview() {
        cast.untilTheInterviewIsHeld();
        var thankYou = story.running("thank-you");

        story.goesOnUntil("2027-03-20T09:59");
        assertThat(story.openTasks()).doesNotContain("Activity_ThankForSchool");
        story.goesOnUntil("2027-03-20T10:00");
        assertThat(thankYou)
                .hasPassed("Event_ThankYouOverdue")
                .task("Activity_ThankForSchool")
                .isAssignedTo(Cast.COORDINATOR);
        cast.coordinatorThanks("Our student came back full of ideas. Thank you.");

        assertThat(thankYou).isEnded().hasPassed("Event_ThankYouSent");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("Our student came back full of ideas.");
        assertThat(story.mailsTo("employers")).endsWith("2027-03-20 SCHOOL_THANKS");
        assertThat(cast.pageStatus(Cast.STUDENT, REQUEST)).isEqualTo(410);
    }

    @Test
    void isNeverSentWithoutAPersonsYes() {
        cast.untilTheInterviewIsHeld();
        cast.studentDraftsThankYou(Cast.THANKS);

        story.goesOnUntil("2027-04-05T18:00");

        assertThat(story.mailsTo("employers")).noneMatch(mail -> mail.endsWith("THANK_YOU") || mail.endsWith("THANKS"));
        assertThat(story.openTasks()).contains("Activity_ApproveThankYou", "Activity_ThankForSchool");
    }

    @Test
    void ofTheStudentTakesTheTaskFromTheCoordinator() {
        cast.untilTheInterviewIsHeld();
        story.goesOnUntil("2027-03-22T10:00");
        assertThat(story.openTasks()).contains("Activity_ThankForSchool");

        cast.employerIsThanked();

        assertThat(story.openTasks()).doesNotContain("Activity_ThankForSchool");
        assertThat(story.mailsTo("employers")).endsWith("2027-03-22 THANK_YOU");
    }

    @Test
    void isRemindedOf() {
        cast.untilTheInterviewIsHeld();

        story.goesOnUntil("2027-03-19T18:00");

        assertThat(story.mailsTo("students")).endsWith("2027-03-18 THANK_YOU_REQUEST", "2027-03-19 REMINDER");
    }

    @Test
    void namesNoStudentToAnEmployerWhoMayNotKnow() {
        cast.untilTheVisitIsPlanned();
        cast.guardianAgreesButSharesNothing();
        cast.fromConsentToTheInterviewHeld();

        assertThat(cast.refused(Cast.STUDENT, REQUEST, Map.of("thankYouWay", "MAIL", "thankYou", Cast.THANKS)))
                .contains("the family has not allowed the employer to know it")
                .doesNotContain("clinic");
        assertThat(cast.pageOf(Cast.STUDENT, REQUEST)).contains("a student of Harbor Point High School");
        cast.studentDraftsThankYou("Thank you for showing me the clinic.");
        assertThatThrownBy(() -> cast.teacherApprovesThankYou("Thank you for showing Amina the clinic."))
                .hasMessageContaining("Leave out the student's name");
        cast.teacherApprovesThankYou("Thank you for showing me the clinic.");

        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("These are the words of a student");
    }

    @Test
    void neverTellsTheFamilyName() {
        cast.untilTheInterviewIsHeld();

        assertThat(cast.refused(
                        Cast.STUDENT,
                        REQUEST,
                        Map.of("thankYouWay", "MAIL", "thankYou", "Thank you for everything. Amina Bello")))
                .contains("Leave out the student's family name");
        assertThat(cast.pageStatus(Cast.STUDENT, REQUEST)).isEqualTo(200);
    }

    @Test
    void takesNoCardThatIsYetToBeHandedOver() {
        cast.untilTheInterviewIsHeld();

        assertThat(cast.refused(Cast.STUDENT, REQUEST, Map.of("thankYouWay", "CARD", "handedOverOn", "2027-03-19")))
                .contains("The day of the card is yet to come.");
    }
}
