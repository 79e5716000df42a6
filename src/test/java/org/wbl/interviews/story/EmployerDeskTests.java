package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

@StoryOf
@DisplayName("An employer's desk")
class EmployerDeskTests {

    private static final Pattern OPEN = Pattern.compile("/forms/[^/\"]+/open/[0-9a-f-]{36}");

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    private CodePage browser = new CodePage(new TestRestTemplate());
    private String desk = "";

    @BeforeEach
    void anEmployerIsInvited() {
        cast.untilTheEmployerIsInvited();
        browser = cast.browser();
        desk = cast.deskPath(Cast.EMPLOYER);
    }

    @Test
    void opensWithTheMailedCodeForAMonth() {
        assertThat(String.valueOf(browser.get(desk).getBody()))
                .contains("This page is for you alone")
                .doesNotContain("Nora", "Riverside", "not the right person");
        var first = page();
        assertThat(first).contains("Dr. Nora Feld, Riverside Animal Clinic", "Say whether you can meet a student");
        assertThat(mailServer.lastTo(Cast.EMPLOYER).subject()).startsWith("Your code");

        story.goesOnUntil("2027-03-24T09:00");
        assertThat(browser.get(desk).getBody()).contains("What we ask of you");
        story.goesOnUntil("2027-03-24T11:01");
        assertThat(browser.get(found(first)).getStatusCode().value()).isEqualTo(401);
        assertThat(CodePage.asksForCode(browser.get(desk)))
                .as("thirty days later")
                .isTrue();
        assertThat(page()).contains("What we ask of you");
        assertThat(cast.deskPath(Cast.EMPLOYER)).as("one link for ever").isEqualTo(desk);
    }

    @Test
    void showsWhatIsAskedWhatIsBookedAndWhatWasAnswered() {
        var ask = follow(page());
        assertThat(ask.getBody()).contains("id=\"schema\"");
        cast.employerAccepts();
        assertThat(page()).contains("Nothing at the moment", "None is booked");
        assertThat(page())
                .contains("Your answer to the invitation", "until a month after")
                .doesNotContain("Answer the");
        assertThat(follow(page()).getBody())
                .contains(
                        "Any Thursday at ten",
                        "What you answered",
                        "we have your answer: Your answer to the invitation")
                .contains("href=\"" + desk + "\"");

        cast.coordinatorBooks();
        assertThat(page())
                .contains("Thursday, March 18, 2027, 10:00 AM", "a student", cast.changePath(Cast.EMPLOYER))
                .doesNotContain("Amina");
    }

    @Test
    void opensARatingWithoutAnotherCode() {
        cast.employerAccepts();
        cast.coordinatorBooks();
        cast.coordinatorPlansVisit();
        cast.guardianAgrees();
        cast.fromConsentToTheInterviewHeld();
        var rating = "/forms/" + cast.token(Cast.EMPLOYER);
        assertThat(CodePage.asksForCode(browser.get(rating))).isTrue();

        var opened = follow(page());

        assertThat(opened.getBody()).contains("id=\"schema\"");
        assertThat(CodePage.asksForCode(cast.browser().get(rating)))
                .as("on another device")
                .isTrue();
    }

    @Test
    void opensNothingOfAnybodyElse() {
        page();
        cast.employerAccepts();
        cast.coordinatorBooks();
        var students = story.value("select id::text from interviews.form_link where role = 'students' limit 1");

        assertThat(browser.get(desk + "/open/" + students).getStatusCode().value())
                .isEqualTo(404);
        assertThat(cast.browser()
                        .get(desk + "/open/" + students)
                        .getStatusCode()
                        .value())
                .as("without the code")
                .isEqualTo(401);
        assertThat(cast.browser()
                        .send(desk + "/break", browser.get(desk), "&until=2027-06-01")
                        .getStatusCode()
                        .value())
                .as("a break without the code")
                .isEqualTo(401);
        assertThat(browser.send(cast.changePath(Cast.EMPLOYER) + "/break", browser.get(desk), "&until=2027-06-01")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void speaksTheChosenLanguageWhereItCan() {
        page();

        press("language", "&language=es");

        assertThat(page()).contains("Lo que le pedimos", "Diga si puede recibir a un estudiante", "lang=\"es\"");
        assertThat(cast.pageOf(Cast.EMPLOYER)).contains("lang=\"es\"", "¿Nos daría media hora?");
        press("language", "&language=../../etc");
        assertThat(page()).contains("What we ask of you");
    }

    @Test
    void isClosedToWhoeverHadTheAddressBefore() {
        page();
        cast.coordinatorCorrects(Cast.EMPLOYER, "nora@riverside-clinic.example");

        assertThat(browser.get(desk).getStatusCode().value()).isEqualTo(410);
        assertThat(cast.deskPath("nora@riverside-clinic.example")).isNotEqualTo(desk);
    }

    private String page() {
        return String.valueOf(browser.open(desk, () -> {
                    story.goesOn();
                    return cast.lastCode(Cast.EMPLOYER);
                })
                .getBody());
    }

    /** Opens the first thing on the page. */
    private ResponseEntity<String> follow(String page) {
        return browser.follow(found(page));
    }

    private static String found(String page) {
        var found = OPEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    private void press(String button, String fields) {
        var pressed = browser.send(desk + "/" + button, browser.get(desk), fields);
        assertThat(pressed.getStatusCode().value()).as(pressed.getBody()).isEqualTo(302);
        story.goesOn();
    }
}
