package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.ADDRESSEE;
import static org.wbl.interviews.process.AddressProcess.CORRECTED_MESSAGE;
import static org.wbl.interviews.process.AddressProcess.REFUSED_KEY;
import static org.wbl.interviews.process.AddressProcess.WRONG_PERSON_ID;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormLink;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.form.WrongPersons;
import org.wbl.interviews.mail.MailLog;

/**
 * Sends somebody's open links to the address that is right now, and ends those that went to the old one. Mails that
 * wait for this address go on, by the message "AddressCorrected". The link that somebody gave back goes to the right
 * person.
 *
 * <p>Reads {@code addressee} and {@code wrongPersonId}; sets nothing.
 */
@Component
class SendLinksAgain implements JavaDelegate {

    private final FormLinks links;
    private final MailLog log;
    private final Mails mails;
    private final Corrections corrections;
    private final WrongPersons wrongPersons;
    private final TaskService tasks;
    private final RuntimeService runtime;

    SendLinksAgain(
            FormLinks links,
            MailLog log,
            Mails mails,
            Corrections corrections,
            WrongPersons wrongPersons,
            TaskService tasks,
            RuntimeService runtime) {
        this.links = links;
        this.log = log;
        this.mails = mails;
        this.corrections = corrections;
        this.wrongPersons = wrongPersons;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = ADDRESSEE.get(execution);
        corrections.find(Objects.requireNonNull(execution.getTenantId()), key).ifPresent(person -> Stream.concat(
                        links.openOf(person.role(), person.personId()).stream(), handedOn(execution))
                .sorted(Comparator.comparing(link -> link.taskId() != null)) // first what goes out with the next mail
                .forEach(link -> sendAgain(link, person.email())));
        runtime.createExecutionQuery()
                .processDefinitionKey(REFUSED_KEY)
                .processVariableValueEquals(ADDRESSEE.name(), key)
                .messageEventSubscriptionName(CORRECTED_MESSAGE)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(CORRECTED_MESSAGE, waiting.getId()));
    }

    /** The link that somebody could not answer for another person; none when its task is done, or has a new one. */
    private Stream<FormLink> handedOn(DelegateExecution execution) {
        return WRONG_PERSON_ID
                .find(execution)
                .map(id -> links.get(wrongPersons.get(id).formLinkId()))
                .filter(link -> links.isWithoutLink(Objects.requireNonNull(link.taskId())))
                .filter(link -> tasks.createTaskQuery().taskId(link.taskId()).count() > 0)
                .stream();
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
