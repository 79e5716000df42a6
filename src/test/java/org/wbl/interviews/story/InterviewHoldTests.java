package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("interview-hold")
@DisplayName("Putting an interview on hold")
class InterviewHoldTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void stopsEveryClockAndGoesOnAsMuchLater() {
        cast.untilTheVisitIsPlanned();
        var practice = story.dueDateOf("Activity_ApproveActivity");

        cast.coordinatorHolds("FAMILY");

        assertThat(story.value("select status from interviews.report_interview"))
                .isEqualTo("ON_HOLD");
        for (var role : new String[] {"employers", "students", "guardians", "teachers", "coordinators"}) {
            assertThat(story.mailsTo(role)).as(role).contains("2027-02-22 INTERVIEW_ON_HOLD");
        }
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("Something has to be cleared up first.")
                .doesNotContain("The family has to agree");
        story.goesOnUntil("2027-02-26T10:00");
        assertThat(story.mailsTo("guardians")).as("no reminder").hasSize(2);

        cast.coordinatorLetsItGoOn(Map.of());

        assertThat(story.runningCount("interview-hold")).isZero();
        assertThat(story.mailsTo("employers")).contains("2027-02-26 INTERVIEW_RESUMED");
        assertThat(story.dueDateOf("Activity_ApproveActivity")).isEqualTo(practice);
        cast.guardianAgrees();
        assertThat(story.openTasks()).doesNotContain("Activity_GiveConsent");
    }

    @Test
    void closesThePagesBehindLinksUntilItGoesOn() {
        cast.untilTheVisitIsPlanned();
        cast.coordinatorHolds("ILLNESS");

        assertThat(cast.pageOf(Cast.GUARDIAN)).contains("This waits");
        assertThat(cast.pageStatus(Cast.GUARDIAN)).isEqualTo(409);
        assertThatThrownBy(cast::administratorApproves).hasMessageContaining("This interview is on hold.");

        cast.coordinatorLetsItGoOn(Map.of());
        assertThat(cast.pageStatus(Cast.GUARDIAN)).isEqualTo(200);
    }

    @Test
    void holdsNothingThatHasBegun() {
        cast.untilTheInterviewIsHeld();

        assertThatThrownBy(() -> cast.coordinatorHolds("ILLNESS")).hasMessageContaining("has begun or is over");
    }

    @Test
    void movesItWhereTheOldTimeCannotStay() {
        cast.untilTheVisitIsPlanned();
        cast.coordinatorHolds("FAMILY");
        story.goesOnUntil("2027-03-19T10:00");
        assertThat(story.openTasks()).contains("Activity_DecideHold");
        assertThat(story.mailsTo("administrators")).contains("2027-03-01 DECISION_MISSING");

        assertThatThrownBy(() -> cast.coordinatorLetsItGoOn(Map.of()))
                .hasMessageContaining("The booked time cannot stay. Give a new one.");
        cast.coordinatorLetsItGoOn(Map.of("startsAt", "2027-04-08T10:00"));

        assertThat(story.value("select starts_at at time zone 'America/New_York' from interviews.interview"))
                .isEqualTo("2027-04-08 10:00:00");
        assertThat(story.mailsTo("employers")).contains("2027-03-19 INTERVIEW_RESUMED");
        assertThat(story.openTasks())
                .as("nothing was overdue when its clocks started again")
                .containsExactly("Activity_PlanVisit", "Activity_ResearchEmployer", "Activity_TeachLesson");
    }

    @Test
    void endsItWhenItCannotGoOn() {
        cast.untilTheVisitIsPlanned();
        cast.coordinatorHolds("FAMILY");

        cast.coordinator("Activity_DecideHold", Map.of("decision", "END", "endReason", "NO_CONSENT"));

        story.isOver(Ending.NO_CONSENT);
    }

    @Test
    void endsWithTheInterviewWhenItIsCancelledMeanwhile() {
        cast.untilTheVisitIsPlanned();
        cast.coordinatorHolds("FAMILY");

        cast.coordinatorCancels("STU_WITHDREW");

        story.isOver(Ending.STU_WITHDREW);
        assertThat(story.values("select ended_at is null from interviews.interview_hold"))
                .containsExactly("f");
    }

    @Test
    void waitsBeforeThereIsADateToo() {
        cast.untilTheEmployerIsInvited();
        cast.coordinatorHolds("STAFF_ABSENT");
        story.goesOnUntil("2027-03-10T10:00");
        assertThat(story.mailsTo("employers"))
                .containsExactly("2027-02-22 EMPLOYER_INVITATION", "2027-02-22 INTERVIEW_ON_HOLD");

        cast.coordinatorLetsItGoOn(Map.of());

        assertThat(story.dueDateOf("Activity_AnswerInvitation")).isGreaterThan("2027-03-12");
        cast.employerAccepts();
        assertThat(story.openTasks()).contains("Activity_BookInterview");
    }

    @Test
    void refusesWhatWaitsAlready() {
        cast.untilTheVisitIsPlanned();
        cast.coordinatorHolds("FAMILY");
        assertThatThrownBy(() -> cast.coordinatorHolds("WEATHER"))
                .hasMessageContaining("This interview is on hold already.");
        assertThatThrownBy(() -> cast.coordinatorMoves("2027-04-08T10:00", "SCHOOL"))
                .hasMessageContaining("This interview is on hold.");
    }
}
