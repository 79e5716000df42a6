package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@StoryOf("employer-stop")
@DisplayName("An employer that wants no more mails")
class EmployerStopTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private TestRestTemplate http;

    @Test
    void canSaySoInEveryMailAndIsCalledAboutWhatIsBooked() {
        cast.untilTheInterviewIsBooked();
        assertThat(mailServer.lettersTo(Cast.EMPLOYER)).allSatisfy(letter -> {
            assertThat(letter.stopLink()).contains("/stop/");
            assertThat(letter.words())
                    .contains("Stop these messages", letter.stopLink(), "carla Harbor", "You get this mail");
        });
        assertThat(mailServer.lettersTo(Cast.STUDENT)).isNotEmpty().allSatisfy(letter -> assertThat(letter.stopLink())
                .isEmpty());
        assertThat(http.getForObject(stopPath(), String.class))
                .contains("Stop these mails?", "Riverside Animal Clinic");
        assertThat(story.tasks("Activity_CallAboutBooked"))
                .as("opening it stops nothing")
                .isEmpty();

        assertThat(press().getBody()).contains("No more mails");
        story.goesOn();
        press();
        story.goesOn();

        assertThat(story.value("select status from interviews.employer e join interviews.employer_contact c"
                        + " on c.employer_id = e.id where c.email = '" + Cast.EMPLOYER + "'"))
                .isEqualTo("OPTED_OUT");
        assertThat(cast.shown("Activity_CallAboutBooked"))
                .hasEntrySatisfying("callWhom", whom -> assertThat(String.valueOf(whom))
                        .contains("Dr. Nora Feld", "212-555-0141", "Open with it: " + story.interview()));
        cast.coordinator("Activity_CallAboutBooked", Map.of("reached", "yes", "note", "Keeps the booked one."));
        assertThat(story.value("select note from interviews.contact_note where employer_id is not null"))
                .isEqualTo("Keeps the booked one.");
        assertThat(http.getForObject(stopPath(), String.class)).contains("No more mails");
    }

    @Test
    void isRemindedOfNothingThatWaitsToGo() {
        cast.untilTheEmployerIsInvited();

        press();
        story.goesOn();
        story.goesOnUntil("2027-03-01T12:00");

        assertThat(story.mailsTo("employers")).noneMatch(mail -> mail.contains("REMINDER"));
        cast.coordinator("Activity_CallAboutBooked", Map.of("reached", "no"));
    }

    @Test
    void isStoppedByNobodyElse() {
        cast.untilTheEmployerIsInvited();
        var right = stopPath();
        var contact = right.replaceFirst(".*/stop/(\\d+)-.*", "$1");

        assertThat(http.getForEntity("/stop/" + contact + "-AAAA", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(http.getForEntity(
                                right.replace("/stop/" + contact, "/stop/" + (Long.parseLong(contact) + 1)),
                                String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(story.value("select count(*) from interviews.employer where status = 'OPTED_OUT'"))
                .isEqualTo("0");
    }

    private String stopPath() {
        return mailServer.lastTo(Cast.EMPLOYER).stopLink().replaceFirst("https?://[^/]+", "");
    }

    /** As a mail program does, see RFC 8058. */
    private ResponseEntity<String> press() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        headers.setOrigin("https://mail.example");
        return http.postForEntity(stopPath(), new HttpEntity<>("List-Unsubscribe=One-Click", headers), String.class);
    }
}
