package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;

@StoryOf("rating-dispute")
@DisplayName("A disputed rating")
class RatingDisputeTests {

    private static final String EMPLOYER_ON_TIME =
            "from interviews.rating where rater_role = 'EMPLOYER' and skill = 'TIME'";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private FormService forms;

    @Test
    void isAmendedByAnAdministratorAndBothRatingsAreKept() {
        rated();
        var dispute = dispute("EMPLOYER");
        assertThat(dispute.getBusinessKey()).isEqualTo(story.interview());
        var task = story.task("Activity_DecideDispute");
        assertThat(String.valueOf(forms.getTaskFormVariables(task.getId())))
                .contains("The family objects to how the employer rated timeliness.")
                .contains("She was early.", "- The employer: 3 of 4", "Amina Bello");

        decide(Map.of("decision", "AMEND", "score", "4", "reason", "The sign-in sheet says 9:50."));

        assertThat(dispute).isEnded().hasPassed("Event_RatingAmended");
        assertThat(story.values("select coalesce(score::text, '-') || (corrects is not null) " + EMPLOYER_ON_TIME
                        + " order by id"))
                .containsExactly("3false", "4true");
        assertThat(
                        story.value(
                                "select score from interviews.standing_rating where rater_role = 'EMPLOYER' and skill = 'TIME'"))
                .isEqualTo("4");
        assertThat(story.value("select decided_by || ': ' || reason from interviews.rating_dispute_outcome"))
                .isEqualTo("adele: The sign-in sheet says 9:50.");
    }

    @Test
    void canBeAmendedToNotObservedAndDisputedAgain() {
        rated();
        dispute("EMPLOYER");
        decide(Map.of("decision", "AMEND", "score", "NO", "reason", "They met by phone."));

        dispute("EMPLOYER");
        decide(Map.of("decision", "AMEND", "score", "2", "reason", "They did not, after all."));

        assertThat(story.values("select coalesce(score::text, '-') " + EMPLOYER_ON_TIME + " order by id"))
                .containsExactly("3", "-", "2");
        assertThat(
                        story.value(
                                "select score from interviews.standing_rating where rater_role = 'EMPLOYER' and skill = 'TIME'"))
                .isEqualTo("2");
    }

    @Test
    void isKeptWithAReason() {
        rated();
        var dispute = dispute("EMPLOYER");

        decide(Map.of("decision", "KEEP", "reason", "The employer stands by it."));

        assertThat(dispute).isEnded().hasPassed("Event_RatingKept");
        assertThat(story.values("select score " + EMPLOYER_ON_TIME)).containsExactly("3");
        assertThat(story.value("select reason from interviews.rating_dispute_outcome"))
                .isEqualTo("The employer stands by it.");
    }

    @Test
    void isNotAmendedToWhatItIs() {
        rated();
        var dispute = dispute("EMPLOYER");

        assertThatThrownBy(() -> decide(Map.of("decision", "AMEND", "score", "3", "reason", "Same.")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("The rating is this already.");

        assertThat(dispute).isWaitingAt("Activity_DecideDispute");
        assertThat(story.values("select reason from interviews.rating_dispute_outcome"))
                .isEmpty();
    }

    @Test
    void isRefusedWhereNobodyRatedOrWhileOneIsOpen() {
        rated();

        assertThatThrownBy(() -> dispute("TEACHER"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("There is no such rating");
        dispute("EMPLOYER");
        assertThatThrownBy(() -> dispute("EMPLOYER"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("disputed already");
    }

    private void rated() {
        cast.untilTheInterviewIsHeld();
        cast.employerRates();
    }

    private ProcessInstance dispute(String rater) {
        cast.start(
                Cast.TEACHER,
                Groups.TEACHERS,
                "rating-dispute",
                Map.of(
                        "school",
                        SampleSchools.HARBOR_POINT,
                        "interview",
                        story.interview(),
                        "rater",
                        rater,
                        "skill",
                        "TIME",
                        "raisedBy",
                        "GUARDIAN",
                        "words",
                        "She was early."));
        return story.running("rating-dispute");
    }

    private void decide(Map<String, Object> answers) {
        cast.staff(Cast.ADMINISTRATOR, Groups.ADMINISTRATORS, "Activity_DecideDispute", answers);
    }
}
