package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("activity-approval")
@DisplayName("Approving the activity")
class ActivityApprovalTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenTheAdministratorApproves() {
        cast.untilTheVisitIsPlanned();
        var approval = story.running("activity-approval");

        cast.administratorApproves();

        assertThat(approval).isEnded().hasPassed("Activity_AskForApproval", "Event_ActivityApproved");
        assertThat(story.mailsTo("administrators")).containsExactly("2027-02-22 APPROVAL_REQUEST");
        assertThat(story.values("select approved || ' ' || approved_by from interviews.approval"))
                .containsExactly("true " + Cast.ADMINISTRATOR);
    }

    @Test
    void stopsTheInterviewWhenTheAdministratorRefuses() {
        cast.untilTheVisitIsPlanned();
        var approval = story.running("activity-approval");

        cast.administratorRefuses();

        assertThat(approval).isEnded().hasPassed("Event_ApprovalRefused");
        assertThat(story.value("select reason from interviews.approval")).isEqualTo("No escort that day.");
        story.isOver(Ending.NO_APPROVAL);
    }

    @Test
    void returnsAPlanToTheCoordinator() {
        cast.untilTheVisitIsPlanned();
        var approval = story.running("activity-approval");

        cast.administratorReturnsPlan();

        assertThat(approval).isEnded().hasPassed("Event_PlanReturned");
        assertThat(story.openTasks()).contains("Activity_ImprovePlan");
    }

    @Test
    void asksTheAdministratorsAgainAfterTwoSchoolDays() {
        cast.untilTheVisitIsPlanned();
        var approval = story.running("activity-approval");

        story.goesOnUntil("2027-02-24T18:00");

        assertThat(approval).hasPassed("Event_AskedAgain").isWaitingAt("Activity_ApproveActivity");
        assertThat(story.mailsTo("administrators"))
                .containsExactly("2027-02-22 APPROVAL_REQUEST", "2027-02-24 APPROVAL_REMINDER");
    }

    @Test
    void stopsTheInterviewWhenNobodyApprovesInTime() {
        cast.untilTheVisitIsPlanned();
        var approval = story.running("activity-approval");
        cast.guardianAgrees();

        story.goesOnUntil("2027-03-16T18:00");

        assertThat(approval).isEnded().hasPassed("Event_ApprovalTooLate", "Event_NoApprovalInTime");
        story.isOver(Ending.NO_APPROVAL);
        assertThat(story.mailsTo("employers")).endsWith("2027-03-16 CANCELLATION");
    }
}
