package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.Employers.Status;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.interview.ThankYous;
import org.wbl.interviews.interview.ThankYous.ThankYou;
import org.wbl.interviews.mail.Template;

/**
 * Queues the coordinator's thanks to the employer, and records that the reflection was told with them.
 *
 * <p>Reads {@code interviewId}; sets nothing. To an employer that is stopped for safety nothing goes.
 */
@Component
class SendEmployerThanks implements JavaDelegate {

    private final Interviews interviews;
    private final ThankYous thankYous;
    private final Permissions permissions;
    private final Employers employers;
    private final Mails mails;

    SendEmployerThanks(
            Interviews interviews, ThankYous thankYous, Permissions permissions, Employers employers, Mails mails) {
        this.interviews = interviews;
        this.thankYous = thankYous;
        this.permissions = permissions;
        this.employers = employers;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        if (employers.status(Objects.requireNonNull(file.employerId())) == Status.DO_NOT_USE) {
            return;
        }
        if (thankYous.withImpact(file.id()).filter(ThankYou::withReflection).isPresent()) {
            permissions.recordDisclosure(
                    file, "first name, grade, program, what the student wrote about the job", "thanks to the employer");
        }
        mails.toEmployer(Template.EMPLOYER_THANKS, file);
    }
}
