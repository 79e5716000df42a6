package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("employer-feedback")
@DisplayName("Employer feedback")
class EmployerFeedbackTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void isTakenOnceWithARowPerSkill() {
        cast.untilTheInterviewIsHeld();
        var feedback = story.running("employer-feedback");

        cast.employerRates();

        assertThat(feedback).isEnded().hasPassed("Event_FeedbackReceived");
        assertThat(story.values("select skill || ' ' || score || ' ' || channel from interviews.rating order by id"))
                .hasSize(8)
                .contains("COMM 3 LINK");
        assertThat(cast.pageOf(Cast.EMPLOYER)).contains("What you answered");
        assertThat(story.values("select took_place || ' ' || arrived || ' ' || experience || ' ' || host_again"
                        + " from interviews.employer_feedback"))
                .containsExactly("YES ON_TIME 5 YES");
    }

    @Test
    void hasNoRatingsWhenNobodyCame() {
        cast.untilTheInterviewIsHeld();

        cast.employerSays(Map.of("tookPlace", "NO_SHOW", "experience", "3"));

        assertThat(story.values("select skill from interviews.rating")).isEmpty();
        assertThat(story.values("select took_place from interviews.employer_feedback"))
                .containsExactly("NO_SHOW");
    }

    /** Tasklist sends what is ticked in a list as JSON. */
    @Test
    void canBeEnteredByTheCoordinator() {
        cast.untilTheInterviewIsHeld();
        var answers = Variables.createVariables();
        answers.putAll(Cast.feedback(Map.of("quoteWords", "A bright visit.", "minutesGiven", 50)));
        answers.putValueTyped(
                "roles", SpinValues.jsonValue("[\"SPEAKER\",\"MENTOR\"]").create());

        cast.coordinator("Activity_RateEmployability", answers);

        assertThat(story.values("select roles::text || ' ' || quote || ' ' || minutes_given || ' ' || channel"
                        + " from interviews.employer_feedback"))
                .containsExactly("{SPEAKER,MENTOR} A bright visit. 50 STAFF");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAUSED", "DO_NOT_USE", "OPTED_OUT"})
    void isAskedOfNoEmployerThatMayNotBeWrittenTo(String status) {
        cast.untilTheStudentIsBack();
        story.employerBecomes(status, Cast.EMPLOYER);

        cast.coordinatorRecords("HELD");
        story.goesOnUntil("2027-03-25T18:00");

        assertThat(story.mailsTo("employers")).endsWith("2027-03-17 DAY_BEFORE");
        cast.coordinator("Activity_RateEmployability", Cast.feedback(Map.of()));
        assertThat(story.values("select channel from interviews.employer_feedback"))
                .containsExactly("STAFF");
    }

    @Test
    void keepsAConcernForSafetyApart() {
        cast.untilTheInterviewIsHeld();

        cast.employerSays(Map.of("safety", "yes", "safetyWords", "She was afraid to go home."));

        assertThat(story.values("select source || ' ' || words from interviews.safety_report"))
                .containsExactly("EMPLOYER She was afraid to go home.");
        assertThat(story.value("select string_agg(f::text, '') from interviews.employer_feedback f"))
                .doesNotContain("afraid");
        assertThat(mailServer.letters()).noneMatch(letter -> letter.words().contains("afraid"));
    }

    @Test
    void isRemindedOfThenCalledForThenGivenUp() {
        cast.untilTheInterviewIsHeld();
        var feedback = story.running("employer-feedback");

        story.goesOnUntil("2027-03-30T18:00");
        assertThat(story.mailsTo("employers"))
                .endsWith("2027-03-18 FEEDBACK_REQUEST", "2027-03-23 REMINDER", "2027-03-26 REMINDER");
        cast.coordinatorNotesCall("Activity_CallForFeedback");
        assertThat(feedback).hasPassed("Event_CalledForFeedback").isWaitingAt("Activity_RateEmployability");

        story.goesOnUntil("2027-04-08T18:00");
        assertThat(feedback).isEnded().hasPassed("Event_FeedbackGivenUp", "Event_NoFeedback");
        assertThat(story.values("select answered::text from interviews.employer_feedback"))
                .containsExactly("false");
        assertThat(story.openTasks()).doesNotContain("Activity_CallForFeedback", "Activity_ReviewFeedback");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
    }

    @Test
    void callsNoMoreOnceItArrives() {
        cast.untilTheInterviewIsHeld();
        story.goesOnUntil("2027-03-30T18:00");

        cast.employerRates();

        assertThat(story.openTasks()).doesNotContain("Activity_CallForFeedback", "Activity_RateEmployability");
    }
}
