package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("employer-thanks")
@DisplayName("The thanks to the employer")
class EmployerThanksTests {

    private static final String IMPACT = "Our student now wants to spend a day at a clinic.";
    private static final String DISCLOSED =
            "select purpose || ': ' || fields from interviews.disclosure" + " where purpose = 'thanks to the employer'";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void bringWhatTheStudentWroteWhereStudentAndFamilyAllowIt() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflects();
        var thanks = story.running("employer-thanks");

        assertThat(thanks).task("Activity_ThankEmployer").isAssignedTo(Cast.COORDINATOR);
        assertThat(cast.shown("Activity_ThankEmployer")).containsEntry("mayShare", "yes");
        cast.coordinatorThanksWithReflection(IMPACT);

        assertThat(thanks).isEnded().hasPassed("Event_ThanksSent");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains(IMPACT, "About the job: Vets write more than they operate.", "A surprise: How calm")
                .doesNotContain("Speak up earlier", "interest");
        assertThat(story.values(DISCLOSED))
                .containsExactly(
                        "thanks to the employer: first name, grade, program, what the student wrote about the job");
    }

    @Test
    void bringNothingOfAStudentWhoDoesNotWantIt() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflects(Map.of("share", "no"));

        assertThat(cast.shown("Activity_ThankEmployer")).containsEntry("mayShare", "no");
        cast.coordinatorThanksWithReflection(IMPACT);

        nothingIsTold();
    }

    @Test
    void bringNothingOfAStudentWhoseFamilyHasNotAllowedIt() {
        cast.untilTheVisitIsPlanned();
        cast.guardianAgreesButSharesNothing();
        cast.fromConsentToTheInterviewHeld();
        cast.studentReflects();

        assertThatThrownBy(() -> cast.coordinatorThanksWithReflection("Amina wants to spend a day at a clinic."))
                .hasMessageContaining("the family has not allowed the employer to know it");
        cast.coordinatorThanksWithReflection(IMPACT);

        nothingIsTold();
    }

    @Test
    void bringNoReflectionWithTheFamilyName() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflects(Map.of("surprise", "That they called me Miss Bello."));

        assertThatThrownBy(() -> cast.coordinatorThanksWithReflection(IMPACT))
                .hasMessageContaining("send the thanks without it");
        cast.coordinator(
                "Activity_ThankEmployer", Map.of("thankYouWay", "MAIL", "impact", IMPACT, "withReflection", "no"));

        nothingIsTold();
    }

    @Test
    void canBeSaidInPerson() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflects();
        var thanks = story.running("employer-thanks");

        cast.coordinatorThankedInPerson();

        assertThat(thanks).isEnded().hasPassed("Event_ThankedInPerson");
        assertThat(story.mailsTo("employers")).endsWith("2027-03-18 FEEDBACK_REQUEST");
    }

    private void nothingIsTold() {
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains(IMPACT)
                .doesNotContain("About the job", "What the student wrote");
        assertThat(story.values(DISCLOSED)).isEmpty();
    }
}
