package org.wbl.interviews.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Connections to the mail server that stay open from one mail to the next: most mails then need no handshake.
 *
 * <p>Each sending thread takes a connection for one mail and gives it back, so there are never more of them than
 * threads. Before a kept one is used again, the server is asked whether it still listens. A mail is never tried twice
 * here: the server may have taken it the first time.
 */
@Component
class SmtpConnections implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnections.class);
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);
    private static final int MAILS_PER_CONNECTION = 50;

    private final JavaMailSenderImpl server;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(JavaMailSenderImpl server) {
        this.server = server;
    }

    /** Returns the server's host and port, for messages to the administrator. */
    String address() {
        return "%s:%d".formatted(server.getHost(), server.getPort());
    }

    /** Returns an empty message that keeps this Message-ID. */
    MimeMessage newMessage(String messageId) {
        return new IdentifiedMessage(server.getSession(), messageId);
    }

    void send(MimeMessage message) throws MessagingException {
        var connection = takeIdle();
        if (connection == null) {
            connection = connect();
        }
        try {
            connection.transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException | RuntimeException e) {
            connection.close();
            throw e;
        }
        giveBack(connection.used());
    }

    @Override
    public void destroy() {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    private @Nullable Connection takeIdle() {
        for (var connection = idle.pollLast(); connection != null; connection = idle.pollLast()) {
            if (connection.isAlive()) {
                return connection;
            }
            connection.close();
        }
        return null;
    }

    private Connection connect() throws MessagingException {
        var protocol = server.getProtocol();
        var transport = server.getSession().getTransport(protocol == null ? "smtp" : protocol);
        transport.connect(
                server.getHost(), server.getPort(), orNull(server.getUsername()), orNull(server.getPassword()));
        return new Connection(transport, 0, System.nanoTime());
    }

    private void giveBack(Connection connection) {
        if (connection.mails < MAILS_PER_CONNECTION) {
            idle.addLast(connection);
        } else {
            connection.close();
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** An open connection: how many mails it carried, and when the last one. */
    private record Connection(Transport transport, int mails, long lastUsed) {

        Connection used() {
            return new Connection(transport, mails + 1, System.nanoTime());
        }

        boolean isAlive() {
            return System.nanoTime() - lastUsed < IDLE_LIMIT.toNanos() && transport.isConnected();
        }

        void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.debug("A connection to the mail server was already gone", e);
            }
        }
    }

    /** A message whose id is given; the library would invent a new one whenever it saves the message. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String messageId;

        IdentifiedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
