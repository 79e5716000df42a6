package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Tells everybody who knows of the interview that it is off.
 *
 * <p>Reads {@code interviewId}; sets nothing. The employer is told only if invited, and not yet refused.
 */
@Component
class CallOff implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    CallOff(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = INTERVIEW_ID.get(execution);
        var file = interviews.get(id);
        if (file.startsAt() != null) {
            interviews.nextCalendarSequence(id);
        }
        if (file.startsAt() != null || "INVITED".equals(file.status())) {
            mails.toEmployer(Template.CANCELLATION, file);
        }
        mails.toStudent(Template.CANCELLATION, file);
    }
}
