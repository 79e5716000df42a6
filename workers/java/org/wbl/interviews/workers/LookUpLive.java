package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.LIVE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Says whether an employer is spoken to, or a recording watched.
 *
 * <p>Reads the row of the decision table "Interview mode" (column live); sets {@code live}. Fails when the table has no
 * row, or several, for the mode.
 */
@Component
class LookUpLive implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        LIVE.set(execution, ModeRow.of(execution).asks("live"));
    }
}
