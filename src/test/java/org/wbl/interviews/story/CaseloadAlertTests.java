package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.TaskSubjects;

@StoryOf("caseload-alert")
@DisplayName("A caseload alert")
class CaseloadAlertTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private ManagementService management;

    @Autowired
    private FormService forms;

    @Autowired
    private TaskService tasks;

    @Test
    void showsTheCaseloadsAndIsNotRaisedAgainForThirtyDays() {
        story.interviewsOf(Cast.COORDINATOR, 43);
        story.interviewsOf(Cast.OTHER_COORDINATOR, 2);
        morning();
        var alert = story.running("caseload-alert");
        var task = story.task("Activity_SpreadInterviews").getId();
        assertThat(tasks.getVariableLocal(task, TaskSubjects.ABOUT)).isEqualTo("carla Harbor");
        assertThat(String.valueOf(forms.getTaskFormVariables(task)))
                .contains("carla Harbor coordinates more interviews", "- carla Harbor: 43\n- cora Harbor: 2");

        cast.staff(
                Cast.ADMINISTRATOR,
                Groups.ADMINISTRATORS,
                "Activity_SpreadInterviews",
                Map.of("note", "The class session takes them."));
        assertThat(story.value("select note from interviews.contact_note")).isEqualTo("The class session takes them.");
        morning();
        assertThat(story.openTasks()).isEmpty();

        story.goesOnUntil("2027-03-25T09:00");
        assertThat(alert).isEnded().hasPassed("Event_MayBeAskedAgain");
        morning();
        assertThat(story.openTasks()).containsExactly("Activity_SpreadInterviews");
    }

    private void morning() {
        var timer = management
                .createJobQuery()
                .processDefinitionKey("caseload-check")
                .timers()
                .singleResult();
        management.executeJob(timer.getId());
        story.goesOn();
    }
}
