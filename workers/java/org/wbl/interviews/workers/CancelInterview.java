package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CANCELLED_MESSAGE;
import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends the message "InterviewCancelled" to the interview, wherever it stands.
 *
 * <p>Reads {@code interviewId} and {@code ending}; sets {@code ending} there. Repeated, or when the interview was
 * closed meanwhile, it reaches nobody and changes nothing.
 */
@Component
class CancelInterview implements JavaDelegate {

    private final RuntimeService runtime;

    CancelInterview(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runtime.createMessageCorrelation(CANCELLED_MESSAGE)
                .processInstanceBusinessKey(INTERVIEW_ID.get(execution))
                .setVariable(ENDING.name(), ENDING.get(execution))
                .correlateAll();
    }
}
