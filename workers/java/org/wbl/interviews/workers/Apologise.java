package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Apologises to the employer for a student who did not come.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class Apologise implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    Apologise(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.toEmployer(Template.APOLOGY, interviews.get(INTERVIEW_ID.get(execution)));
    }
}
