package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CANCELLED_MESSAGE;
import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Permissions;

/**
 * Sends the message "InterviewCancelled" to the interview, wherever it stands. With the ending CONSENT_WITHDRAWN the
 * permission counts no more, for whatever is still sent.
 *
 * <p>Reads {@code interviewId} and {@code ending}; sets {@code ending} there. Repeated, or when the interview was
 * closed meanwhile, it reaches nobody and changes nothing.
 */
@Component
class CancelInterview implements JavaDelegate {

    private final Permissions permissions;
    private final RuntimeService runtime;

    CancelInterview(Permissions permissions, RuntimeService runtime) {
        this.permissions = permissions;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var interview = INTERVIEW_ID.get(execution);
        if (Ending.CONSENT_WITHDRAWN.name().equals(ENDING.get(execution))) {
            permissions.withdraw(interview, null);
        }
        runtime.createMessageCorrelation(CANCELLED_MESSAGE)
                .processInstanceBusinessKey(interview)
                .setVariable(ENDING.name(), ENDING.get(execution))
                .correlateAll();
    }
}
