package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("student-reflection")
@DisplayName("The student's reflection")
class StudentReflectionTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenTheTeacherHasReadAndHeardIt() {
        cast.untilTheInterviewIsHeld();
        var reflection = story.running("student-reflection");

        cast.studentReflects();
        assertThat(reflection).task("Activity_ReviewReflection").isAssignedTo(Cast.TEACHER);
        cast.teacherReviewsReflection();

        assertThat(reflection).isEnded().hasPassed("Event_LearningClosed");
        assertThat(story.values("select rater_role || ' ' || count(score) from interviews.rating"
                        + " group by rater_role order by 1"))
                .containsExactly("STUDENT 8", "TEACHER 0");
    }

    @Test
    void isRemindedOf() {
        cast.untilTheInterviewIsHeld();

        story.goesOnUntil("2027-03-25T18:00");

        assertThat(story.mailsTo("students"))
                .contains("2027-03-18 REFLECTION_REQUEST")
                .endsWith("2027-03-22 REMINDER", "2027-03-24 REMINDER");
    }

    @Test
    void hasTheCoordinatorAskTheStudentAfterSevenSchoolDays() {
        cast.untilTheInterviewIsHeld();
        var reflection = story.running("student-reflection");

        story.goesOnUntil("2027-03-29T17:59");
        assertThat(story.openTasks()).doesNotContain("Activity_AskStudent");
        story.goesOnUntil("2027-03-29T18:00");
        cast.coordinatorNotesCall("Activity_AskStudent");
        assertThat(reflection).hasPassed("Event_StudentAsked").isWaitingAt("Activity_Reflect");

        cast.studentReflects();
        assertThat(reflection).isWaitingAt("Activity_ReviewReflection");
    }
}
