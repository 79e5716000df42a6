package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Gives a task to the coordinator of the interview, or to the deputy while the coordinator is away.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class AssignToCoordinator implements TaskListener {

    private final Interviews interviews;
    private final StaffTasks staffTasks;

    AssignToCoordinator(Interviews interviews, StaffTasks staffTasks) {
        this.interviews = interviews;
        this.staffTasks = staffTasks;
    }

    @Override
    public void notify(DelegateTask task) {
        staffTasks.give(task, interviews.get(INTERVIEW_ID.get(task)).coordinator());
    }
}
