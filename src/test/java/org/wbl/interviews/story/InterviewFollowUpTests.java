package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("interview-follow-up")
@DisplayName("Following up")
class InterviewFollowUpTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenBothSidesAreClosedAndTheCoordinatorClosesTheInterview() {
        cast.untilTheInterviewIsHeld();
        var followUp = story.running("interview-follow-up");
        assertThat(followUp)
                .isWaitingAt("Activity_ThankYou", "Activity_EmployerFeedback", "Activity_StudentReflection");
        cast.employerIsThanked();
        cast.employerRatesAndIsCalled();
        cast.studentsPartIsClosed();

        cast.coordinatorCloses();

        assertThat(followUp).isEnded().hasPassed("Activity_StartCheckIns", "Event_FollowUpDone");
        story.isOver(Ending.COMPLETED);
        assertThat(story.running("employer-check-in")).isWaitingAt("Event_CheckInDue");
    }

    @Test
    void letsNobodyWaitForASilentEmployer() {
        cast.untilTheInterviewIsHeld();

        cast.employerIsThanked();
        cast.studentsPartIsClosed();

        assertThat(story.openTasks()).containsExactly("Activity_RateEmployability");
        assertThat(story.mailsTo("employers")).endsWith("2027-03-18 FEEDBACK_REQUEST", "2027-03-18 THANK_YOU");
    }

    @Test
    void letsNobodyWaitForASilentStudent() {
        cast.untilTheInterviewIsHeld();

        cast.employerRatesAndIsCalled();

        assertThat(story.openTasks()).containsExactly("Activity_Reflect", "Activity_WriteThankYou");
    }
}
