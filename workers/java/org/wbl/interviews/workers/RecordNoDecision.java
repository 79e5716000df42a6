package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;

/**
 * Ends the preparation when nobody decided in time.
 *
 * <p>Reads nothing; sets {@code ending} to NOT_PREPARED.
 */
@Component
class RecordNoDecision implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        ENDING.set(execution, Ending.NOT_PREPARED.name());
    }
}
