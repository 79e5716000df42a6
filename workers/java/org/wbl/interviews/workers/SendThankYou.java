package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.Employers.Status;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.ThankYous;
import org.wbl.interviews.interview.ThankYous.Kind;
import org.wbl.interviews.mail.Template;

/**
 * Queues the thank-you to the employer that somebody approved last: the student's, or the school's in its place.
 *
 * <p>Reads {@code interviewId}; sets nothing. To an employer that is stopped for safety nothing goes.
 */
@Component
class SendThankYou implements JavaDelegate {

    private final Interviews interviews;
    private final ThankYous thankYous;
    private final Employers employers;
    private final Mails mails;

    SendThankYou(Interviews interviews, ThankYous thankYous, Employers employers, Mails mails) {
        this.interviews = interviews;
        this.thankYous = thankYous;
        this.employers = employers;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        var kind = thankYous.approved(file.id()).orElseThrow().kind();
        if (employers.status(Objects.requireNonNull(file.employerId())) != Status.DO_NOT_USE) {
            mails.toEmployer(kind == Kind.STUDENT ? Template.THANK_YOU : Template.SCHOOL_THANKS, file);
        }
    }
}
