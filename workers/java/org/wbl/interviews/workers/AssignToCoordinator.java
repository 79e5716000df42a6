package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Gives a task to the coordinator of the interview.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class AssignToCoordinator implements TaskListener {

    private final Interviews interviews;

    AssignToCoordinator(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setAssignee(interviews.get(INTERVIEW_ID.get(task)).coordinator());
    }
}
