package org.wbl.interviews.workers;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.school.Schools;

/**
 * Mails every coordinator and administrator what is overdue, and whose ratings to look at, if there is anything.
 *
 * <p>Reads nothing; sets nothing.
 */
@Component
class SendDigests implements JavaDelegate {

    private final Schools schools;
    private final Digests digests;
    private final Mails mails;

    SendDigests(Schools schools, Digests digests, Mails mails) {
        this.schools = schools;
        this.digests = digests;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (var school : schools.codes()) {
            digests.of(school)
                    .forEach((address, digest) ->
                            mails.queue(Mail.of(Template.OVERDUE_DIGEST, school, address, digest.group())));
        }
    }
}
