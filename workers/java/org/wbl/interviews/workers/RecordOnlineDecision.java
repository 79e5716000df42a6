package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.TAKES_PLACE;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Records whether an interview takes place though the school is closed.
 *
 * <p>Reads the answer {@code online}; sets {@code takesPlace}.
 */
@Component
class RecordOnlineDecision implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        TAKES_PLACE.set(task, new Answers(task).yes("online"));
    }
}
