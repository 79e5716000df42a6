package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

@StoryOf
@DisplayName("The code that opens a sensitive form")
class FormCodeTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private TestRestTemplate http;

    private CodePage browser = new CodePage(new TestRestTemplate());
    private String path = "";
    private ResponseEntity<String> first = ResponseEntity.ok("");

    @BeforeEach
    void aFamilyIsAsked() {
        cast.untilTheVisitIsPlanned();
        browser = new CodePage(http);
        path = "/forms/" + cast.token(Cast.GUARDIAN);
        first = browser.get(path);
    }

    @Test
    void showsNothingOfTheStudentBeforeIt() {
        var page = browser.get(path);

        assertThat(CodePage.asksForCode(page)).isTrue();
        assertThat(page.getBody()).doesNotContain("Amina", "Riverside", "consent", "permission", "id=\"schema\"");
        assertThat(mailServer.lettersTo(Cast.GUARDIAN))
                .as("opening sends nothing")
                .hasSize(1);
    }

    @Test
    void goesToTheAddressOnRecordAndOpensTheFormOnceOnEachDevice() {
        browser.send(path + "/code", browser.get(path), "");
        story.goesOn();

        var mail = mailServer.lastTo(Cast.GUARDIAN);
        assertThat(mail.subject()).isEqualTo("Your code from Harbor Point High School");
        assertThat(mail.words()).contains(cast.lastCode(Cast.GUARDIAN)).doesNotContain("Amina");
        browser.prove(path, cast.lastCode(Cast.GUARDIAN));
        assertThat(browser.get(path).getBody()).contains("Amina", "id=\"schema\"");
        assertThat(CodePage.asksForCode(new CodePage(http).get(path)))
                .as("another device")
                .isTrue();
        assertThat(tries(new CodePage(http), cast.lastCode(Cast.GUARDIAN)))
                .as("used")
                .isEqualTo(401);
    }

    @Test
    void takesNoAnswerAndKeepsNoDraftWithoutIt() {
        var page = browser.get(path);
        var anybody = new CodePage(http);

        var answer = anybody.post(path, String.valueOf(page.getBody()), Map.of("participate", "no"));

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getBody()).contains("asks for the code");
        assertThat(story.tasks("Activity_GiveConsent")).hasSize(1);
        assertThat(CodePage.asksForCode(anybody.get(path + "/correction"))).isTrue();
    }

    @Test
    void isLockedForAQuarterOfAnHourAfterFiveWrongOnes() {
        browser.send(path + "/code", browser.get(path), "");
        story.goesOn();
        var right = cast.lastCode(Cast.GUARDIAN);
        var wrong = "%06d".formatted((Integer.parseInt(right) + 1) % 1_000_000);

        for (var number = 1; number < 5; number++) {
            assertThat(tries(browser, wrong)).as("wrong code %d", number).isEqualTo(401);
        }
        assertThat(tries(browser, wrong)).isEqualTo(429);
        assertThat(tries(browser, right)).as("the right one, too late").isEqualTo(429);
        browser.send(path + "/code", browser.get(path), "");
        story.goesOn();
        assertThat(cast.lastCode(Cast.GUARDIAN))
                .as("no new one while it is locked")
                .isEqualTo(right);

        story.later(Duration.ofMinutes(16));
        browser.send(path + "/code", browser.get(path), "");
        story.goesOn();
        assertThat(cast.lastCode(Cast.GUARDIAN)).isNotEqualTo(right);
        browser.prove(path, cast.lastCode(Cast.GUARDIAN));
        assertThat(browser.get(path).getBody()).contains("id=\"schema\"");
    }

    @Test
    void endsAfterAnHour() {
        browser.send(path + "/code", browser.get(path), "");
        story.goesOn();
        var code = cast.lastCode(Cast.GUARDIAN);

        story.later(Duration.ofMinutes(61));

        assertThat(tries(browser, code)).isEqualTo(401);
    }

    @Test
    void isSentFiveTimesAnHourAtMost() {
        for (var number = 1; number <= 5; number++) {
            browser.send(path + "/code", browser.get(path), "");
        }

        var sixth = browser.send(path + "/code", browser.get(path), "");

        assertThat(sixth.getStatusCode().value()).isEqualTo(429);
        assertThat(sixth.getBody()).contains("Please wait before you ask again");
    }

    @Test
    void isNotReplacedByAMadeUpCookie() {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, "proof=" + UUID.randomUUID().toString().replace("-", "") + "00ff");

        var page = http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);

        assertThat(CodePage.asksForCode(page)).isTrue();
    }

    @Test
    void protectsTheReceiptToo() {
        cast.guardianAgrees();

        assertThat(CodePage.asksForCode(browser.get(path))).isTrue();
        assertThat(browser.get(path).getBody()).doesNotContain("Amina");
    }

    private int tries(CodePage browser, String code) {
        return browser.send(path + "/proof", first, "&code=" + code)
                .getStatusCode()
                .value();
    }
}
