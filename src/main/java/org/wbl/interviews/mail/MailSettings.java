package org.wbl.interviews.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How our mails look to mail servers.
 *
 * @param from the address that mails come from; the mail server must let us send from it
 */
@ConfigurationProperties("interviews.mail")
record MailSettings(@DefaultValue("interviews@localhost") String from) {

    MailSettings {
        if (!EmailAddress.isValid(from)) {
            throw new IllegalArgumentException(
                    "MAIL_FROM must be one address of the form name@domain: mails come from it.");
        }
    }
}
