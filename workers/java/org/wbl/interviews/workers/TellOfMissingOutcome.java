package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Tells the administrators of the school that nobody has recorded how the interview went.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class TellOfMissingOutcome implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    TellOfMissingOutcome(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        mails.toAdministrators(Template.OUTCOME_MISSING, file);
    }
}
