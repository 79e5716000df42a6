package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("interview-change")
@DisplayName("Changing an interview")
class InterviewChangeTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void movesEveryDeadlineAndTellsEverybodyWithANewCalendarEntry() {
        cast.untilTheVisitIsPlanned();

        cast.coordinatorMoves("2027-04-08T10:00", "EMPLOYER");

        assertThat(story.value("select starts_at at time zone 'America/New_York' from interviews.interview"))
                .isEqualTo("2027-04-08 10:00:00");
        for (var role : List.of("employers", "students", "guardians", "teachers", "coordinators")) {
            assertThat(story.mailsTo(role)).as(role).contains("2027-02-22 INTERVIEW_CHANGED");
        }
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART;TZID=America/New_York:20270408T100000");
        assertThat(story.dueDateOf("Activity_ResearchEmployer")).isEqualTo("2027-03-26T18:00");
        story.goesOnUntil("2027-03-20T18:00");
        assertThat(story.openTasks()).as("the old deadlines are gone").contains("Activity_ResearchEmployer");
    }

    @Test
    void convertsAVisitToVideo() {
        cast.untilTheVisitIsPlanned();

        cast.coordinatorConvertsToVideo();

        assertThat(
                        story.value(
                                "select mode || ' ' || platform || ' ' || coalesce(place, 'nowhere') from interviews.interview"))
                .isEqualTo("VIDEO TEAMS nowhere");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("By video (Microsoft Teams)");
    }

    @Test
    void hasTheCoordinatorDecideOnAThirdMoveOfTheSameSide() {
        cast.untilTheVisitIsPlanned();
        cast.coordinatorMoves("2027-04-08T10:00", "EMPLOYER");
        cast.coordinatorMoves("2027-04-07T10:00", "EMPLOYER");

        cast.coordinatorMoves("2027-04-06T10:00", "EMPLOYER");
        assertThat(story.openTasks()).contains("Activity_DecideMove");
        cast.coordinator("Activity_DecideMove", Map.of("moveAgain", "no"));
        assertThat(story.value("select starts_at at time zone 'America/New_York' from interviews.interview"))
                .isEqualTo("2027-04-07 10:00:00");

        cast.coordinatorMoves("2027-04-06T10:00", "EMPLOYER");
        cast.coordinator("Activity_DecideMove", Map.of("moveAgain", "yes"));
        assertThat(story.value("select starts_at at time zone 'America/New_York' from interviews.interview"))
                .isEqualTo("2027-04-06 10:00:00");
    }

    @Test
    void refusesWhatChangesNothingOrCannotBe() {
        cast.untilTheVisitIsPlanned();

        assertThatThrownBy(() -> cast.change(Map.of("side", "SCHOOL", "newMode", "SAME", "why", "Just so.")))
                .hasMessageContaining("Nothing would change.");
        assertThatThrownBy(() -> cast.coordinatorMoves("2027-04-10T10:00", "SCHOOL"))
                .hasMessageContaining("There is no school on that day.");
        assertThatThrownBy(() -> cast.change(Map.of("side", "SCHOOL", "newMode", "IN_PERSON_SCHOOL", "why", "Closer.")))
                .hasMessageContaining("Say where they meet");
        assertThat(story.values("select id::text from interviews.interview_change"))
                .isEmpty();
    }

    @Test
    void isExpeditedAsLongAsTheNewTimeIsNear() {
        cast.untilTheVisitIsPlanned();

        cast.coordinatorMoves("2027-03-04T10:00", "EMPLOYER");
        assertThat(story.values("select expedited from interviews.interview")).containsExactly("t");
        assertThat(story.dueDateOf("Activity_ResearchEmployer")).isBetween("2027-02-24T18:00", "2027-02-26T18:00");

        cast.coordinatorMoves("2027-04-08T10:00", "EMPLOYER");
        assertThat(story.values("select expedited from interviews.interview")).containsExactly("f");
        assertThat(story.dueDateOf("Activity_ResearchEmployer")).isEqualTo("2027-03-26T18:00");
    }

    @Test
    void refusesAVisitToAWorkplaceOnAHalfDay() {
        cast.untilTheVisitIsPlanned();
        assertThatThrownBy(() -> cast.coordinatorMoves("2027-03-12T10:00", "SCHOOL"))
                .hasMessageContaining("That is a half day");

        cast.coordinatorConvertsToVideo();
        cast.coordinatorMoves("2027-03-12T10:00", "SCHOOL");

        assertThatThrownBy(() -> cast.change(Map.of(
                        "side", "SCHOOL", "newMode", "IN_PERSON_WORKPLACE", "place", "8 Canal Row", "why", "Better.")))
                .hasMessageContaining("That is a half day");
    }

    @Test
    void refusesAnInterviewThatIsNotBooked() {
        cast.untilTheEmployerIsInvited();

        assertThatThrownBy(() -> cast.coordinatorMoves("2027-04-08T10:00", "SCHOOL"))
                .hasMessageContaining("Interview");
    }

    @Test
    void asksNothingMoreOfAnInterviewThatIsCancelledMeanwhile() {
        cast.untilTheVisitIsPlanned();
        cast.coordinatorMoves("2027-04-08T10:00", "EMPLOYER");
        cast.coordinatorMoves("2027-04-07T10:00", "EMPLOYER");
        cast.coordinatorMoves("2027-04-06T10:00", "EMPLOYER");

        cast.coordinatorCancels("EMP_CANCEL");

        story.isOver(Ending.EMP_CANCEL);
    }

    @Test
    void refusesATimeAtWhichTheStudentIsElsewhere() {
        cast.untilTheVisitIsPlanned();
        story.studentWillBeInAnotherInterview("2027-04-08T10:20");

        assertThatThrownBy(() -> cast.coordinatorMoves("2027-04-08T10:00", "EMPLOYER"))
                .hasMessageContaining("The student is in another interview at that time");

        cast.coordinatorMoves("2027-04-08T09:45", "EMPLOYER");
        assertThat(story.values("select side from interviews.interview_change")).hasSize(1);
    }

    @Test
    void asksTheCoordinatorForAnotherTimeWhenTheNewOneWasTakenMeanwhile() {
        cast.untilTheVisitIsPlanned();
        var interview = story.interview();
        cast.coordinatorMoves("2027-04-08T10:00", "EMPLOYER");
        cast.coordinatorMoves("2027-04-07T10:00", "EMPLOYER");
        cast.coordinatorMoves("2027-04-06T10:00", "EMPLOYER");
        story.studentWillBeInAnotherInterview("2027-04-06T10:00");
        var mails = story.mailsTo("employers");

        cast.coordinator("Activity_DecideMove", Map.of("moveAgain", "yes"));

        assertThat(story.task("Activity_AgreeAnotherTime").getAssignee()).isEqualTo(Cast.COORDINATOR);
        assertThat(cast.shown("Activity_AgreeAnotherTime"))
                .containsEntry("change", "Tuesday, April 6, 2027 at 10:00 AM")
                .containsEntry("interviewDate", "Wednesday, April 7, 2027");
        cast.coordinator("Activity_AgreeAnotherTime", Map.of("agreed", true));
        assertThat(story.value(
                        "select starts_at at time zone 'America/New_York' from interviews.interview where id = '%s'"
                                .formatted(interview)))
                .isEqualTo("2027-04-07 10:00:00");
        assertThat(story.mailsTo("employers")).isEqualTo(mails);
    }
}
