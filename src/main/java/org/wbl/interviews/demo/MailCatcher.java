package org.wbl.interviews.demo;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The mail server of the demo: takes every mail, delivers none.
 *
 * <p>Listens on this machine only, at {@code spring.mail.port} or, when that is 0, at a free port.
 */
@Component
@Profile("demo")
class MailCatcher implements SimpleMessageListener, DisposableBean {

    private static final int LARGEST_MAIL = 20 * 1024 * 1024;

    private final Mailbox mailbox;
    private final SMTPServer server;

    MailCatcher(Mailbox mailbox, JavaMailSenderImpl sender) {
        this.mailbox = mailbox;
        this.server = SMTPServer.port(sender.getPort())
                .bindAddress(InetAddress.getLoopbackAddress())
                .maxMessageSize(LARGEST_MAIL)
                .simpleMessageListener(this)
                .build();
        start(sender);
    }

    private void start(JavaMailSenderImpl sender) {
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Port %d, where the demo would catch its mails, is taken. Set spring.mail.port to 0."
                            .formatted(sender.getPort()),
                    e);
        }
        sender.setPort(server.getPortAllocated());
    }

    @Override
    public boolean accept(String from, String recipient) {
        return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
        var source = data.readAllBytes();
        try {
            mailbox.keep(recipient, ReadableMail.of(source), source);
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be read.", e);
        }
    }

    @Override
    public void destroy() {
        server.stop();
    }
}
