package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Reminds the administrators of the school of an activity that waits for their approval.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class RemindOfApproval implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    RemindOfApproval(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        mails.toAdministrators(Template.APPROVAL_REMINDER, file);
    }
}
