package org.wbl.interviews.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A calendar invitation")
class InvitationTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2027-02-01T15:00:00.123456Z");

    @Test
    void asksTheReceiversCalendarForTheHour() throws Exception {
        var calendar = read(invitation(Invitation.Kind.REQUEST, 0, "8 Canal Row"));
        var event = event(calendar);

        calendar.validate();
        assertThat(value(calendar, Property.METHOD)).isEqualTo("REQUEST");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(calendar.getComponents(Component.VTIMEZONE)).singleElement().satisfies(zone -> assertThat(
                        zone.toString())
                .contains("TZID:America/New_York", "DAYLIGHT", "STANDARD"));
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20270201T150000Z");
        assertThat(value(event, Property.LOCATION)).isEqualTo("8 Canal Row");
    }

    /** Written, not parsed: the library reads such a time as wrongly as it would write it. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-01-14", "2027-03-11", "2027-03-15", "2027-06-10", "2027-11-03", "2027-11-10"})
    void namesTheHourOfTheSchoolsClock(LocalDate day) {
        var ics = ics(new Invitation(
                Invitation.Kind.REQUEST,
                "I-1001",
                0,
                day.atTime(10, 0).atZone(NEW_YORK),
                Duration.ofMinutes(35),
                "Informational interview (I-1001)",
                "",
                "8 Canal Row",
                "Carla Jimenez",
                "carla@schools.example"));

        var written = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(ics)
                .contains("DTSTART;TZID=America/New_York:%sT100000\r\n".formatted(written))
                .contains("DTEND;TZID=America/New_York:%sT103500\r\n".formatted(written));
    }

    @Test
    void namesTheCoordinatorAndTheReceiver() throws Exception {
        var event = event(read(invitation(Invitation.Kind.REQUEST, 0, "8 Canal Row")));

        assertThat(event.getRequiredProperty(Property.ORGANIZER).toString().strip())
                .isEqualTo("ORGANIZER;CN=Carla Jimenez:mailto:carla@schools.example");
        assertThat(event.getProperties(Property.ATTENDEE)).singleElement().satisfies(attendee -> assertThat(
                        attendee.toString())
                .contains("ROLE=REQ-PARTICIPANT", "PARTSTAT=NEEDS-ACTION", "RSVP=TRUE", ":mailto:nora@clinic.example"));
    }

    @Test
    void isTakenBackUnderTheSameNameWithAHigherNumber() throws Exception {
        var asked = event(read(invitation(Invitation.Kind.REQUEST, 0, "8 Canal Row")));
        var calendar = read(invitation(Invitation.Kind.CANCEL, 1, "8 Canal Row"));
        var takenBack = event(calendar);

        calendar.validate();
        assertThat(value(calendar, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(takenBack, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(takenBack, Property.UID))
                .isEqualTo(value(asked, Property.UID))
                .isEqualTo("I-1001@interviews.example.org");
        assertThat(Integer.parseInt(value(takenBack, Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(value(asked, Property.SEQUENCE)));
    }

    @Test
    void keepsPersonalDataOutOfSharedCalendars() {
        assertThat(ics(invitation(Invitation.Kind.REQUEST, 0, "8 Canal Row")))
                .doesNotContain("Amina", "Bello", "Health sciences");
    }

    @Test
    void foldsLongLinesAndKeepsWordsInTheirProperty() throws Exception {
        var place = "8 Canal Row; Suite 4, é floor\nATTENDEE:mailto:evil@mail.example\n" + "Ring twice. ".repeat(20);
        var invitation = invitation(Invitation.Kind.REQUEST, 0, place);

        assertThat(ics(invitation).split("\r\n")).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        var event = event(read(invitation));
        assertThat(event.getProperties(Property.ATTENDEE)).hasSize(1);
        assertThat(value(event, Property.LOCATION)).isEqualTo(place.strip());
    }

    private static Invitation invitation(Invitation.Kind kind, int sequence, String place) {
        return new Invitation(
                kind,
                "I-1001",
                sequence,
                ZonedDateTime.of(2027, 3, 11, 10, 0, 0, 0, NEW_YORK),
                Duration.ofMinutes(35),
                "Informational interview (I-1001)",
                "",
                place,
                "Carla Jimenez",
                "carla@schools.example");
    }

    private static byte[] bytes(Invitation invitation) {
        return invitation.toIcs("interviews.example.org", "nora@clinic.example", NOW);
    }

    private static String ics(Invitation invitation) {
        return new String(bytes(invitation), UTF_8);
    }

    private static Calendar read(Invitation invitation) throws IOException, ParserException {
        return new CalendarBuilder().build(new ByteArrayInputStream(bytes(invitation)));
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer holder, String property) {
        return holder.getRequiredProperty(property).getValue();
    }
}
