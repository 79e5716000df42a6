package org.wbl.interviews.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/**
 * The interview as an entry for the receiver's calendar, or its removal from there (RFC 5545, 5546, 6047).
 *
 * @param sequence {@code interview.calendar_sequence}, one more than in the invitation before; calendars ignore an
 *     invitation that does not count up
 * @param start with the zone that the entry shall name
 * @param summary the entry's title, without any student's name
 * @param description more lines for the entry, or an empty text
 * @param organizerName the coordinator
 * @param organizerEmail where answers to the entry go
 */
public record Invitation(
        Kind kind,
        String interviewId,
        int sequence,
        ZonedDateTime start,
        Duration length,
        String summary,
        String description,
        String place,
        String organizerName,
        String organizerEmail)
        implements Enclosure {

    /** What the receiver's calendar shall do. */
    public enum Kind {
        /** Add the entry, or change it. */
        REQUEST,
        /** Take the entry out. */
        CANCEL
    }

    /**
     * Writes the entry as an iCalendar file.
     *
     * @param host of our public address; with the interview's id it names the entry for ever
     */
    byte[] toIcs(String host, String attendee, Instant now) {
        var cancelled = kind == Kind.CANCEL;
        var calendar = new Calendar()
                .withProdId("-//Informational Interviews//EN")
                .withDefaults()
                .withProperty(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST)
                .withComponent(TimeZoneRegistryFactory.getInstance()
                        .createRegistry()
                        .getTimeZone(start.getZone().getId())
                        .getVTimeZone())
                .withComponent(event(host, attendee, now, cancelled))
                .getFluentTarget();
        var bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter().output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private VEvent event(String host, String attendee, Instant now, boolean cancelled) {
        return (VEvent) new VEvent(false)
                .withProperty(new Uid("%s@%s".formatted(interviewId, host)))
                .withProperty(new Sequence(sequence))
                .withProperty(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)))
                .withProperty(new DtStart<>(zone(), start.toLocalDateTime()))
                .withProperty(new DtEnd<>(zone(), start.plus(length).toLocalDateTime()))
                .withProperty(new Summary(summary))
                .withProperty(new Description(description))
                .withProperty(new Location(place))
                .withProperty(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED)
                .withProperty(new Organizer(new ParameterList(List.of(new Cn(organizerName))), mailto(organizerEmail)))
                .withProperty(new Attendee(
                        new ParameterList(List.of(Role.REQ_PARTICIPANT, PartStat.NEEDS_ACTION, Rsvp.TRUE)),
                        mailto(attendee)))
                .getFluentTarget();
    }

    /**
     * Goes with a local time: given a zoned one, the library would convert it by rules of its own, which begin daylight
     * saving time up to a week early.
     */
    private ParameterList zone() {
        return new ParameterList(List.of(new TzId(start.getZone().getId())));
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'%s' is no mail address.".formatted(address), e);
        }
    }
}
