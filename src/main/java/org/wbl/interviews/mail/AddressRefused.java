package org.wbl.interviews.mail;

/** The mail server takes no mail for the receiver's address, and never will. */
public class AddressRefused extends MailNotSent {

    private static final long serialVersionUID = 1L;

    AddressRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
