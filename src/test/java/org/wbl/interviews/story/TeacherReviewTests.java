package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("teacher-review")
@DisplayName("The teacher's review")
class TeacherReviewTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void isToHearTheStudentAndThenToRate() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflects();
        var review = story.running("teacher-review");

        assertThat(review).task("Activity_HearReflection").isAssignedTo(Cast.TEACHER);
        assertThat(cast.shown("Activity_HearReflection"))
                .containsEntry("learnedEducation", "Eight years and a state exam.")
                .containsEntry("fit", "yes, partly, yes");
        cast.teacherHearsReflection();
        assertThat(review).task("Activity_RateSkills").isAssignedTo(Cast.TEACHER);
        cast.teacherRates("3");

        assertThat(review).isEnded().hasPassed("Event_ReviewDone");
        assertThat(story.values("select spoken_on || ' ' || how || ' ' || heard_by from interviews.spoken_reflection"))
                .containsExactly("2027-03-18 CLASS theo");
        assertThat(story.values("select rater_role || ' ' || sum(score) from interviews.rating"
                        + " group by rater_role order by 1"))
                .containsExactly("STUDENT 16", "TEACHER 24");
    }

    @Test
    void isARatingOnlyWhenThereIsNoReflectionToHear() {
        cast.untilTheInterviewIsHeld();
        story.goesOnUntil("2027-03-29T18:00");
        cast.coordinatorClosesWithoutReflection();
        var review = story.running("teacher-review");

        assertThat(review).isWaitingAt("Activity_RateSkills").hasNotPassed("Activity_HearReflection");
        cast.teacherRates("NO");

        assertThat(review).isEnded();
    }

    @Test
    void isAskedForByTheCoordinatorAfterSevenSchoolDays() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflects();
        var review = story.running("teacher-review");

        story.goesOnUntil("2027-03-29T17:59");
        assertThat(story.openTasks()).doesNotContain("Activity_AskTeacher");
        story.goesOnUntil("2027-03-29T18:00");
        cast.coordinatorNotesCall("Activity_AskTeacher");
        assertThat(review).hasPassed("Event_TeacherAsked").isWaitingAt("Activity_HearReflection");

        cast.teacherHearsReflection();
        cast.teacherRates("NO");
        assertThat(review).isEnded();
    }

    @Test
    void takesNoDayThatIsYetToCome() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflects();

        assertThatThrownBy(() ->
                        cast.teacher("Activity_HearReflection", Map.of("spokenOn", "2027-03-19", "spokenHow", "PAIR")))
                .hasMessageContaining("That day is yet to come.");
    }
}
