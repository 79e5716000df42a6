package org.wbl.interviews.mail;

/** The mail server takes no mail for the receiver's address, and never will. */
public class AddressRefused extends MailNotSent {

    private static final long serialVersionUID = 1L;

    private final String reason;

    AddressRefused(String message, String reason, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns why, in words for whoever looks after the address, such as "the mailbox is full". */
    public String reason() {
        return reason;
    }
}
