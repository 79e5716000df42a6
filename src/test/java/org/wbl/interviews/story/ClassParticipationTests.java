package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("class-participation")
@DisplayName("A student in a class session")
class ClassParticipationTests {

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
    void reflectsAndGetsTheMinutes() {
        theClass.untilTheSessionIsOver();
        theClass.coordinatorRecordsSession();
        cast.studentReflectsAndTeacherRates();

        assertThat(story.value("select ending from interviews.case_file where given_name = 'Amina'"))
                .isEqualTo("COMPLETED");
        assertThat(story.values("select logged || ' ' || counted from interviews.hours_count"))
                .containsExactly("70 40");
    }

    @Test
    void leavesWithoutTheClassLosingTheSession() {
        theClass.untilTheClassIsEnrolled();

        cast.coordinatorCancelsPart(theClass.part(ClassCast.DIEGO), "STU_WITHDREW");

        assertThat(story.value("select ending from interviews.case_file where given_name = 'Diego'"))
                .isEqualTo("STU_WITHDREW");
        assertThat(story.mailsTo("employers")).noneMatch(mail -> mail.contains("CANCELLATION"));
        assertThat(story.runningCount("class-participation")).isEqualTo(1);
    }

    @Test
    void isNotInItWithoutConsent() {
        theClass.untilTheClassIsEnrolled();

        cast.guardianRefuses();

        assertThat(story.value("select ending from interviews.case_file where given_name = 'Amina'"))
                .isEqualTo("NO_CONSENT");
        assertThat(story.runningCount("class-participation")).isEqualTo(1);
    }

    @Test
    void mayHaveWrittenNoQuestions() {
        theClass.untilTheSessionIsOver();

        cast.coordinator("Activity_HostSession", theClass.held(ClassCast.DIEGO));

        assertThat(
                        story.values(
                                "select given_name || ' ' || coalesce(ending, status) from interviews.case_file where class_name is null order by 1"))
                .containsExactly("Amina STU_ABSENT", "Diego REFLECTING");
    }

    @Test
    void needsNoConsentForARecording() {
        theClass.untilTheRecordingIsChosen();

        assertThat(story.openTasks()).doesNotContain("Activity_GiveConsent");
        assertThat(story.runningCount("class-participation")).isEqualTo(2);
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);
        cast.teacher("Activity_ShowRecording", theClass.held(Cast.STUDENT));
        cast.student("what you learned", theClass.reflection());
        assertThat(story.value("select ending from interviews.case_file where given_name = 'Amina'"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void cannotBeMovedAlone() {
        theClass.untilTheClassIsEnrolled();

        assertThatThrownBy(() -> cast.coordinatorMovesPart(theClass.part(ClassCast.DIEGO), "2027-03-23T10:00"))
                .hasMessageContaining("Interview");
        cast.asksForChange(ClassCast.DIEGO, Map.of("wish", "MOVE", "times", "Any Tuesday"));
        assertThatThrownBy(() -> cast.coordinator(
                        "Activity_DecideRequest", Map.of("answer", "MOVE", "startsAt", "2027-03-23T10:00")))
                .hasMessageContaining("Change the session itself.");
    }
}
