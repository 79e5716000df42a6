package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("student-preparation")
@DisplayName("Preparing the student")
class StudentPreparationTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void endsWhenTheStudentIsReady() {
        cast.untilTheInterviewIsBooked();
        var preparation = story.running("student-preparation");

        cast.studentResearches();
        assertThat(preparation).task("Activity_ReviewResearch").isAssignedTo(Cast.TEACHER);
        cast.teacherApprovesResearch();
        cast.teacherTeaches();
        cast.teacherPractises();
        cast.studentIsReady();

        assertThat(preparation).isEnded().hasPassed("Event_StudentReady");
    }

    @Test
    void sendsWeakResearchBackWithAdvice() {
        cast.untilTheInterviewIsBooked();
        var preparation = story.running("student-preparation");
        cast.studentResearches();

        cast.teacherSendsResearchBack();
        assertThat(preparation).isWaitingAt("Activity_ResearchEmployer");
        assertThat(cast.pageOf(Cast.STUDENT)).contains("Ask about training, too.");

        cast.studentResearches();
        cast.teacherApprovesResearch();
        assertThat(preparation).isWaitingAt("Gateway_Prepared", "Activity_TeachLesson");
        assertThat(story.values("select coalesce(corrects::text, 'first') from interviews.research order by id"))
                .satisfiesExactly(first -> assertThat(first).isEqualTo("first"), second -> assertThat(second)
                        .isNotEqualTo("first"));
    }

    @Test
    void remindsTheStudent() {
        cast.untilTheInterviewIsBooked();

        story.goesOnUntil("2027-03-02T18:00");

        assertThat(story.mailsTo("students"))
                .containsExactly(
                        "2027-02-22 RESEARCH_REQUEST",
                        "2027-02-22 STUDENT_CONFIRMATION",
                        "2027-02-25 REMINDER",
                        "2027-03-02 REMINDER");
    }

    @Test
    void leavesTheDecisionToTheCoordinatorWhenTheTimeIsUp() {
        cast.untilTheVisitIsPlanned();
        var preparation = story.running("student-preparation");
        cast.guardianAgrees();
        cast.administratorApproves();
        story.goesOnUntil(Cast.A_WEEK_BEFORE);
        cast.employerConfirms();

        story.goesOnUntil("2027-03-16T18:00");

        assertThat(preparation).isEnded().hasPassed("Event_NotReadyInTime");
        assertThat(cast.pageStatus(Cast.STUDENT)).isEqualTo(410);
        assertThat(story.openTasks()).containsExactly("Activity_DecideGo");
        cast.coordinatorSaysNoGo();
        story.isOver(Ending.NOT_PREPARED);
    }

    @Test
    void hasTheTeacherHelpAStudentWhoseResearchIsLate() {
        cast.untilTheInterviewIsBooked();
        var preparation = story.running("student-preparation");

        story.goesOnUntil("2027-03-08T18:00");

        assertThat(preparation).task("Activity_AskStudent").isAssignedTo(Cast.TEACHER);
        cast.teacherNotesTalk("Activity_AskStudent");
        assertThat(preparation).hasPassed("Event_StudentAsked").isWaitingAt("Activity_ResearchEmployer");
    }
}
