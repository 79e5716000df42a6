package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.ADDRESSEE;
import static org.wbl.interviews.process.AddressProcess.ASK_AT_ONCE;
import static org.wbl.interviews.process.AddressProcess.WRONG_PERSON_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.form.WrongPersons;
import org.wbl.interviews.mail.EmailAddress;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.process.StartLinks;

/**
 * Records that somebody says another person should answer, and ends the link. An employer's colleague takes over at
 * once, unless the form is one that asks for a code, which whoever got it by mistake must not send on, or the contact
 * has other interviews under way, which would change hands as well.
 *
 * <p>Reads the link and the answers {@code rightName}, {@code rightEmail} and {@code reason}; sets {@code addressee},
 * {@code wrongPersonId} and {@code askAtOnce}. Refuses what is no address, and the address that was asked.
 */
@Component
class RecordWrongPerson implements ExecutionListener {

    private final FormLinks links;
    private final WrongPersons wrongPersons;
    private final Corrections corrections;

    RecordWrongPerson(FormLinks links, WrongPersons wrongPersons, Corrections corrections) {
        this.links = links;
        this.wrongPersons = wrongPersons;
        this.corrections = corrections;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var link = links.get(UUID.fromString(StartLinks.LINK.get(execution)));
        var person = corrections.addressee(link.school(), link.role() + ":" + link.personId());
        var name = answers.find("rightName").map(String::strip);
        var email = answers.find("rightEmail").map(String::strip);
        if (email.isPresent() && !EmailAddress.isValid(email.get())) {
            throw new Refusal("The e-mail address must be one address of the form name@domain, or stay empty.");
        }
        if (email.filter(person.email()::equalsIgnoreCase).isPresent()) {
            throw new Refusal("This is the address that we wrote to. Leave it empty if you do not know another one.");
        }
        var atOnce = "employers".equals(link.role())
                && !link.asksCode()
                && name.isPresent()
                && email.isPresent()
                && corrections.hasNothingElseOpen(person);
        ADDRESSEE.set(execution, person.key());
        WRONG_PERSON_ID.set(
                execution,
                wrongPersons.keep(
                        link.id(),
                        person.name(),
                        person.email(),
                        name.orElse(null),
                        email.orElse(null),
                        answers.text("reason")));
        ASK_AT_ONCE.set(execution, atOnce);
        if (atOnce) {
            corrections.correct(person, email.get(), name.get(), person.phone());
        }
        links.revoke(link.id());
    }
}
