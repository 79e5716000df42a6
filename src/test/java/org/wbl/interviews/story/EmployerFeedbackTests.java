package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("employer-feedback")
@DisplayName("Employer feedback")
class EmployerFeedbackTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void isTakenOnceWithARowPerSkill() {
        cast.untilTheInterviewIsHeld();
        var feedback = story.running("employer-feedback");

        cast.employerRates();

        assertThat(feedback).isEnded().hasPassed("Event_FeedbackReceived");
        assertThat(story.values("select skill || ' ' || score || ' ' || channel from interviews.rating order by id"))
                .hasSize(8)
                .contains("COMM 3 LINK");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(409);
    }

    @Test
    void isRemindedOfThenCalledForThenGivenUp() {
        cast.untilTheInterviewIsHeld();
        var feedback = story.running("employer-feedback");

        story.goesOnUntil("2027-03-30T18:00");
        assertThat(story.mailsTo("employers"))
                .endsWith("2027-03-18 FEEDBACK_REQUEST", "2027-03-22 REMINDER", "2027-03-25 REMINDER");
        cast.coordinatorNotesCall("Activity_CallForFeedback");
        assertThat(feedback).hasPassed("Event_CalledForFeedback").isWaitingAt("Activity_RateEmployability");

        story.goesOnUntil("2027-04-08T18:00");
        assertThat(feedback).isEnded().hasPassed("Event_FeedbackGivenUp", "Event_NoFeedback");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
    }

    @Test
    void callsNoMoreOnceItArrives() {
        cast.untilTheInterviewIsHeld();
        story.goesOnUntil("2027-03-30T18:00");

        cast.employerRates();

        assertThat(story.openTasks()).doesNotContain("Activity_CallForFeedback", "Activity_RateEmployability");
    }
}
