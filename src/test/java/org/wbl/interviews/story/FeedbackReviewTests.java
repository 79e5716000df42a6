package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("feedback-review")
@DisplayName("The review of the employer's feedback")
class FeedbackReviewTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void hasTheCoordinatorCallAfterTheFirstInterview() {
        cast.untilTheInterviewIsHeld();

        cast.employerSays(Map.of("strength", "Asked good questions."));
        var review = story.running("feedback-review");
        assertThat(review).task("Activity_ReviewFeedback").isAssignedTo(Cast.COORDINATOR);
        assertThat(cast.shown("Activity_ReviewFeedback"))
                .containsEntry("feedbackStrength", "Asked good questions.")
                .containsEntry("feedbackExperience", 5)
                .containsEntry("contactPhone", "212-555-0141");
        cast.coordinatorNotesCall("Activity_ReviewFeedback");

        assertThat(review).isEnded().hasPassed("Event_EmployerCalled");
        assertThat(
                        story.values(
                                "select about || ' ' || note from interviews.contact_note where about = 'Activity_ReviewFeedback'"))
                .containsExactly("Activity_ReviewFeedback Left a message.");
    }

    @Test
    void endsWithoutACallWhenAnEmployerWhoIsKnownIsContent() {
        cast.untilTheInterviewIsHeld();
        story.employerHostedBefore(Cast.EMPLOYER);

        cast.employerRates();

        assertThat(story.reached("feedback-review")).contains("Event_NoCallNeeded");
        assertThat(story.openTasks()).doesNotContain("Activity_ReviewFeedback");
    }

    @Test
    void caresForAnUnhappyEmployer() {
        cast.untilTheInterviewIsHeld();

        cast.employerSays(Map.of("experience", "2"));

        assertThat(story.reached("feedback-review")).contains("Event_EmployerCaredFor");
        assertThat(story.openTasks()).contains("Activity_CallUnhappyEmployer", "Activity_ReadConcern");
    }

    @Test
    void tellsNobodyThatThereIsAConcernForSafety() {
        cast.untilTheInterviewIsHeld();
        story.employerHostedBefore(Cast.EMPLOYER);

        cast.employerSays(Map.of("safety", "yes", "safetyWords", "She was afraid to go home."));

        assertThat(story.reached("feedback-review")).contains("Event_NoCallNeeded");
        assertThat(story.openTasks())
                .doesNotContain("Activity_CallUnhappyEmployer", "Activity_ReadConcern", "Activity_ReviewFeedback");
    }

    @Test
    void hasNothingToDoWhenTheEmployerIsSilent() {
        cast.untilTheInterviewIsHeld();

        story.goesOnUntil("2027-04-08T18:00");

        assertThat(story.reached("feedback-review")).contains("Event_NoCallNeeded");
    }
}
