package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.ADDRESSEE;
import static org.wbl.interviews.process.AddressProcess.CORRECTED_MESSAGE;
import static org.wbl.interviews.process.AddressProcess.REFUSED_KEY;

import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormLink;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.mail.MailLog;

/**
 * Sends somebody's open links to the address that is right now, and ends those that went to the old one. Mails that
 * wait for this address go on, by the message "AddressCorrected".
 *
 * <p>Reads {@code addressee}; sets nothing.
 */
@Component
class SendLinksAgain implements JavaDelegate {

    private final FormLinks links;
    private final MailLog log;
    private final Mails mails;
    private final Corrections corrections;
    private final RuntimeService runtime;

    SendLinksAgain(FormLinks links, MailLog log, Mails mails, Corrections corrections, RuntimeService runtime) {
        this.links = links;
        this.log = log;
        this.mails = mails;
        this.corrections = corrections;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = ADDRESSEE.get(execution);
        corrections.find(Objects.requireNonNull(execution.getTenantId()), key).ifPresent(person -> links.openOf(
                        person.role(), person.personId())
                .forEach(link -> sendAgain(link, person.email())));
        runtime.createExecutionQuery()
                .processDefinitionKey(REFUSED_KEY)
                .processVariableValueEquals(ADDRESSEE.name(), key)
                .messageEventSubscriptionName(CORRECTED_MESSAGE)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(CORRECTED_MESSAGE, waiting.getId()));
    }

    private void sendAgain(FormLink old, String email) {
        if (old.taskId() == null) {
            // No mail of its own: the next mail to this person has a new one.
            links.revoke(old.id());
            return;
        }
        var task = old.taskId();
        log.request(old.id()).ifPresent(request -> {
            var anew = old.anew();
            links.revoke(task);
            links.issue(anew);
            mails.queue(request.readdressed(email).withFormLink(anew.id()));
        });
    }
}
