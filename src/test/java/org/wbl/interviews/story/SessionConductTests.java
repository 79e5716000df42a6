package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("session-conduct")
@DisplayName("Holding a class session")
class SessionConductTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    private ClassCast theClass;

    @BeforeEach
    void aClass() {
        theClass = new ClassCast(cast, story);
    }

    @Test
    void asksForTheOutcomeAfterADay() {
        theClass.untilTheSessionIsOver();

        story.goesOnUntil("2027-03-19T12:00");

        assertThat(story.mailsTo("coordinators")).contains("2027-03-19 OUTCOME_MISSING");
        assertThat(cast.shown("Activity_HostSession")).containsKey("participants");
    }

    @Test
    void remindsEverybodyOnTheDayBefore() {
        theClass.untilTheSessionIsOver();

        for (var role : List.of("students", "guardians")) {
            assertThat(story.mailsTo(role))
                    .filteredOn("2027-03-17 DAY_BEFORE"::equals)
                    .as(role)
                    .hasSize(2);
        }
        assertThat(story.mailsTo("employers")).contains("2027-03-17 DAY_BEFORE");
    }

    @Test
    void isNotHeldWithoutStudentsOrBeforeItsTime() {
        theClass.untilEverythingIsArranged();
        cast.coordinator("Activity_DecideGo", Map.of("go", "GO"));
        story.goesOnUntil("2027-03-17T12:00");

        assertThatThrownBy(() -> cast.coordinator("Activity_HostSession", theClass.held(Cast.STUDENT)))
                .hasMessageContaining("The session has not begun yet.");
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);
        assertThatThrownBy(() -> cast.coordinator("Activity_HostSession", theClass.held()))
                .hasMessageContaining("Who was there?");
        cast.coordinator("Activity_HostSession", Map.of("outcome", "TECH"));

        theClass.isOver("Amina TECH", "Diego TECH", "session TECH");
    }

    @Test
    void isCalledOffWhenTheCoordinatorSaysNoGo() {
        theClass.untilEverythingIsArranged();

        cast.coordinatorSaysNoGo();

        theClass.isOver("Amina NOT_PREPARED", "Diego NOT_PREPARED", "session NOT_PREPARED");
    }

    @Test
    void isCalledOffWithoutApproval() {
        theClass.untilTheClassIsEnrolled();

        cast.administratorRefuses();

        theClass.isOver("Amina NO_APPROVAL", "Diego NO_APPROVAL", "session NO_APPROVAL");
    }

    @Test
    void arrangesAnewWhatNoLongerFitsWhenItMoves() {
        theClass.untilEverythingIsArranged();

        cast.coordinatorMovesSession("2027-03-23T10:00");

        assertThat(story.openTasks()).contains("Activity_PrepareRoom");
        cast.coordinatorPreparesRoom();
        cast.administratorRefuses();
        theClass.isOver("Amina NO_APPROVAL", "Diego NO_APPROVAL", "session NO_APPROVAL");
    }

    @Test
    void arrangesFromTheBeginningWhatWasNotArrangedWhenItMoves() {
        theClass.untilTheClassIsEnrolled();
        cast.coordinatorPreparesRoom();

        cast.coordinatorMovesSession("2027-03-23T10:00");

        assertThat(story.openTasks()).contains("Activity_PrepareRoom", "Activity_ApproveActivity");
    }

    @Test
    void showsARecording() {
        theClass.untilTheRecordingIsChosen();
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);

        assertThat(cast.shown("Activity_ShowRecording")).containsEntry("recordingTitle", "A day with a vet");
        cast.teacher("Activity_ShowRecording", theClass.held(Cast.STUDENT));
        assertThat(story.value("select status from interviews.interview where session is null"))
                .isEqualTo("REFLECTING");
    }
}
