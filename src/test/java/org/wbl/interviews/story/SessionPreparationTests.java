package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("session-preparation")
@DisplayName("Preparing a class session")
class SessionPreparationTests {

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
    void stopsWhereTheEmployerIsFound() {
        theClass.untilTheClassIsEnrolled();

        assertThat(story.value("select mode || platform from interviews.interview where session is null"))
                .isEqualTo("HYBRIDZOOM");
    }

    @Test
    void offersOnlyRecordingsThatMayBeShownOnTheDay() {
        theClass.coordinatorAddsRecording("Soon gone", "2027-03-01");
        theClass.coordinatorAddsRecording("A day with a vet", "2027-07-30");
        theClass.coordinatorRequestsSession("RECORDED_SIMULATION");
        cast.teacherSetsObjectives();

        assertThatThrownBy(() -> theClass.coordinatorChooses("Soon gone", Cast.INTERVIEW))
                .hasMessageContaining("This recording may not be shown on that day.");
        theClass.coordinatorChooses("A day with a vet", Cast.INTERVIEW);
        assertThat(story.value("select recording_title from interviews.case_file where class_name is not null"))
                .isEqualTo("A day with a vet");
    }

    @Test
    void endsWhenTheRequestIsStopped() {
        theClass.coordinatorKeepsClass("Vets of tomorrow", ClassCast.CLASS);
        theClass.requestSession(Cast.with(theClass.request("HYBRID"), Map.of("coordinator", Cast.OTHER_COORDINATOR)));
        cast.teacherSetsObjectives();

        cast.coordinator("Activity_ScreenRequest", Map.of("decision", "STOP", "stopReason", "DUPLICATE"));

        theClass.isOver("session DUPLICATE");
    }
}
