package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("change-request")
@DisplayName("Asking for a change through the link in a mail")
class ChangeRequestTests {

    private static final Map<String, Object> MOVE =
            Map.of("wish", "MOVE", "times", "Any Tuesday in April", "reachAt", "212 555 0123");

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void movesTheInterviewThatTheEmployerCannotKeep() {
        cast.untilTheVisitIsPlanned();

        cast.asksForChange(Cast.EMPLOYER, MOVE);

        assertThat(cast.shown("Activity_DecideRequest"))
                .containsEntry("requestWords", "Any Tuesday in April")
                .containsEntry("requestPhone", "212 555 0123")
                .containsEntry("requestWish", "another day or time");
        assertThat(story.mailsTo("coordinators")).contains("2027-02-22 TASK_WAITING");
        cast.coordinator("Activity_DecideRequest", Map.of("answer", "MOVE", "startsAt", "2027-04-06T10:00"));
        assertThat(story.value("select starts_at at time zone 'America/New_York' from interviews.interview"))
                .isEqualTo("2027-04-06 10:00:00");
        assertThat(story.value("select side from interviews.interview_change")).isEqualTo("EMPLOYER");
        assertThat(story.mailsTo("students")).contains("2027-02-22 INTERVIEW_CHANGED");
    }

    @Test
    void letsTheSameLinkAskAgainOnceItIsAnswered() {
        cast.untilTheVisitIsPlanned();
        cast.asksForChange(Cast.EMPLOYER, MOVE);

        assertThat(cast.refusedChange(Cast.EMPLOYER, MOVE)).contains("Your last request is with the school");
        assertThat(story.openTasks()).containsOnlyOnce("Activity_DecideRequest");
        cast.coordinator("Activity_DecideRequest", Map.of("answer", "KEEP", "note", "All is well after all."));

        cast.asksForChange(Cast.EMPLOYER, Map.of("wish", "CANCEL"));
        cast.coordinator("Activity_DecideRequest", Map.of("answer", "CANCEL"));
        story.isOver(Ending.EMP_CANCEL);
        assertThat(cast.changePageStatus(Cast.EMPLOYER))
                .as("the link ends with the interview")
                .isEqualTo(410);
    }

    @Test
    void endsTheInterviewOfAStudentWhoDoesNotWantItAnyMore() {
        cast.untilTheVisitIsPlanned();

        cast.asksForChange(Cast.STUDENT, Map.of("wish", "CANCEL"));
        cast.coordinator("Activity_DecideRequest", Map.of("answer", "CANCEL"));

        story.isOver(Ending.STU_WITHDREW);
    }

    @Test
    void stopsAtOnceWhenTheFamilyTakesItsPermissionBack() {
        cast.untilTheVisitIsPlanned();
        cast.guardianAgrees();
        assertThat(mailServer.lastTo(Cast.GUARDIAN).words())
                .contains(
                        "You can take the permission back at any time",
                        "first name, grade, program and questions: yes");

        cast.asksForChange(Cast.GUARDIAN, Map.of("familyWish", "WITHDRAW", "withdrawnBy", "A. Bello"));

        story.isOver(Ending.CONSENT_WITHDRAWN);
        assertThat(story.values("select participate::text || share_data::text from interviews.consent order by id"))
                .containsExactly("truetrue", "falsefalse");
        assertThat(story.openTasks()).isEmpty();
        for (var role : List.of("employers", "students", "guardians", "teachers", "coordinators")) {
            assertThat(story.mailsTo(role)).as(role).contains("2027-02-22 CANCELLATION");
        }
    }

    @Test
    void keepsThatAPermissionIsTakenBackAfterTheInterview() {
        cast.untilTheInterviewIsHeld();

        cast.asksForChange(Cast.GUARDIAN, Map.of("familyWish", "WITHDRAW", "withdrawnBy", "A. Bello"));

        assertThat(story.value("select share_data from interviews.case_file")).isEqualTo("f");
        assertThat(story.openTasks()).contains("Activity_DecideRequest");
        assertThat(cast.refusedChange(Cast.EMPLOYER, MOVE)).contains("The interview has begun or is over.");
    }

    @Test
    void letsNobodyElseTakeAPermissionBack() {
        cast.untilTheVisitIsPlanned();
        cast.guardianAgrees();

        assertThat(cast.refusedChange(Cast.EMPLOYER, Map.of("familyWish", "WITHDRAW", "withdrawnBy", "Me")))
                .contains("\"problems\"");
        assertThat(story.value("select share_data from interviews.case_file")).isEqualTo("t");
    }

    @Test
    void tellsTheAdministratorsWhenNobodyAnswers() {
        cast.untilTheVisitIsPlanned();
        cast.asksForChange(Cast.STUDENT, Map.of("wish", "OTHER", "words", "I have moved."));

        story.goesOnUntil("2027-02-24T10:00");

        assertThat(story.mailsTo("administrators")).contains("2027-02-23 DECISION_MISSING");
    }

    @Test
    void endsWithTheInterview() {
        cast.untilTheVisitIsPlanned();
        cast.asksForChange(Cast.STUDENT, Map.of("wish", "OTHER", "words", "I have moved."));

        cast.coordinatorCancels("STU_TRANSFER");

        assertThat(story.openTasks()).isEmpty();
    }
}
