package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoryOf("interview-closure")
@DisplayName("An interview on a closed day")
class InterviewClosureTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private JdbcClient database;

    @Test
    void stopsAVisitAndTellsEverybodyUntilThereIsANewTime() {
        cast.untilTheVisitIsPlanned();

        cast.administratorClosesSchool("2027-03-18");

        assertThat(mailServer.lastTo(Cast.EMPLOYER).words()).contains("The school is closed on that day.");
        assertThat(story.mailsTo("guardians")).contains("2027-02-22 INTERVIEW_ON_HOLD");
        cast.coordinatorLetsItGoOn(Map.of("startsAt", "2027-03-25T10:00"));
        assertThat(story.value("select starts_at at time zone 'America/New_York' from interviews.interview"))
                .isEqualTo("2027-03-25 10:00:00");
    }

    @Test
    void asksWhetherATalkByVideoTakesPlace() {
        cast.untilTheInterviewIsBookedFor("VIDEO");

        cast.administratorClosesSchool("2027-03-18");
        cast.coordinator("Activity_DecideClosure", Map.of("online", "yes"));

        assertThat(story.values("select reason from interviews.interview_hold")).isEmpty();
        assertThat(story.mailsTo("employers")).doesNotContain("2027-02-22 INTERVIEW_ON_HOLD");
    }

    @Test
    void putsATalkByTelephoneOnHoldThatCannotTakePlace() {
        cast.untilTheInterviewIsBookedFor("PHONE");

        cast.administratorClosesSchool("2027-03-18");
        cast.coordinator("Activity_DecideClosure", Map.of("online", "no"));

        assertThat(story.value("select reason from interviews.interview_hold")).isEqualTo("WEATHER");
    }

    @Test
    void stopsNothingThatHasBegunBeforeItIsDecided() {
        cast.untilTheInterviewIsBookedFor("VIDEO");
        cast.untilEverybodyIsReadyAtSchool();
        cast.administratorClosesSchool("2027-03-18");
        story.goesOnUntil("2027-03-18T10:30");

        cast.coordinator("Activity_DecideClosure", Map.of("online", "no"));

        assertThat(story.values("select reason from interviews.interview_hold")).isEmpty();
        assertThat(story.status()).isNotEqualTo("CANCELLED");
    }

    @Test
    void doesNotConcernWhatNeedsNoOpenSchool() {
        cast.untilTheInterviewIsBookedFor("PHONE");
        database.sql("update interviews.interview set mode = 'RECORDED_SIMULATION'")
                .update();

        cast.administratorClosesSchool("2027-03-18");

        assertThat(story.values("select reason from interviews.interview_hold")).isEmpty();
        assertThat(story.openTasks()).doesNotContain("Activity_DecideClosure");
    }

    @Test
    void asksNothingOfAnInterviewThatIsCancelledMeanwhile() {
        cast.untilTheInterviewIsBookedFor("VIDEO");
        cast.administratorClosesSchool("2027-03-18");

        cast.coordinatorCancels("STU_WITHDREW");

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.runningCount("interview-closure")).isZero();
    }
}
