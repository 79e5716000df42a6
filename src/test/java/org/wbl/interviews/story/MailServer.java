package org.wbl.interviews.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server that the application of the stories sends to, and what arrived there. */
class MailServer implements DisposableBean {

    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private GreenMail server = new RefusingServer(ServerSetup.SMTP.dynamicPort(), refusals);
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
        server = new RefusingServer(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP), refusals);
        server.start();
    }

    /** The server takes no mail for this address, and says so, such as "550 5.1.1 nobody there". */
    void refuses(String address, String answer) {
        refusals.put(address, answer);
    }

    /** Forgets every mail, and whom it refused. */
    void clear() {
        refusals.clear();
        if (!server.isRunning()) {
            comesBack();
        }
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns every letter but copies of what somebody answered, which come after each answer. */
    List<Letter> letters() {
        return everything().stream().filter(letter -> !letter.isCopy()).toList();
    }

    List<Letter> copiesTo(String address) {
        return everything().stream()
                .filter(letter -> letter.isCopy() && letter.to().equals(address))
                .toList();
    }

    List<Letter> everything() {
        return Stream.of(server.getReceivedMessages()).map(MailServer::read).toList();
    }

    List<Letter> lettersTo(String address) {
        return letters().stream().filter(letter -> letter.to().equals(address)).toList();
    }

    /** Returns the last letter to this address. */
    Letter lastTo(String address) {
        return lettersTo(address).stream()
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
                    words(message),
                    files(message),
                    stopLink(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a mail program ends these mails; empty where it cannot. */
    private static String stopLink(MimeMessage message) throws MessagingException {
        var links = message.getHeader("List-Unsubscribe");
        return links == null || message.getHeader("List-Unsubscribe-Post") == null
                ? ""
                : links[0].replaceAll("[<>]", "");
    }

    private static List<String> files(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart parts)) {
            return part.getFileName() == null ? List.of() : List.of(part.getFileName());
        }
        var all = new ArrayList<String>();
        for (var i = 0; i < parts.getCount(); i++) {
            all.addAll(files(parts.getBodyPart(i)));
        }
        return all;
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
    record Letter(
            String messageId,
            String to,
            String subject,
            String replyTo,
            String words,
            List<String> files,
            String stopLink) {

        private boolean isCopy() {
            return subject.startsWith("For you to keep: what you answered");
        }
    }

    private static final class RefusingServer extends GreenMail {

        private final Map<String, String> refusals;

        RefusingServer(ServerSetup setup, Map<String, String> refusals) {
            super(setup);
            this.refusals = refusals;
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setup, Managers unused) {
            managers = new Managers() {

                private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {

                    @Override
                    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
                        return refusals.get(recipient.getEmail());
                    }
                };

                @Override
                public SmtpManager getSmtpManager() {
                    return smtp;
                }
            };
            return super.createServices(setup, managers);
        }
    }
}
