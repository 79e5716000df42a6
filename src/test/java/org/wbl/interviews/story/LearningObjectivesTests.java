package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("learning-objectives")
@DisplayName("Setting learning objectives")
class LearningObjectivesTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenTheTeacherHasSetThem() {
        cast.coordinatorRequests();
        var objectives = story.running("learning-objectives");
        assertThat(objectives).task("Activity_SetObjectives").isAssignedTo(Cast.TEACHER);

        cast.teacherSetsObjectives();

        assertThat(objectives).isEnded().hasPassed("Event_ObjectivesSet");
        assertThat(story.value("select course from interviews.interview")).isEqualTo("Biology");
    }

    @Test
    void hasTheCoordinatorAskTheTeacherAfterFiveSchoolDays() {
        cast.coordinatorRequests();
        var objectives = story.running("learning-objectives");

        story.goesOnUntil("2027-03-01T18:00");
        cast.coordinatorNotesCall("Activity_AskTeacher");
        assertThat(objectives).hasPassed("Event_TeacherAsked").isWaitingAt("Activity_SetObjectives");

        cast.teacherSetsObjectives();
        assertThat(objectives).isEnded();
    }

    @Test
    void hasTheCoordinatorScreenWhatATeacherRequested() {
        cast.teacherRequests();
        var objectives = story.running("learning-objectives");
        cast.teacherSetsObjectives();
        assertThat(objectives).task("Activity_ScreenRequest").isAssignedTo(Cast.COORDINATOR);

        cast.coordinator(
                "Activity_ScreenRequest", Map.of("decision", "GO", "mode", "PHONE", "accommodations", "Captions"));

        assertThat(objectives).isEnded().hasPassed("Event_RequestScreened");
        assertThat(story.value("select mode || ' ' || accommodations from interviews.interview"))
                .isEqualTo("PHONE Captions");
        assertThat(story.openTasks()).containsExactly("Activity_MatchEmployer");
    }

    @Test
    void stopsARequestThatTheCoordinatorScreensOut() {
        cast.teacherRequests();
        cast.teacherSetsObjectives();

        cast.coordinator("Activity_ScreenRequest", Map.of("decision", "STOP", "stopReason", "DUPLICATE"));

        story.isOver(Ending.DUPLICATE);
    }

    @Test
    void asksTheTeacherNoMoreOnceTheyAreSet() {
        cast.coordinatorRequests();
        story.goesOnUntil("2027-03-01T18:00");

        cast.teacherSetsObjectives();

        assertThat(story.openTasks()).containsExactly("Activity_MatchEmployer");
    }
}
