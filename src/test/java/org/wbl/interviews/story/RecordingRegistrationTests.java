package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("recording-registration")
@DisplayName("Adding a recording")
class RecordingRegistrationTests {

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
    void keepsUntilWhenItMayBeShown() {
        theClass.coordinatorAddsRecording("A day with a vet", "2027-07-30");

        assertThat(story.value("select shown_until from interviews.recording where title = 'A day with a vet'"))
                .isEqualTo("2027-07-30");
    }

    @Test
    void refusesADayThatIsPast() {
        assertThatThrownBy(() -> theClass.coordinatorAddsRecording("Old", "2027-02-01"))
                .hasMessageContaining("The day until which it may be shown is past.");
    }
}
