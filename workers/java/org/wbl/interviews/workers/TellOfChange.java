package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Tells everybody who knows of the interview what it is now, with new calendar entries.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class TellOfChange implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    TellOfChange(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        mails.toEmployer(Template.INTERVIEW_CHANGED, file);
        mails.toStudent(Template.INTERVIEW_CHANGED, file);
        mails.toGuardian(Template.INTERVIEW_CHANGED, file);
        mails.toTeacher(Template.INTERVIEW_CHANGED, file);
        mails.toCoordinator(Template.INTERVIEW_CHANGED, file);
    }
}
