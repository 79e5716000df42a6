package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ImpactProcess.SCHOOL_YEAR;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.ImpactLetters;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.school.SchoolYear;

/**
 * Sends the letter of the school year to every active employer that hosted; each is signed by the coordinator who looks
 * after it.
 *
 * <p>Reads {@code schoolYear}; sets nothing.
 */
@Component
class SendImpactLetters implements JavaDelegate {

    private final ImpactLetters letters;
    private final Mails mails;

    SendImpactLetters(ImpactLetters letters, Mails mails) {
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var school = Objects.requireNonNull(execution.getTenantId());
        for (var host : letters.hosts(school, new SchoolYear(SCHOOL_YEAR.get(execution)))) {
            mails.queue(Mail.of(Template.IMPACT_LETTER, school, host.email(), "employers")
                    .toPerson(host.contactId())
                    .aboutEmployer(host.employerId()));
        }
    }
}
