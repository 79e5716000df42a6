package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("interview-preparation")
@DisplayName("Preparing the interview")
class InterviewPreparationTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenEverythingIsReady() {
        cast.untilTheInterviewIsBooked();
        var preparation = story.running("interview-preparation");
        cast.guardianAgrees();
        cast.administratorApproves();
        cast.studentResearches();
        cast.teacherApprovesResearch();
        assertThat(story.openTasks()).containsExactly("Activity_DeclareReadiness");
        cast.studentIsReady();

        cast.coordinatorSaysGo();

        assertThat(preparation).isEnded().hasPassed("Event_InterviewReady");
        assertThat(story.status()).isEqualTo("READY");
    }

    @Test
    void callsTheInterviewOffWhenTheCoordinatorSaysNoGo() {
        cast.untilTheInterviewIsBooked();
        var preparation = story.running("interview-preparation");
        cast.guardianAgrees();
        cast.administratorApproves();
        cast.studentResearches();
        cast.teacherApprovesResearch();
        cast.studentIsReady();

        cast.coordinatorSaysNoGo();

        assertThat(preparation).isEnded().hasPassed("Event_InterviewNotReady");
        story.isOver(Ending.NOT_READY);
    }

    @Test
    void stopsWithoutAnEmployer() {
        cast.coordinatorRequests();
        var preparation = story.running("interview-preparation");
        cast.teacherSetsObjectives();

        cast.coordinatorFindsNobodyToInvite();

        assertThat(preparation).isEnded().hasPassed("Event_NoEmployerFound");
        story.isOver(Ending.NO_EMPLOYER);
        assertThat(story.mailsTo("employers")).isEmpty();
    }

    @Test
    void stopsWithoutConsentAndAsksNobodyForAnythingMore() {
        cast.untilTheInterviewIsBooked();
        var preparation = story.running("interview-preparation");

        cast.guardianRefuses();

        assertThat(preparation).isEnded().hasPassed("Event_ConsentMissing", "Event_NoConsent");
        story.isOver(Ending.NO_CONSENT);
        assertThat(cast.pageStatus(Cast.STUDENT)).isEqualTo(410);
    }

    @Test
    void stopsWithoutApproval() {
        cast.untilTheInterviewIsBooked();
        var preparation = story.running("interview-preparation");

        cast.administratorRefuses();

        assertThat(preparation).isEnded().hasPassed("Event_ApprovalMissing", "Event_NotApproved");
        story.isOver(Ending.NO_APPROVAL);
    }
}
