package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

        assertThat(followUp).isEnded().hasPassed("Activity_CountHours", "Activity_StartCheckIns", "Event_FollowUpDone");
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

    @Test
    void countsTheMinutesThatCount() {
        untilBothSidesAreClosed();

        cast.coordinatorCloses();

        assertThat(story.values("select prep || ' ' || contact || ' ' || reflection || ' ' || supervised_by || ' '"
                        + " || verified_by from interviews.minutes_log"))
                .containsExactly("90 32 45 TEACHER carla");
        assertThat(story.values("select category || ' ' || logged || ' ' || eligible || ' ' || counted"
                        + " from interviews.hours_count"))
                .containsExactly("EXPLORATION 167 167 32");
    }

    @Test
    void countsNothingWithoutAReflection() {
        cast.untilTheInterviewIsHeld();
        cast.employerIsThanked();
        cast.employerRatesAndIsCalled();
        story.goesOnUntil("2027-03-29T18:00");
        cast.coordinatorClosesWithoutReflection();
        cast.teacherRates("NO");
        cast.studentChoosesNextStep("CAREER_MENTORING");
        cast.coordinatorThankedInPerson();

        cast.coordinatorCloses();

        assertThat(story.values("select logged || ' ' || eligible || ' ' || counted from interviews.hours_count"))
                .containsExactly("167 0 0");
        story.isOver(Ending.COMPLETED);
    }

    @Test
    void logsNoTimeTwice() {
        untilBothSidesAreClosed();
        story.studentWasInAnotherInterview("2027-03-18T10:31", 20);

        assertThatThrownBy(() -> cast.coordinatorCloses())
                .hasMessageContaining("are at the same time: nobody is in two interviews at once.");

        assertThat(story.openTasks()).containsExactly("Activity_CloseInterview");
    }

    @Test
    void logsTimesThatFollowEachOther() {
        untilBothSidesAreClosed();
        story.studentWasInAnotherInterview("2027-03-18T10:32", 20);

        cast.coordinatorCloses();

        assertThat(story.openTasks()).isEmpty();
    }

    @Test
    void leavesAnInterviewThatNobodyCanChange() {
        untilBothSidesAreClosed();
        story.interviewIsChanged();
        cast.coordinatorCloses();

        assertThatThrownBy(() -> story.interviewIsChanged()).hasMessageContaining("is closed");
    }

    private void untilBothSidesAreClosed() {
        cast.untilTheInterviewIsHeld();
        cast.employerIsThanked();
        cast.employerRatesAndIsCalled();
        cast.studentsPartIsClosed();
    }
}
