package org.wbl.interviews.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server that the application of the stories sends to, and what arrived there. */
class MailServer implements DisposableBean {

    private GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final int port;

    MailServer(JavaMailSenderImpl sender) {
        server.start();
        port = server.getSmtp().getPort();
        sender.setPort(port);
        // Within this machine there is nobody to hide the mails from.
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "false");
    }

    /** The server answers nobody until it {@link #comesBack}. */
    void goesDown() {
        server.stop();
    }

    void comesBack() {
        server = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** Forgets every mail. */
    void clear() {
        if (!server.isRunning()) {
            comesBack();
        }
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Letter> letters() {
        return Stream.of(server.getReceivedMessages()).map(MailServer::read).toList();
    }

    /** Returns the last letter to this address. */
    Letter lastTo(String address) {
        return letters().stream()
                .filter(letter -> letter.to().equals(address))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No mail went to " + address));
    }

    @Override
    public void destroy() {
        server.stop();
    }

    private static Letter read(MimeMessage message) {
        try {
            return new Letter(
                    message.getMessageID(),
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    String.valueOf(message.getReplyTo()[0]),
                    words(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every text of a mail, the calendar entry's too. */
    private static String words(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            var all = new StringBuilder();
            for (var i = 0; i < parts.getCount(); i++) {
                all.append(words(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        return part.isMimeType("text/*") ? new String(part.getInputStream().readAllBytes(), UTF_8) : "";
    }

    /** A mail as it arrived. */
    record Letter(String messageId, String to, String subject, String replyTo, String words) {}
}
