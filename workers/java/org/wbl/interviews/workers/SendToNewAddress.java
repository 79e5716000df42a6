package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.ADDRESSEE;
import static org.wbl.interviews.process.AddressProcess.REFUSED_MAIL;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.mail.MailLog;

/**
 * Sends the mail that was refused to the address that is right now. A mail with a link is not sent again: a new link
 * went there.
 *
 * <p>Reads {@code refusedMail} and {@code addressee}; sets nothing.
 */
@Component
class SendToNewAddress implements JavaDelegate {

    private final MailLog log;
    private final Mails mails;
    private final Corrections corrections;

    SendToNewAddress(MailLog log, Mails mails, Corrections corrections) {
        this.log = log;
        this.mails = mails;
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var mail = log.get(UUID.fromString(REFUSED_MAIL.get(execution))).mail();
        if (mail.formLinkId() == null) {
            corrections
                    .find(Objects.requireNonNull(execution.getTenantId()), ADDRESSEE.get(execution))
                    .ifPresent(person -> mails.queue(mail.readdressed(person.email())));
        }
    }
}
