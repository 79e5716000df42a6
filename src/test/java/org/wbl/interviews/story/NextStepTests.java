package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("next-step")
@DisplayName("The next step")
class NextStepTests {

    private static final String REQUEST = "what comes next";

    private static final String STEPS =
            "select step || ' ' || words || ' ' || by_when || ' ' || coalesce(agreed_by, '-')"
                    + " from interviews.next_step order by id";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void isProposedChosenByTheStudentAndAgreedByTheCoordinator() {
        cast.untilTheInterviewIsHeld();
        cast.employerIsThanked();
        cast.employerRatesAndIsCalled();
        cast.studentReflects();
        cast.teacherHearsReflection();
        cast.teacherRates("4");
        var nextStep = story.running("next-step");

        assertThat(cast.pageOf(Cast.STUDENT, REQUEST))
                .contains("Job shadow", "Internship", "Look into colleges", "Something else", "A day as a shadow");
        assertThat(nextStep).variables().containsOnlyKeys("interviewId", "nextSteps");
        cast.studentChoosesNextStep("INTERNSHIP");
        cast.coordinatorThankedInPerson();
        assertThat(nextStep).isEnded().hasPassed("Event_NextStepChosen");
        assertThat(cast.shown("Activity_CloseInterview"))
                .containsEntry("nextStep", "INTERNSHIP")
                .containsEntry("nextStepWords", "A day at the clinic")
                .containsEntry("nextStepOn", "2027-05-03");
        cast.coordinatorCloses();

        assertThat(story.values(STEPS))
                .containsExactly(
                        "INTERNSHIP A day at the clinic 2027-05-03 -",
                        "JOB_SHADOW A day at the clinic, in May 2027-05-10 carla");
    }

    @Test
    void canBeAnotherOneThanTheProposed() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflectsAndTeacherRates();

        cast.student(
                REQUEST,
                Map.of(
                        "nextStep", "OTHER",
                        "otherStep", "INDUSTRY_CREDENTIAL",
                        "nextStepWords", "The veterinary assistant's certificate",
                        "nextStepOn", "2027-06-30"));

        assertThat(story.values(STEPS))
                .containsExactly("INDUSTRY_CREDENTIAL The veterinary assistant's certificate 2027-06-30 -");
    }

    @Test
    void isNoStepThatWasNotProposed() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflectsAndTeacherRates();

        assertThat(cast.refused(
                        Cast.STUDENT,
                        REQUEST,
                        Map.of("nextStep", "WORKPLACE_TOUR", "nextStepWords", "A tour", "nextStepOn", "2027-06-30")))
                .contains("Which step do you choose?");
    }

    @Test
    void isLeftToTheTalkWhenTheStudentDoesNotChoose() {
        cast.untilTheInterviewIsHeld();
        cast.studentReflectsAndTeacherRates();
        var nextStep = story.running("next-step");

        story.goesOnUntil("2027-03-25T18:00");

        assertThat(nextStep).isEnded().hasPassed("Event_LeftToTheTalk");
        assertThat(cast.pageStatus(Cast.STUDENT, REQUEST)).isEqualTo(410);
        assertThat(story.values(STEPS)).isEmpty();
    }
}
