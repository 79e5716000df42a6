package org.wbl.interviews.mail;

/** A mail could not be sent; the message tells the administrator what to do. */
public class MailNotSent extends RuntimeException {

    MailNotSent(String message, Throwable cause) {
        super(message, cause);
    }

    MailNotSent(String message) {
        super(message);
    }
}
