package org.wbl.interviews.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a person reads it.
 *
 * @param html null in a mail of plain text
 * @param text null in a mail without plain text
 */
record ReadableMail(
        String sender,
        String subject,
        @Nullable String messageId,
        @Nullable String html,
        @Nullable String text,
        List<File> files) {

    private static final int DEEPEST = 10;

    static ReadableMail of(byte[] source) throws MessagingException, IOException {
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
        var reading = new Reading();
        reading.take(message, 0);
        return new ReadableMail(
                sender(message.getFrom()),
                Objects.requireNonNullElse(message.getSubject(), ""),
                message.getMessageID(),
                reading.html,
                reading.text,
                List.copyOf(reading.files));
    }

    private static String sender(Address @Nullable [] from) {
        if (from == null || from.length == 0) {
            return "";
        }
        return from[0] instanceof InternetAddress address && address.getPersonal() != null
                ? "%s <%s>".formatted(address.getPersonal(), address.getAddress())
                : from[0].toString();
    }

    /** An attachment. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares files
    record File(String name, byte[] content) {

        public int kilobytes() {
            return Math.max(1, Math.round(content.length / 1024f));
        }
    }

    private static final class Reading {

        private @Nullable String html;
        private @Nullable String text;
        private final List<File> files = new ArrayList<>();

        void take(Part part, int depth) throws MessagingException, IOException {
            var name = part.getFileName();
            if (name != null) {
                files.add(new File(name, content(part)));
            } else if (part.isMimeType("multipart/*") && depth < DEEPEST) {
                var parts = (Multipart) part.getContent();
                for (var i = 0; i < parts.getCount(); i++) {
                    take(parts.getBodyPart(i), depth + 1);
                }
            } else if (part.isMimeType("text/html") && html == null) {
                html = text(part);
            } else if (part.isMimeType("text/plain") && text == null) {
                text = text(part);
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            return part.getContent() instanceof String words ? words : new String(content(part), UTF_8);
        }

        private static byte[] content(Part part) throws MessagingException, IOException {
            try (var content = part.getInputStream()) {
                return content.readAllBytes();
            }
        }
    }
}
