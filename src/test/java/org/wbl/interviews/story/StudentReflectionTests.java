package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("student-reflection")
@DisplayName("The student's reflection")
class StudentReflectionTests {

    private static final String REQUEST = "what you learned";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void isKeptWithTheStudentsOwnRating() {
        cast.untilTheInterviewIsHeld();
        var reflection = story.running("student-reflection");

        cast.studentReflects();

        assertThat(reflection).isEnded().hasPassed("Event_ReflectionWritten");
        assertThat(story.values("select interest_before || ' ' || interest_after || ' ' || fit_skills || ' ' || wish"
                        + " from interviews.reflection"))
                .containsExactly("3 5 PARTLY A day as a shadow");
        assertThat(story.values("select rater_role || ' ' || count(score) from interviews.rating group by rater_role"))
                .containsExactly("STUDENT 8");
        assertThat(story.values("select words from interviews.safety_report")).isEmpty();
    }

    @Test
    void keepsWhatWasUnsafeApartFromEverythingElse() {
        cast.untilTheInterviewIsHeld();

        cast.studentReflects(Map.of("unsafe", "yes", "unsafeWords", "He closed the door."));

        assertThat(story.values("select interview_id || ' ' || source || ' ' || words from interviews.safety_report"))
                .containsExactly(story.interview() + " Activity_Reflect He closed the door.");
        assertThat(story.value("select (select string_agg(r::text, '') from interviews.reflection r)"
                        + " || (select coalesce(string_agg(n::text, ''), '') from interviews.contact_note n)"))
                .doesNotContain("closed the door");
        assertThat(cast.shown("Activity_HearReflection"))
                .containsEntry("learnedJob", "Vets write more than they operate.")
                .doesNotContainValue("He closed the door.");
        assertThat(mailServer.letters()).noneMatch(letter -> letter.words().contains("closed the door"));
        assertThat(story.valuesInHistory()).isZero();
    }

    @Test
    void isAskedForByTheTeacherAfterFourSchoolDays() {
        cast.untilTheInterviewIsHeld();
        var reflection = story.running("student-reflection");

        story.goesOnUntil("2027-03-24T17:59");
        assertThat(story.openTasks()).doesNotContain("Activity_AskStudent");
        assertThat(story.mailsTo("students")).endsWith("2027-03-22 REMINDER");
        story.goesOnUntil("2027-03-24T18:00");
        assertThat(reflection).task("Activity_AskStudent").isAssignedTo(Cast.TEACHER);
        cast.teacher("Activity_AskStudent", Cast.NOT_REACHED);

        assertThat(reflection).hasPassed("Event_StudentAsked").isWaitingAt("Activity_Reflect");
    }

    @Test
    void canBeGivenUpByTheCoordinatorAfterSevenSchoolDays() {
        cast.untilTheInterviewIsHeld();
        var reflection = story.running("student-reflection");

        story.goesOnUntil("2027-03-29T17:59");
        assertThat(story.openTasks()).doesNotContain("Activity_CloseWithoutReflection");
        story.goesOnUntil("2027-03-29T18:00");
        assertThat(reflection).task("Activity_CloseWithoutReflection").isAssignedTo(Cast.COORDINATOR);
        cast.coordinatorClosesWithoutReflection();

        assertThat(reflection).isEnded().hasPassed("Event_ClosedWithoutReflection");
        assertThat(cast.pageStatus(Cast.STUDENT, REQUEST)).isEqualTo(410);
        assertThat(story.openTasks()).doesNotContain("Activity_AskStudent", "Activity_HearReflection");
        assertThat(story.values("select about || ' ' || note from interviews.contact_note"))
                .containsExactly("Activity_CloseWithoutReflection She has left the school.");
    }

    @Test
    void isAskedForNoMoreOnceItArrives() {
        cast.untilTheInterviewIsHeld();
        story.goesOnUntil("2027-03-29T18:00");

        cast.studentReflects();

        assertThat(story.openTasks()).doesNotContain("Activity_AskStudent", "Activity_CloseWithoutReflection");
    }
}
