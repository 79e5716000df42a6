package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("interview-arrangements")
@DisplayName("Arranging the interview")
class InterviewArrangementsTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void plansAVisitBeforeAskingForConsentAndApproval() {
        cast.untilTheInterviewIsBooked();
        var arrangements = story.running("interview-arrangements");
        assertThat(arrangements).task("Activity_PlanVisit").isAssignedTo(Cast.COORDINATOR);
        assertThat(story.mailsTo("guardians")).isEmpty();

        cast.coordinatorPlansVisit();
        assertThat(cast.pageOf(Cast.GUARDIAN)).contains("Down Canal Row and back");
        cast.guardianAgrees();
        cast.administratorApproves();
        story.goesOnUntil(Cast.A_WEEK_BEFORE);
        cast.employerConfirms();

        assertThat(arrangements).isEnded().hasPassed("Event_ArrangementsMade");
        assertThat(arrangements).hasNotPassed("Activity_PrepareRoom", "Activity_ArrangeAccommodations");
    }

    @Test
    void preparesARoomWhereNobodyTravels() {
        cast.untilTheInterviewIsBookedFor("IN_PERSON_SCHOOL");
        var arrangements = story.running("interview-arrangements");

        cast.coordinatorPreparesRoom();

        assertThat(arrangements).hasPassed("Activity_PrepareRoom").hasNotPassed("Activity_PlanVisit");
    }

    @Test
    void asksForNoJourneyWhereNobodyTravels() {
        cast.untilTheInterviewIsBookedFor("IN_PERSON_SCHOOL");
        cast.administratorReturnsPlan();

        cast.coordinator("Activity_ImprovePlan", Map.of("planNote", "In the library now, with staff."));

        assertThat(cast.shown("Activity_ApproveActivity"))
                .containsEntry("planReason", "Returned: Please send an escort.")
                .containsEntry("planNote", "In the library now, with staff.");
    }

    @Test
    void letsTheCoordinatorImproveAPlanThatWasReturned() {
        cast.untilTheVisitIsPlanned();
        var arrangements = story.running("interview-arrangements");
        cast.administratorReturnsPlan();

        cast.coordinatorImprovesPlan();
        cast.administratorApproves();

        assertThat(arrangements).hasPassed("Activity_ImprovePlan", "Activity_ActivityApproval");
        assertThat(story.values("select approved::text from interviews.approval order by id"))
                .containsExactly("false", "true");
    }

    @Test
    void arrangesWhatThisStudentNeeds() {
        cast.untilTheEmployerIsInvited();
        story.studentNeeds("A sign language interpreter");
        cast.employerAccepts();
        cast.coordinatorBooks();
        cast.coordinatorPlansVisit();
        var arrangements = story.running("interview-arrangements");

        cast.coordinator("Activity_ArrangeAccommodations", Map.of("note", "Interpreter booked."));

        assertThat(arrangements).hasPassed("Activity_ArrangeAccommodations");
    }

    @Test
    void refusesAPlanThatCannotBe() {
        cast.untilTheInterviewIsBooked();

        assertThatThrownBy(() -> cast.coordinatorPlansVisitWith("siteCheckedOn", "2026-02-22"))
                .hasMessageContaining("one of the last twelve months");
        assertThatThrownBy(() -> cast.coordinatorPlansVisitWith("siteCheckedOn", "2027-02-23"))
                .hasMessageContaining("one of the last twelve months");
        assertThatThrownBy(() -> cast.coordinatorPlansVisitWith("siteCheckedOn", "2026-02-31"))
                .hasMessageContaining("not a day of the calendar");
        assertThatThrownBy(() -> cast.coordinatorPlansVisitWith("returnsAt", "09:30"))
                .hasMessageContaining("later than the departure");

        assertThat(story.values("select id::text from interviews.visit_plan")).isEmpty();
        assertThat(story.openTasks()).contains("Activity_PlanVisit");
        cast.coordinatorPlansVisitWith("siteCheckedOn", "2026-02-23");
        assertThat(story.openTasks()).doesNotContain("Activity_PlanVisit");
    }
}
