package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("employer-absence")
@DisplayName("An employer who did not come")
class EmployerAbsenceTests {

    private static final String STATUS =
            "select status from interviews.employer where name = 'Riverside Animal Clinic'";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void isCalledWithinABusinessDayAndMayBeInvitedAsBefore() {
        cast.untilTheStudentIsBack();

        cast.coordinatorRecords("EMP_ABSENT");

        var absence = story.running("employer-absence");
        assertThat(absence).task("Activity_CallAbsentEmployer").isAssignedTo(Cast.COORDINATOR);
        assertThat(story.dueDateOf("Activity_CallAbsentEmployer")).isEqualTo("2027-03-19T18:00");
        assertThat(cast.shown("Activity_CallAbsentEmployer"))
                .containsEntry("absentAgain", false)
                .containsEntry("interviewDate", "Thursday, March 18, 2027");
        assertThat(story.value(STATUS)).isEqualTo("ACTIVE");
        call("RESUME");
        assertThat(absence).isEnded().hasPassed("Event_AbsentEmployerCalled");
        assertThat(story.value(STATUS)).isEqualTo("ACTIVE");
        story.isOver(Ending.EMP_ABSENT);
    }

    @Test
    void isInvitedByNobodyAfterTheSecondTimeInARowUntilTheCoordinatorSaysSo() {
        cast.untilTheStudentIsBack();
        story.employerDidNotComeOn("2027-01-20", Cast.EMPLOYER);

        cast.coordinatorRecords("EMP_ABSENT");

        assertThat(story.value(STATUS)).isEqualTo("PAUSED");
        assertThat(cast.shown("Activity_CallAbsentEmployer")).containsEntry("absentAgain", true);
        assertThat(story.values(
                        "select note from interviews.contact_note where about = 'Activity_PauseAbsentEmployer'"))
                .containsExactly("Did not come to two interviews in a row.");
        cast.untilAnEmployerIsSoughtFor(Cast.OTHER_STUDENT);
        assertThatThrownBy(() -> cast.coordinatorMatches(Cast.EMPLOYER)).hasMessageContaining("Employer and contact");
        call("RESUME");
        cast.coordinatorMatches(Cast.EMPLOYER);
    }

    @Test
    void isNotPausedWhenItCameInBetween() {
        cast.untilTheStudentIsBack();
        story.employerDidNotComeOn("2027-01-13", Cast.EMPLOYER);
        story.employerHostedOn("2027-01-20", Cast.EMPLOYER);

        cast.coordinatorRecords("EMP_ABSENT");

        assertThat(story.value(STATUS)).isEqualTo("ACTIVE");
        call("STOP");
        assertThat(story.value(STATUS)).isEqualTo("OPTED_OUT");
    }

    private void call(String decision) {
        cast.coordinator("Activity_CallAbsentEmployer", Map.of("decision", decision, "note", "The train stood still."));
    }
}
