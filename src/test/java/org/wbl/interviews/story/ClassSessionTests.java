package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("class-session")
@DisplayName("A class session")
class ClassSessionTests {

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
    void holdsOneTalkAndGivesEveryStudentAnInterviewOfTheirOwn() {
        theClass.untilTheSessionIsOver();
        theClass.coordinatorRecordsSession();
        cast.studentReflectsAndTeacherRates();
        theClass.employerSaysHowItWas();

        theClass.isOver("Amina COMPLETED", "Diego STU_ABSENT", "session COMPLETED");
        assertThat(story.values(
                        "select outcome || contact_minutes from interviews.report_interview where outcome = 'HELD'"))
                .as("each student counts, with the employer of the session")
                .containsExactly("HELD40");
        assertThat(story.value("select hosted from interviews.report_employer where name = 'Riverside Animal Clinic'"))
                .isEqualTo("1");
        assertThat(story.values("select rater_role from interviews.rating group by 1 order by 1"))
                .containsExactly("STUDENT", "TEACHER");
    }

    @Test
    void tellsNothingAboutAnyStudentToTheEmployer() {
        theClass.untilTheSessionIsOver();

        assertThat(story.values("select fields from interviews.disclosure")).isEmpty();
        assertThat(cast.pageOf(Cast.EMPLOYER)).doesNotContain("Amina", "Diego");
    }

    @Test
    void canBeCancelledBeforeThereIsAnEmployer() {
        theClass.coordinatorRequestsSession("HYBRID");

        cast.coordinatorCancels("STAFF_ABSENT");

        theClass.isOver("session STAFF_ABSENT");
    }

    @Test
    void endsWithoutAnEmployer() {
        theClass.coordinatorRequestsSession("HYBRID");
        cast.teacherSetsObjectives();

        cast.coordinatorFindsNobodyToInvite();

        theClass.isOver("session NO_EMPLOYER");
    }

    @Test
    void tellsEveryStudentAndFamilyWhenItIsCancelled() {
        theClass.untilTheClassIsEnrolled();

        cast.coordinatorCancelsSession("EMP_CANCEL");

        theClass.isOver("Amina EMP_CANCEL", "Diego EMP_CANCEL", "session EMP_CANCEL");
        assertThat(story.mailsTo("students"))
                .filteredOn(mail -> mail.contains("CANCELLATION"))
                .hasSize(2);
        assertThat(story.mailsTo("guardians"))
                .filteredOn(mail -> mail.contains("CANCELLATION"))
                .hasSize(2);
        assertThat(story.mailsTo("employers"))
                .filteredOn(mail -> mail.contains("CANCELLATION"))
                .hasSize(1);
    }

    @Test
    void watchesARecordingWithoutAnyEmployer() {
        theClass.untilTheRecordingIsChosen();
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);
        cast.teacher("Activity_ShowRecording", theClass.held(Cast.STUDENT, ClassCast.DIEGO));

        assertThat(story.mailsTo("employers")).isEmpty();
        assertThat(story.mailsTo("guardians")).as("nothing leaves the school").isEmpty();
        cast.student("what you learned", theClass.reflection());
        cast.outsider(ClassCast.DIEGO, theClass.reflection());

        theClass.isOver("Amina COMPLETED", "Diego COMPLETED", "session COMPLETED");
        assertThat(story.values("select logged || ' ' || counted from interviews.hours_count"))
                .as("logged, but not counted")
                .containsExactly("70 0", "70 0");
        assertThat(story.values("select rater_role from interviews.rating")).isEmpty();
    }

    @Test
    void needsTwoToThirtyStudents() {
        theClass.coordinatorKeepsClass("Alone", List.of(ClassCast.DIEGO));

        assertThatThrownBy(() -> theClass.requestSession("HYBRID"))
                .hasMessageContaining("A class session has 2 to 30 students; this class has 1.");
    }

    @Test
    void movesForEverybodyWithinTheDaysThatConsentsHold() {
        theClass.untilTheClassIsEnrolled();

        cast.coordinatorMovesSession("2027-03-23T10:00");

        assertThat(story.values("select distinct starts_at at time zone 'America/New_York' from interviews.case_file"))
                .containsExactly("2027-03-23 10:00:00");
        assertThat(story.mailsTo("students"))
                .filteredOn(mail -> mail.contains("INTERVIEW_CHANGED"))
                .hasSize(2);
        assertThatThrownBy(() -> cast.coordinatorMovesSession("2027-05-04T10:00"))
                .hasMessageContaining("A class session moves within 14 days");
    }

    @Test
    void waitsWithAllItsStudents() {
        theClass.untilTheClassIsEnrolled();

        cast.coordinatorHoldsSession();
        assertThat(cast.pageStatus(ClassCast.DIEGOS_FAMILY)).isEqualTo(409);
        cast.coordinatorLetsItGoOn(Map.of());

        assertThat(cast.pageStatus(ClassCast.DIEGOS_FAMILY)).isEqualTo(200);
        assertThat(story.mailsTo("students"))
                .filteredOn(mail -> mail.contains("INTERVIEW_RESUMED"))
                .hasSize(2);
    }
}
