package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@StoryOf
@DisplayName("The link on the day of the interview")
class InterviewDayTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    private CodePage browser = new CodePage(new TestRestTemplate());
    private String employers = "";
    private String students = "";

    @BeforeEach
    void everybodyIsReady() {
        cast.untilTheInterviewIsBookedFor("VIDEO");
        cast.untilEverybodyIsReadyAtSchool();
        browser = cast.browser();
        employers = cast.changePath(Cast.EMPLOYER);
        students = cast.changePath(Cast.STUDENT);
    }

    @Test
    void showsWhatIsNeededFromAnHourBeforeUntilTwoHoursAfter() {
        story.goesOnUntil("2027-03-18T08:59");
        for (var address : List.of(Cast.STUDENT, Cast.EMPLOYER)) {
            assertThat(mailServer.lastTo(address).words()).contains("On the day", "“I am here”, “I am late”");
        }
        assertThat(mailServer.lastTo(Cast.GUARDIAN).words())
                .contains("The interview is on")
                .doesNotContain("I am here");
        assertThat(page(students)).contains("What would you like?").doesNotContain("I am here");

        story.goesOnUntil("2027-03-18T09:00");
        assertThat(page(students))
                .contains(
                        "Your interview today at 10:00 AM", "Dr. Nora Feld, Riverside Animal Clinic", "By video (Zoom)")
                .contains("I am here", "Tell the other side", "made me feel unsafe", "212-555-0110");
        assertThat(page(employers)).contains("Amina, grade 11", "I am here").doesNotContain("Bello");
        assertThat(page(cast.changePath(Cast.GUARDIAN)))
                .as("families do not take part")
                .doesNotContain("I am here");
        assertThat(page(students + "/change"))
                .as("a change can still be asked for")
                .contains("What would you like?");

        story.set("2027-03-18T12:29");
        assertThat(page(students)).contains("I am here");
        story.set("2027-03-18T12:30");
        assertThat(page(students)).doesNotContain("I am here");
    }

    @Test
    void tellsTheOtherSideThatOneComesLate() {
        story.goesOnUntil("2027-03-18T09:50");

        press(students, "delay", "&minutes=10");
        story.goesOn();

        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("The student comes about 10 minutes later.", "10:00 AM");
        assertThat(mailServer.lastTo("carla@schools.example").words()).contains("Amina comes about 10 minutes later.");
        assertThat(page(students)).contains("You said at 9:50 AM that you come about 10 minutes later");
        assertThat(page(employers)).contains("Amina, grade 11", "comes about 10 minutes later (said at 9:50 AM)");

        story.goesOnUntil("2027-03-18T09:59");
        var before = browser.get(employers);
        browser.send(employers + "/arrival", before, "");
        browser.send(employers + "/arrival", before, "");
        assertThat(page(students)).contains("Riverside Animal Clinic: there since 9:59 AM");
        assertThat(page(employers))
                .contains("You said at 9:59 AM that you are there")
                .doesNotContain("I am here");
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);
        assertThat(cast.shown("Activity_HostMeeting").get("dayNotes"))
                .isEqualTo("- 9:50 AM, the student: I come about 10 minutes later\n- 9:59 AM, the employer: I am here");
    }

    @Test
    void takesNoOtherMinutesAndNoMoreThanThreeDelays() {
        story.goesOnUntil("2027-03-18T09:30");

        assertThat(browser.send(students + "/delay", browser.get(students), "&minutes=500")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(browser.send(students + "/delay", browser.get(students), "&minutes=soon")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        for (var delays = 0; delays < 3; delays++) {
            press(students, "delay", "&minutes=5");
        }
        assertThat(page(students)).doesNotContain("Tell the other side");
        assertThat(browser.send(students + "/delay", browser.get(students), "&minutes=5")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(story.values("select side from interviews.day_note")).hasSize(3);
        story.goesOn();
    }

    @Test
    void takesNothingOnAnotherDay() {
        assertThat(browser.send(students + "/arrival", browser.get(students), "")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(story.values("select side from interviews.day_note")).isEmpty();
    }

    private String page(String path) {
        return String.valueOf(browser.get(path).getBody());
    }

    private void press(String path, String button, String fields) {
        assertThat(browser.send(path + "/" + button, browser.get(path), fields)
                        .getStatusCode()
                        .value())
                .isEqualTo(302);
    }
}
