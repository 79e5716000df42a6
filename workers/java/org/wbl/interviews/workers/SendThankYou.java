package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Queues the student's thank-you to the employer.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class SendThankYou implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    SendThankYou(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.toEmployer(Template.THANK_YOU, interviews.get(INTERVIEW_ID.get(execution)));
    }
}
