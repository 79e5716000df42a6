package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("wrong-person")
@DisplayName("Saying that somebody else should answer")
class WrongPersonTests {

    private static final String COLLEAGUE = "a.colleague@clinic.example";
    private static final Map<String, Object> NAMED =
            Map.of("reason", "COLLEAGUE", "rightName", "Ana Colleague", "rightEmail", COLLEAGUE);

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void asksAnEmployersColleagueAtOnceAndTellsTheCoordinator() {
        cast.untilTheEmployerIsInvited();
        var first = cast.token(Cast.EMPLOYER);

        cast.handsOn(Cast.EMPLOYER, NAMED);

        assertThat(cast.pageStatus(Cast.EMPLOYER)).as("the first link").isEqualTo(410);
        assertThat(cast.token(COLLEAGUE)).isNotEqualTo(first);
        assertThat(mailServer.lastTo(COLLEAGUE).words()).contains("Hello Ana Colleague,");
        assertThat(cast.shown("Activity_CheckPerson"))
                .containsEntry("askedPerson", "Dr. Nora Feld, " + Cast.EMPLOYER)
                .containsEntry("namedPerson", "Ana Colleague, " + COLLEAGUE)
                .containsEntry("whyNotThem", "somebody else looks after it")
                .containsEntry("linkWent", "The person named has a new link already.");
        cast.coordinator("Activity_CheckPerson", Map.of("decision", "NAMED"));
        assertThat(mailServer.lettersTo(COLLEAGUE)).as("asked once").hasSize(1);
        assertThat(story.value("select name || ' ' || right_name || ' ' || decision || ' ' || decided_by"
                        + " from interviews.wrong_person"))
                .isEqualTo("Dr. Nora Feld Ana Colleague NAMED " + Cast.COORDINATOR);
        cast.employerAcceptsAs(COLLEAGUE);
        assertThat(story.tasks("Activity_BookInterview")).hasSize(1);
    }

    @Test
    void goesBackToTheFirstPersonWhenTheSchoolSaysSo() {
        cast.untilTheEmployerIsInvited();
        cast.handsOn(Cast.EMPLOYER, NAMED);

        cast.coordinator("Activity_CheckPerson", Map.of("decision", "FIRST"));

        assertThat(cast.pageStatus(COLLEAGUE)).isEqualTo(410);
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(200);
    }

    @Test
    void sendsAFormOfAFamilyToNobodyBeforeTheCoordinatorHasLooked() {
        cast.untilTheVisitIsPlanned();

        cast.handsOn(
                Cast.GUARDIAN, Map.of("reason", "OTHER", "rightName", "An Uncle", "rightEmail", "uncle@example.org"));

        assertThat(mailServer.lettersTo("uncle@example.org")).isEmpty();
        assertThat(cast.pageStatus(Cast.GUARDIAN)).isEqualTo(410);
        assertThat(cast.shown("Activity_CheckPerson"))
                .hasEntrySatisfying(
                        "linkWent", words -> assertThat(String.valueOf(words)).contains("nobody else has one yet"));
        cast.coordinator(
                "Activity_CheckPerson",
                Map.of("decision", "OTHER", "newName", "A Mother", "newEmail", "mother@example.org"));
        assertThat(cast.pageStatus("mother@example.org")).isEqualTo(200);
        assertThat(mailServer.lettersTo("uncle@example.org")).isEmpty();
    }

    @Test
    void takesNoAddressThatIsNone() {
        cast.untilTheEmployerIsInvited();

        assertThat(cast.refusedHandingOn(Cast.EMPLOYER, Map.of("reason", "LEFT", "rightEmail", "not an address")))
                .contains("must be one address");
        assertThat(cast.refusedHandingOn(Cast.EMPLOYER, Map.of("reason", "LEFT", "rightEmail", Cast.EMPLOYER)))
                .contains("This is the address that we wrote to");
        assertThat(cast.pageStatus(Cast.EMPLOYER)).isEqualTo(200);
    }

    @Test
    void needsAnAddressBeforeThePersonNamedIsAsked() {
        cast.untilTheEmployerIsInvited();
        cast.handsOn(Cast.EMPLOYER, Map.of("reason", "NOT_MINE"));

        assertThatThrownBy(() -> cast.coordinator("Activity_CheckPerson", Map.of("decision", "NAMED")))
                .hasMessageContaining("No address was named");
    }
}
