package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.ADDRESSEE;
import static org.wbl.interviews.process.AddressProcess.ADDRESS_REFUSED;
import static org.wbl.interviews.process.AddressProcess.REFUSED_MAIL;
import static org.wbl.interviews.process.InterviewProcess.CONTACT_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.ArrayList;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.mail.AddressRefused;
import org.wbl.interviews.mail.Enclosure;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Postman;

/**
 * Sends one mail of the mail log, unless it is no longer needed.
 *
 * <p>Reads the business key, which is the mail's id; sets {@code addressRefused}, and when the mail server takes no
 * mail for the address of an employer, a family or a student {@code addressee}, {@code refusedMail} and
 * {@code interviewId} or {@code contactId}. Repeated, it sends nothing again. What a mail tells an employer of a
 * student is recorded with it. A mail whose sending was cut off is sent again under the same Message-ID.
 */
@Component
class SendMail implements JavaDelegate {

    private final MailLog log;
    private final MailFacts facts;
    private final MailTimes times;
    private final Postman postman;
    private final Permissions disclosures;

    SendMail(MailLog log, MailFacts facts, MailTimes times, Postman postman, Permissions disclosures) {
        this.log = log;
        this.facts = facts;
        this.times = times;
        this.postman = postman;
        this.disclosures = disclosures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(execution.getProcessBusinessKey());
        var mail = log.get(id).mail();
        if (!times.isNeeded(mail)) {
            log.drop(id);
            ADDRESS_REFUSED.set(execution, false);
            return;
        }
        var enclosures = new ArrayList<Enclosure>();
        facts.invitation(mail).ifPresent(enclosures::add);
        facts.workbook(mail).ifPresent(enclosures::add);
        try {
            postman.send(id, facts.of(mail), enclosures.toArray(Enclosure[]::new));
        } catch (AddressRefused e) {
            refused(execution, mail, e);
            log.refuse(id, e.reason());
            return;
        }
        facts.disclosure(mail)
                .ifPresent(told -> disclosures.recordDisclosure(
                        told,
                        "first name, grade, program, questions",
                        mail.template().code()));
        ADDRESS_REFUSED.set(execution, false);
    }

    /** The addresses of staff are the administrators' to correct: their mail waits as an incident. */
    private static void refused(DelegateExecution execution, Mail mail, AddressRefused refusal) {
        if (mail.personId() == null) {
            throw refusal;
        }
        ADDRESS_REFUSED.set(execution, true);
        ADDRESSEE.set(execution, mail.role() + ":" + mail.personId());
        REFUSED_MAIL.set(execution, mail.id().toString());
        if (mail.interviewId() != null) {
            INTERVIEW_ID.set(execution, mail.interviewId());
        } else {
            CONTACT_ID.set(execution, mail.personId());
        }
    }
}
