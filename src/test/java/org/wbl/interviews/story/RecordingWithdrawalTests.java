package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("recording-withdrawal")
@DisplayName("Withdrawing a recording")
class RecordingWithdrawalTests {

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
    void hasItReplacedInSessionsToCome() {
        theClass.untilTheRecordingIsChosen();

        theClass.coordinatorWithdraws("A day with a vet");

        assertThat(story.openTasks()).contains("Activity_ReplaceRecording");
        assertThatThrownBy(() -> theClass.coordinatorWithdraws("A day with a vet"))
                .hasMessageContaining("must be one of the listed options");
    }

    @Test
    void concernsNoOtherSession() {
        theClass.coordinatorAddsRecording("Another one", "2027-07-30");
        theClass.untilTheRecordingIsChosen();

        theClass.coordinatorWithdraws("Another one");

        assertThat(story.openTasks()).doesNotContain("Activity_ReplaceRecording");
    }
}
