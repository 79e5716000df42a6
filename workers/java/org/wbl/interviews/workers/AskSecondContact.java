package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.REFUSED_MAIL;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.Employers.Contact;
import org.wbl.interviews.form.FormLink;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Template;

/**
 * Asks somebody else at an employer when nobody has opened the invitation, or the mail server takes no mail for its
 * address. The first link ends: one person answers for the employer.
 *
 * <p>Reads {@code interviewId}, and {@code refusedMail} where a mail was refused; sets nothing. Nothing happens when
 * the invitation was opened or answered, when the refused mail was another one, or when everybody at the employer was
 * asked.
 */
@Component
class AskSecondContact implements JavaDelegate {

    private static final String INVITATION = "Activity_AnswerInvitation";
    private static final String EMPLOYERS = "employers";

    private final FormLinks links;
    private final Employers employers;
    private final Interviews interviews;
    private final MailLog log;
    private final Mails mails;
    private final MailTimes times;

    AskSecondContact(
            FormLinks links, Employers employers, Interviews interviews, MailLog log, Mails mails, MailTimes times) {
        this.links = links;
        this.employers = employers;
        this.interviews = interviews;
        this.log = log;
        this.mails = mails;
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var interview = INTERVIEW_ID.find(execution).orElse(null);
        if (interview == null
                || !REFUSED_MAIL.find(execution).map(this::invites).orElse(true)) {
            return;
        }
        links.unopened(INVITATION, interview)
                .ifPresent(link -> log.request(link.id()).filter(times::mayGo).ifPresent(request -> somebodyElse(
                                link, interview)
                        .ifPresent(contact -> ask(contact, interview, link, request))));
    }

    private boolean invites(String mail) {
        return log.get(UUID.fromString(mail)).mail().template() == Template.EMPLOYER_INVITATION;
    }

    private Optional<Contact> somebodyElse(FormLink link, String interview) {
        return employers.contactsOf(employers.contact(link.personId()).employerId()).stream()
                .filter(contact -> !links.wasAsked(EMPLOYERS, contact.id(), interview))
                .findFirst();
    }

    private void ask(Contact contact, String interview, FormLink link, Mail request) {
        interviews.askInstead(interview, contact.id());
        var anew = link.anewFor(contact.id());
        links.replace(link, anew);
        mails.queue(request.readdressed(contact.email()).toPerson(contact.id()).withFormLink(anew.id()));
    }
}
