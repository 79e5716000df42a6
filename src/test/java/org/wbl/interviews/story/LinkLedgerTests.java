package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.wbl.interviews.Browser;

@StoryOf
@DisplayName("The page of mailed forms")
class LinkLedgerTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/links/([0-9a-f-]{36})/reminder");

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private TestRestTemplate http;

    @Test
    void saysWhatBecameOfALinkStepByStep() {
        cast.untilTheEmployerIsInvited();
        var carla = cast.signsIn(Cast.COORDINATOR);
        assertThat(row(carla))
                .contains("Dr. Nora Feld", "Riverside Animal Clinic", "employer invitation", "not opened");
        assertThat(row(carla)).contains("sent Feb 22, 10:00 AM", "none yet");

        cast.pageOf(Cast.EMPLOYER);
        assertThat(row(carla)).contains("opened, probably by a mail scanner");
        cast.begins(Cast.EMPLOYER, Map.of("answer", "ACCEPTED"));
        assertThat(row(carla)).contains("opened by a person", "begun, not sent");

        cast.employerAccepts();
        assertThat(text(carla.get("/links"))).doesNotContain("employer invitation");
        assertThat(row(carla, "/links?all=true")).contains("answered Feb 22, 10:00 AM");
    }

    @Test
    void tellsAPersonFromAScannerByTheTime() {
        cast.untilTheEmployerIsInvited();
        story.later(Duration.ofMinutes(20));

        cast.pageOf(Cast.EMPLOYER);

        assertThat(row(cast.signsIn(Cast.COORDINATOR))).contains("opened, probably by a person");
    }

    @Test
    void saysWhyAMailCameBack() {
        mailServer.refuses(Cast.EMPLOYER, "550 5.1.1 nobody of that name");

        cast.untilTheEmployerIsInvited();

        assertThat(row(cast.signsIn(Cast.COORDINATOR)))
                .contains("came back Feb 22, 10:00 AM: there is no such mailbox");
    }

    @Test
    void remindsWithTheSameLinkAndEndsIt() {
        cast.untilTheEmployerIsInvited();
        var link = cast.token(Cast.EMPLOYER);
        var carla = cast.signsIn(Cast.COORDINATOR);
        var page = text(carla.get("/links"));
        var id = found(LINK, page);
        assertThat(page).contains("/camunda/app/tasklist/default/#/?task=");
        story.later(Duration.ofHours(2));

        assertThat(text(press(carla, "/links/" + id + "/reminder", page))).contains(Cast.EMPLOYER + " is reminded");
        story.goesOn();
        assertThat(mailServer.lettersTo(Cast.EMPLOYER)).hasSize(2);
        assertThat(cast.token(Cast.EMPLOYER)).as("the same link").isEqualTo(link);

        press(carla, "/links/" + id + "/end", page);
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        assertThat(story.openTasks()).contains("Activity_AnswerInvitation");
        assertThat(press(carla, "/links/" + id + "/reminder", page)
                        .getStatusCode()
                        .value())
                .as("ended")
                .isEqualTo(404);
    }

    @Test
    void isForTheOwnSchoolsCoordinatorsAndAdministrators() {
        cast.untilTheEmployerIsInvited();
        var page = text(cast.signsIn(Cast.COORDINATOR).get("/links"));
        var id = found(LINK, page);

        assertThat(cast.signsIn(Cast.TEACHER).get("/links").getStatusCode().value())
                .isEqualTo(403);
        assertThat(http.getForEntity("/links", String.class).getStatusCode().value())
                .isEqualTo(401);
        var other = cast.signsIn(Cast.ELSEWHERE);
        var own = text(other.get("/links"));
        assertThat(own).contains("Nobody is asked for anything.");
        assertThat(press(other, "/links/" + id + "/end", text(other.get("/students")))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(200);
    }

    private static String row(Browser browser) {
        return row(browser, "/links");
    }

    private static String row(Browser browser, String address) {
        return Objects.requireNonNull(Jsoup.parse(text(browser.get(address))).selectFirst("tbody tr"))
                .text();
    }

    private static ResponseEntity<String> press(Browser browser, String address, String page) {
        return browser.send(
                HttpMethod.POST, address, MediaType.APPLICATION_FORM_URLENCODED, "_csrf=" + found(TOKEN, page));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private static String text(ResponseEntity<String> page) {
        return String.valueOf(page.getBody());
    }
}
