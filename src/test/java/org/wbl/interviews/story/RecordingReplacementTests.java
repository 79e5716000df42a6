package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("recording-replacement")
@DisplayName("Choosing another recording")
class RecordingReplacementTests {

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
    void isForTheSameSession() {
        theClass.untilTheRecordingIsChosen();
        theClass.coordinatorWithdraws("A day with a vet");
        theClass.coordinatorAddsRecording("Soon gone", "2027-03-01");
        theClass.coordinatorAddsRecording("A night with a vet", "2027-07-30");

        assertThatThrownBy(() -> cast.coordinator(
                        "Activity_ReplaceRecording", Map.of("recording", theClass.recording("Soon gone"))))
                .hasMessageContaining("This recording may not be shown on that day.");
        cast.coordinator("Activity_ReplaceRecording", Map.of("recording", theClass.recording("A night with a vet")));

        assertThat(story.value("select recording_title from interviews.case_file where class_name is not null"))
                .isEqualTo("A night with a vet");
    }

    @Test
    void isNotNeededWhenTheSessionIsCancelled() {
        theClass.untilTheRecordingIsChosen();
        theClass.coordinatorWithdraws("A day with a vet");

        cast.coordinatorCancelsSession("STAFF_ABSENT");

        theClass.isOver("Amina STAFF_ABSENT", "Diego STAFF_ABSENT", "session STAFF_ABSENT");
    }
}
