package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.MOVE_ALLOWED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Records whether an interview is moved once more.
 *
 * <p>Reads the answer {@code moveAgain}; sets {@code moveAllowed}.
 */
@Component
class RecordMoveDecision implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        MOVE_ALLOWED.set(task, new Answers(task).yes("moveAgain"));
    }
}
