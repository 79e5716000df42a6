package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("answer-correction")
@DisplayName("Asking to correct an answer")
class AnswerCorrectionTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void tellsTheCoordinatorWhatWasAnsweredAndWhatIsWrong() {
        cast.untilTheEmployerIsInvited();
        cast.employerAccepts();

        cast.asksToCorrect(Cast.EMPLOYER, Map.of("words", "Thursdays at nine, not at ten.", "reachAt", "212 555 0123"));

        var correction = story.running("answer-correction");
        assertThat(correction).isNotNull();
        assertThat(cast.shown("Activity_CorrectAnswer"))
                .containsEntry("correctionWords", "Thursdays at nine, not at ten.")
                .containsEntry("correctionReachAt", "212 555 0123")
                .hasEntrySatisfying("answeredLines", lines -> assertThat(String.valueOf(lines))
                        .contains("Your answer **Yes, gladly**"));
        assertThat(cast.refusedCorrection(Cast.EMPLOYER, Map.of("words", "Once more.")))
                .contains("Your last wish is with the school");

        cast.coordinator("Activity_CorrectAnswer", Map.of("corrected", "yes", "note", "Booked for nine."));

        assertThat(story.value("select note from interviews.answer_correction where corrected"))
                .isEqualTo("Booked for nine.");
        assertThat(story.value("select count(*) from interviews.form_receipt"))
                .as("the answer stays as it was given")
                .isEqualTo("1");
        cast.asksToCorrect(Cast.EMPLOYER, Map.of("words", "Once more."));
        cast.coordinator("Activity_CorrectAnswer", Map.of("corrected", "no", "note", "All is as it should be."));
    }
}
