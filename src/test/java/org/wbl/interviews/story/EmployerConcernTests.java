package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("employer-concern")
@DisplayName("Care for an unhappy employer")
class EmployerConcernTests {

    private static final String STATUS =
            "select status from interviews.employer where name = 'Riverside Animal Clinic'";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void beginsWithACallAndGoesOnTenBusinessDaysLater() {
        cast.untilTheInterviewIsHeld();
        cast.employerSays(Map.of("hostAgain", "NO"));
        var concern = story.running("employer-concern");

        assertThat(concern).task("Activity_CallUnhappyEmployer").isAssignedTo(Cast.COORDINATOR);
        assertThat(story.value(STATUS)).isEqualTo("PAUSED");
        cast.coordinator("Activity_CallUnhappyEmployer", Map.of("reached", "yes", "note", "We shall come earlier."));
        cast.administrator("Activity_ReadConcern", Map.of("note", "Seen."));
        story.goesOnUntil("2027-04-01T17:59");
        assertThat(story.openTasks()).doesNotContain("Activity_FollowUpEmployer");
        story.goesOnUntil("2027-04-01T18:00");
        assertThat(cast.shown("Activity_FollowUpEmployer")).containsEntry("lastNote", "We shall come earlier.");
        followUp("RESUME");

        assertThat(concern).isEnded().hasPassed("Event_CareEnded");
        assertThat(story.value(STATUS)).isEqualTo("ACTIVE");
        assertThat(story.running("employer-check-in")).isWaitingAt("Event_CheckInDue");
        assertThat(story.values("select noted_by || ' ' || note from interviews.contact_note order by id"))
                .containsExactly("carla We shall come earlier.", "adele Seen.", "carla Talked again.");
    }

    @Test
    void leavesTheEmployerPausedOrAloneWhenItIsNotWell() {
        cast.untilTheInterviewIsHeld();
        cast.employerSays(Map.of("experience", "1"));
        cast.coordinatorNotesCall("Activity_CallUnhappyEmployer");
        story.goesOnUntil("2027-04-01T18:00");

        followUp("STOP");

        assertThat(story.value(STATUS)).isEqualTo("OPTED_OUT");
        assertThat(story.runningCount("employer-check-in")).isZero();
        assertThat(story.openTasks()).contains("Activity_ReadConcern");
    }

    @Test
    void doesNotKeepTheInterviewOpen() {
        cast.untilTheInterviewIsHeld();
        cast.employerIsThanked();
        cast.employerSays(Map.of("experience", "1"));
        cast.studentsPartIsClosed();

        cast.coordinatorCloses();

        assertThat(story.status()).isEqualTo("CLOSED");
        assertThat(story.running("employer-concern"))
                .isWaitingAt("Activity_CallUnhappyEmployer", "Activity_ReadConcern");
        assertThat(story.runningCount("employer-check-in")).isZero();
    }

    private void followUp(String decision) {
        cast.coordinator("Activity_FollowUpEmployer", Map.of("decision", decision, "note", "Talked again."));
    }
}
