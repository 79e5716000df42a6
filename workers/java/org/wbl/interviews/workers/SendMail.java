package org.wbl.interviews.workers;

import java.util.ArrayList;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.mail.Enclosure;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Postman;

/**
 * Sends one mail of the mail log.
 *
 * <p>Reads the business key, which is the mail's id; sets nothing. Repeated, it sends nothing again. What a mail tells
 * an employer of a student is recorded with it. A mail whose sending was cut off is sent again under the same
 * Message-ID.
 */
@Component
class SendMail implements JavaDelegate {

    private final MailLog log;
    private final MailFacts facts;
    private final Postman postman;
    private final Permissions disclosures;

    SendMail(MailLog log, MailFacts facts, Postman postman, Permissions disclosures) {
        this.log = log;
        this.facts = facts;
        this.postman = postman;
        this.disclosures = disclosures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(execution.getProcessBusinessKey());
        var mail = log.get(id).mail();
        var enclosures = new ArrayList<Enclosure>();
        facts.invitation(mail).ifPresent(enclosures::add);
        facts.workbook(mail).ifPresent(enclosures::add);
        facts.disclosure(mail)
                .ifPresent(told -> disclosures.recordDisclosure(
                        told,
                        "first name, grade, program, questions",
                        mail.template().code()));
        postman.send(id, facts.of(mail), enclosures.toArray(Enclosure[]::new));
    }
}
