package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("employer-preparation")
@DisplayName("Preparing the employer")
class EmployerPreparationTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenTheEmployerConfirmsADayAWeekBefore() {
        cast.untilTheVisitIsPlanned();
        var preparation = story.running("employer-preparation");
        assertThat(preparation)
                .hasPassed("Activity_SendOrientation")
                .isWaitingAt("Event_WeekBefore", "Activity_CallNewHost");
        assertThat(story.mailsTo("employers")).contains("2027-02-22 ORIENTATION");

        cast.coordinatorNotesCall("Activity_CallNewHost");
        story.goesOnUntil(Cast.A_WEEK_BEFORE);
        cast.employerConfirms();

        assertThat(preparation).isEnded().hasPassed("Event_NewHostCalled", "Event_DetailsConfirmed");
        assertThat(story.value("select site_contact from interviews.employer_confirmation"))
                .startsWith("Front desk");
    }

    @Test
    void hasTheCoordinatorSettleWhatChanged() {
        cast.untilTheVisitIsPlanned();
        var preparation = story.running("employer-preparation");
        story.goesOnUntil(Cast.A_WEEK_BEFORE);

        cast.employerConfirmsWithChanges();
        cast.coordinator("Activity_SettleChanges", Map.of("note", "We come to the second floor."));

        assertThat(preparation).isEnded().hasPassed("Event_ChangesSettled");
    }

    @Test
    void hasTheCoordinatorCallThenGoesOnWithoutTheEmployersWord() {
        cast.untilTheVisitIsPlanned();
        var preparation = story.running("employer-preparation");
        cast.guardianAgrees();
        cast.administratorApproves();

        story.goesOnUntil("2027-03-15T18:00");
        cast.coordinatorNotesCall("Activity_CallForConfirmation");
        assertThat(preparation).hasPassed("Event_CalledForConfirmation").isWaitingAt("Activity_ConfirmDetails");

        story.goesOnUntil("2027-03-16T18:00");
        assertThat(preparation).isEnded().hasPassed("Event_NotConfirmedInTime");
    }
}
