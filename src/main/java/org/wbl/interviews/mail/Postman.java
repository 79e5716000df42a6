package org.wbl.interviews.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one queued mail to the mail server.
 *
 * <p>A mail that was sent is not sent again. Should the application die between the server's "taken" and our commit,
 * the retry carries the same Message-ID, by which mail programs show it once.
 */
@Component
public class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final Pattern ENHANCED_CODE = Pattern.compile("\\b5\\.((\\d{1,3})\\.\\d{1,3})\\b");
    private static final Set<String> ABOUT_THE_MAILBOX = Set.of("1", "2");
    private static final Set<Integer> UNKNOWN_MAILBOX = Set.of(550, 551, 553);

    private final MailLog log;
    private final Letters letters;
    private final SmtpConnections connections;
    private final MailSettings settings;
    private final Clock clock;
    private final PublicUrl publicUrl;

    Postman(
            MailLog log,
            Letters letters,
            SmtpConnections connections,
            MailSettings settings,
            Clock clock,
            PublicUrl publicUrl) {
        this.log = log;
        this.letters = letters;
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /**
     * Sends the mail, unless it was sent before.
     *
     * @param model the facts of its letter, as {@link Template} lists them
     * @param enclosures what goes with the letter: at most one invitation, and files
     * @throws AddressRefused if the mail server takes no mail for this address; whoever catches it may go on in the
     *     same transaction
     * @throws MailNotSent if the mail server does not take it; the message tells the administrator what to do
     * @throws IllegalArgumentException if a fact is missing, or would start a header of its own
     */
    @Transactional(noRollbackFor = AddressRefused.class)
    public void send(UUID mailId, Map<String, Object> model, Enclosure... enclosures) {
        var entry = log.claim(mailId);
        if (entry.sentAt() != null) {
            LOG.info("Mail {} was already sent at {}", mailId, entry.sentAt());
            return;
        }
        var letter = letters.render(entry.mail().template(), model);
        var now = clock.instant();
        deliver(entry, message(entry, letter, model, now, enclosures));
        log.markSent(mailId, now);
        LOG.info("Mail {} ({}) sent", mailId, entry.mail().template());
    }

    private void deliver(MailLog.Entry entry, MimeMessage message) {
        var server = connections.address();
        try {
            connections.send(message);
        } catch (MailConnectException e) {
            throw new MailNotSent(
                    ("The mail server at %s does not answer. The mail stays queued and is tried again; after five"
                                    + " tries an incident waits in Cockpit. Check SMTP_HOST and SMTP_PORT, and that"
                                    + " the server runs.")
                            .formatted(server),
                    e);
        } catch (AuthenticationFailedException e) {
            throw new MailNotSent(
                    "The mail server at %s does not accept our user name or password. Check SMTP_USER and SMTP_PASSWORD."
                            .formatted(server),
                    e);
        } catch (SendFailedException e) {
            throw refusal(entry, e);
        } catch (MessagingException e) {
            throw new MailNotSent(
                    ("The mail server at %s broke off: %s. The mail stays queued and is tried again. If it speaks of"
                                    + " STARTTLS or certificates, the server must offer TLS under its own name.")
                            .formatted(server, e.getMessage()),
                    e);
        }
    }

    /** What to do about a mail that the server understood but did not take; its own words may name people. */
    private MailNotSent refusal(MailLog.Entry entry, SendFailedException failure) {
        var server = connections.address();
        for (Exception e = failure; e instanceof MessagingException reason; e = reason.getNextException()) {
            var code = replyCode(e);
            if (code >= 400 && code < 500) {
                return new MailNotSent(
                        ("The mail server at %s asks us to come back later (%d). The mail stays queued and is tried"
                                        + " again; after five tries an incident waits in Cockpit.")
                                .formatted(server, code),
                        failure);
            }
            if (e instanceof SMTPSenderFailedException) {
                return new MailNotSent(
                        ("The mail server at %s does not let us send from '%s' (%d). Allow it there or change MAIL_FROM,"
                                        + " then retry in Cockpit.")
                                .formatted(server, settings.from(), code),
                        failure);
            }
            if (e instanceof SMTPAddressFailedException && isAboutTheAddress(code, e.getMessage())) {
                return new AddressRefused(
                        ("The mail server at %s does not know the receiver's address (%d). Correct it in row '%s' of"
                                        + " interviews.mail_log, then retry in Cockpit.")
                                .formatted(server, code, entry.mail().id()),
                        reason(e.getMessage()),
                        failure);
            }
        }
        return new MailNotSent(
                ("The mail server at %s does not take mail '%s' (%d). Its own log says why; mend that, then retry in"
                                + " Cockpit.")
                        .formatted(server, entry.mail().id(), replyCode(failure)),
                failure);
    }

    /** Not, for example, that the server relays nothing for us: by its enhanced code (RFC 3463), else by its code. */
    private static boolean isAboutTheAddress(int code, @Nullable String words) {
        var enhanced = ENHANCED_CODE.matcher(Objects.requireNonNullElse(words, ""));
        return enhanced.find() ? ABOUT_THE_MAILBOX.contains(enhanced.group(2)) : UNKNOWN_MAILBOX.contains(code);
    }

    /** What an enhanced code says of an address (RFC 3463, 3.2 and 3.3); servers' own words may be in any language. */
    private static String reason(@Nullable String words) {
        var enhanced = ENHANCED_CODE.matcher(Objects.requireNonNullElse(words, ""));
        return switch (enhanced.find() ? enhanced.group(1) : "") {
            case "1.2", "1.10" -> "mail for this domain goes nowhere";
            case "1.6" -> "the mailbox has moved";
            case "2.1" -> "the mailbox is closed";
            case "2.2" -> "the mailbox is full";
            case "2.3" -> "the mail is too long for this mailbox";
            default -> "there is no such mailbox";
        };
    }

    private static int replyCode(Exception failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException sending ? sending.getReturnCode() : 0;
    }

    private MimeMessage message(
            MailLog.Entry entry, Letter letter, Map<String, Object> model, Instant now, Enclosure... enclosures) {
        var recipient = address("recipient", entry.mail().recipient());
        try {
            var message = connections.newMessage(entry.messageId());
            message.setFrom(named(address("interviews.mail.from", settings.from()), oneLine("schoolName", model)));
            if (!"".equals(model.get("contactEmail"))) {
                message.setReplyTo(new InternetAddress[] {
                    named(address("contactEmail", oneLine("contactEmail", model)), oneLine("contactName", model))
                });
            }
            message.setRecipient(RecipientType.TO, recipient);
            message.setSubject(oneLine("subject", letter.subject()), UTF_8.name());
            message.setSentDate(Date.from(now));
            message.setHeader("Auto-Submitted", "auto-generated");
            if (model.get("stopLink") instanceof String stopLink) {
                message.setHeader("List-Unsubscribe", "<" + stopLink + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            message.setContent(content(letter, recipient.getAddress(), now, enclosures));
            message.saveChanges();
            return message;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(
                    "Mail %s cannot be built.".formatted(entry.mail().id()), e);
        }
    }

    /** The letter as text and page, and the calendar entry as a third form of it; files follow. */
    private MimeMultipart content(Letter letter, String recipient, Instant now, Enclosure... enclosures)
            throws MessagingException, IOException {
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(letter.text(), "text/plain; charset=UTF-8"));
        alternatives.addBodyPart(part(letter.html(), "text/html; charset=UTF-8"));
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(part(alternatives));
        for (var enclosure : enclosures) {
            if (enclosure instanceof Invitation invitation) {
                var ics = invitation.toIcs(publicUrl.host(), recipient, now);
                alternatives.addBodyPart(part(
                        new String(ics, UTF_8),
                        "text/calendar; method=%s; charset=UTF-8".formatted(invitation.kind())));
                mixed.addBodyPart(file(new Attachment("invite.ics", "application/ics", ics)));
            } else if (enclosure instanceof Attachment attachment) {
                mixed.addBodyPart(file(attachment));
            }
        }
        return mixed.getCount() == 1 ? alternatives : mixed;
    }

    private static BodyPart part(MimeMultipart parts) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static BodyPart part(String text, String type) throws MessagingException, IOException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static BodyPart file(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
        part.setFileName(oneLine("attachment", attachment.name()));
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress named(InternetAddress address, String name) throws UnsupportedEncodingException {
        address.setPersonal(name, UTF_8.name());
        return address;
    }

    private static InternetAddress address(String field, String address) {
        try {
            return EmailAddress.parse(address);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "The %s of this mail %s. Correct it, then retry in Cockpit.".formatted(field, e.getMessage()));
        }
    }

    private static String oneLine(String field, Map<String, Object> model) {
        return oneLine(field, String.valueOf(model.get(field)));
    }

    private static String oneLine(String field, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The %s of this mail must be one line. Correct it, then retry in Cockpit.".formatted(field));
        }
        return value;
    }
}
