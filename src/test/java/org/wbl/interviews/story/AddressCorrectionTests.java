package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;

@StoryOf("address-correction")
@DisplayName("Correcting an address")
class AddressCorrectionTests {

    private static final String CONTACT =
            "select 'employers:' || id from interviews.employer_contact where email = '%s'";
    private static final String SUCCESSOR = "peter.holm@riverside-clinic.example";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void endsTheLinkAtTheOldAddressAndSendsANewOneToTheNewAddress() {
        cast.untilTheEmployerIsInvited();
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(200);

        correct(Map.of(
                "person",
                story.value(CONTACT.formatted(Cast.EMPLOYER)),
                "newEmail",
                SUCCESSOR,
                "newName",
                "Peter Holm",
                "newPhone",
                "212-555-0190"));

        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(410);
        assertThat(mailServer.lastTo(SUCCESSOR).words()).contains("Peter Holm");
        cast.outsider(SUCCESSOR, Map.of("answer", "DECLINED"));
        assertThat(story.status()).isEqualTo("MATCHING");
        assertThat(story.values(
                        "select phone from interviews.employer_contact where email = '%s'".formatted(SUCCESSOR)))
                .containsExactly("212-555-0190");
        assertThat(story.values("select name || ', ' || phone from interviews.address_correction"))
                .as("who was told what until now")
                .containsExactly("Dr. Nora Feld, 212-555-0141");
    }

    @Test
    void reachesAFamilyAndAStudent() {
        cast.untilTheVisitIsPlanned();

        correct(Map.of("person", person("guardian", Cast.GUARDIAN), "newEmail", "bello@mail.example"));
        correct(Map.of("person", person("student", Cast.STUDENT), "newEmail", "amina.bello@students.example"));

        assertThat(cast.pageStatus(Cast.GUARDIAN)).isEqualTo(410);
        assertThat(cast.pageStatus("bello@mail.example")).isEqualTo(200);
        assertThat(cast.pageStatus("amina.bello@students.example")).isEqualTo(200);
    }

    @Test
    void refusesWhatItCannotKeep() {
        cast.untilTheEmployerIsInvited();
        var student = person("student", Cast.STUDENT);
        var contact = story.value(CONTACT.formatted(Cast.EMPLOYER));

        refuses(Map.of("person", contact, "newEmail", "a@b.example, c@d.example"), "must be one address");
        refuses(Map.of("person", contact, "newEmail", Cast.EMPLOYER), "Nothing would change");
        refuses(
                Map.of("person", student, "newEmail", "a@students.example", "newName", "Mina"),
                "A student's name and telephone are the school records' to correct.");
        refuses(Map.of("person", "employers:x", "newEmail", "a@b.example"), "must be one of the listed options");
        refuses(
                Map.of(
                        "person",
                        story.value(CONTACT.formatted("tony@fulton-garage.example")),
                        "newEmail",
                        "a@b.example"),
                "must be one of the listed options");
        refuses(
                Map.of("person", person("student", Cast.OTHER_STUDENT), "newEmail", "a@b.example"),
                "must be one of the listed options");
        assertThat(story.values("select email from interviews.address_correction"))
                .isEmpty();
    }

    private void refuses(Map<String, Object> answers, String sentence) {
        assertThatThrownBy(() -> correct(answers)).hasMessageContaining(sentence);
    }

    private void correct(Map<String, Object> answers) {
        cast.start(Cast.COORDINATOR, Groups.COORDINATORS, "address-correction", answers);
    }

    private String person(String table, String email) {
        return story.value("select '%1$ss:' || id from interviews.%1$s where email = '%2$s'".formatted(table, email));
    }
}
