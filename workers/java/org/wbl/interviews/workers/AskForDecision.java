package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Tells coordinator and administrators that go or no-go is not decided yet.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class AskForDecision implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    AskForDecision(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        mails.toCoordinator(Template.DECISION_MISSING, file);
        mails.toAdministrators(Template.DECISION_MISSING, file);
    }
}
