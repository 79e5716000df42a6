package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the decision tables say that we ship, row by row. */
@DisplayName("The decision")
class DecisionsTests {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{5} after {0} {1} {2} {3} {4}")
    @CsvSource({
        "true, 5, YES, YES, 2, NONE",
        "true, 3, MAYBE, CUT_SHORT, 7, NONE",
        "true, 5, YES, YES, 1, CALL",
        "true, 4, YES, MOVED, 5, CALL",
        "true, 4, YES, NO_SHOW, 5, CALL",
        "true, 2, YES, YES, 5, CONCERN",
        "true, 1, NO, YES, 1, CONCERN",
        "true, 5, NO, YES, 5, CONCERN",
        "false, 0, '', '', 1, NONE",
    })
    void saysWhichEmployerToCall(
            boolean answered, int experience, String hostAgain, String tookPlace, int hosted, String review) {
        var facts = Map.<String, Object>of(
                "answered", answered,
                "experience", experience,
                "hostAgain", hostAgain,
                "tookPlace", tookPlace,
                "hosted", hosted);

        assertThat(decide("feedbackReview", facts).<String>getSingleEntry()).isEqualTo(review);
    }

    @ParameterizedTest(name = "{5} after {0} {1} {2} {3} {4}")
    @CsvSource({
        "3, 5, 3.5, 11, PHONE, JOB_SHADOW COLLEGE_OR_TRAINING_RESEARCH INTERNSHIP",
        "3, 4, 0, 12, PHONE, JOB_SHADOW COLLEGE_OR_TRAINING_RESEARCH",
        "4, 4, 2.7, 10, PHONE, JOB_SHADOW WORKPLACE_TOUR COURSE_OR_PROGRAM_CHOICE",
        "2, 3, 3, 11, PHONE, SECOND_INTERVIEW_SAME_FIELD WORKPLACE_TOUR",
        "5, 3, 2.4, 11, PHONE, SECOND_INTERVIEW_SAME_FIELD MOCK_INTERVIEW",
        "5, 1, 4, 9, PHONE, SECOND_INTERVIEW_OTHER_FIELD",
        "0, 0, 0, 9, PHONE, CAREER_MENTORING",
        "3, 4, 0, 12, RECORDED_SIMULATION, SECOND_INTERVIEW_SAME_FIELD JOB_SHADOW COLLEGE_OR_TRAINING_RESEARCH",
    })
    void saysWhatAStudentCouldDoNext(
            int interestBefore, int interestAfter, double meanRating, int grade, String mode, String steps) {
        var facts = Map.<String, Object>of(
                "interestBefore", interestBefore,
                "interestAfter", interestAfter,
                "meanRating", meanRating,
                "grade", grade,
                "mode", mode);

        assertThat(decide("nextStep", facts).<String>collectEntries("step")).containsExactly(steps.split(" ", -1));
    }

    /** Every student is proposed something, whatever the ratings. */
    @Test
    void proposesAStepToEveryone() {
        for (var before = 0; before <= 5; before++) {
            for (var after = 0; after <= 5; after++) {
                var facts = Map.<String, Object>of(
                        "interestBefore",
                        before,
                        "interestAfter",
                        after,
                        "meanRating",
                        0.0,
                        "grade",
                        9,
                        "mode",
                        "VIDEO");

                assertThat(decide("nextStep", facts).getResultList())
                        .as("%s", facts)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{4} and {5} after {0} {1} {2} {3}")
    @CsvSource({
        "IN_PERSON_WORKPLACE, 30, TEACHER, true, 120, 30",
        "PHONE, 10, COUNSELOR, true, 100, 10",
        "PHONE, 9, TEACHER, true, 0, 0",
        "VIDEO, 30, OTHER, true, 0, 0",
        "VIDEO, 30, COORDINATOR, false, 0, 0",
        "RECORDED_SIMULATION, 30, TEACHER, true, 0, 0",
    })
    void saysWhichMinutesCount(
            String mode, int contact, String supervisedBy, boolean reflected, int eligible, int counted) {
        var facts = Map.<String, Object>of(
                "mode", mode,
                "prepMinutes", 60,
                "contactMinutes", contact,
                "reflectionMinutes", 30,
                "supervisedBy", supervisedBy,
                "reflected", reflected);

        assertThat(decide("hoursRule", facts).getSingleResult().getEntryMap())
                .containsEntry("category", "EXPLORATION")
                .containsEntry("eligible", eligible)
                .containsEntry("counted", counted);
    }

    private static DmnDecisionResult decide(String decision, Map<String, Object> facts) {
        try (var table = Files.newInputStream(Path.of("processes/decisions", decision + ".dmn"))) {
            return ENGINE.evaluateDecision(
                    ENGINE.parseDecision(decision, table), Variables.fromMap(new HashMap<>(facts)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
