package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@StoryOf("employer-break")
@DisplayName("A break that an employer takes")
class EmployerBreakTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    private CodePage browser = new CodePage(new TestRestTemplate());
    private String desk = "";

    @BeforeEach
    void anEmployerIsInvited() {
        cast.untilTheEmployerIsInvited();
        browser = cast.browser();
        desk = cast.deskPath(Cast.EMPLOYER);
    }

    @Test
    void takesABreakUntilItsDay() {
        page();
        press("break", "&until=2027-03-10");

        assertThat(status()).isEqualTo("PAUSED");
        assertThat(page()).contains("You get no invitations before Wednesday, March 10, 2027.");
        assertThat(story.openTasks()).as("what was asked can still be answered").contains("Activity_AnswerInvitation");
        press("break", "&until=2027-03-17");
        assertThat(story.runningCount("employer-break")).isEqualTo(1);

        story.goesOnUntil("2027-03-16T23:59");
        assertThat(status()).isEqualTo("PAUSED");
        story.goesOnUntil("2027-03-17T00:00");
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(story.runningCount("employer-break")).isZero();
    }

    @Test
    void endsABreakEarlierButNotWhatTheSchoolDecided() {
        page();
        press("break", "&until=2027-06-01");
        press("break/end", "");
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(story.reached("employer-break")).contains("Event_BreakEndedEarly");

        press("break", "&until=2027-06-01");
        story.employerIsPaused(Cast.EMPLOYER);
        press("break/end", "");
        assertThat(status()).isEqualTo("PAUSED");
        assertThat(page()).doesNotContain("Take a break");
    }

    @Test
    void refusesADayThatCannotBe() {
        page();
        for (var day : new String[] {"2027-02-22", "2028-02-23"}) {
            var refused = browser.send(desk + "/break", browser.get(desk), "&until=" + day);
            assertThat(refused.getStatusCode().value()).isEqualTo(422);
            assertThat(refused.getBody()).contains("Please choose another day");
        }
        assertThat(browser.send(desk + "/break", browser.get(desk), "&until=soon")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(status()).isEqualTo("ACTIVE");
    }

    private String page() {
        return String.valueOf(browser.open(desk, () -> {
                    story.goesOn();
                    return cast.lastCode(Cast.EMPLOYER);
                })
                .getBody());
    }

    private void press(String button, String fields) {
        var pressed = browser.send(desk + "/" + button, browser.get(desk), fields);
        assertThat(pressed.getStatusCode().value()).as(pressed.getBody()).isEqualTo(302);
        story.goesOn();
    }

    private String status() {
        return story.value("select status from interviews.employer e join interviews.employer_contact c"
                + " on c.employer_id = e.id where c.email = '" + Cast.EMPLOYER + "'");
    }
}
