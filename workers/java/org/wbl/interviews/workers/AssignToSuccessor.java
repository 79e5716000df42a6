package org.wbl.interviews.workers;

import static org.wbl.interviews.process.StaffProcess.HANDOVER_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Handovers;

/**
 * Gives a task to the coordinator who took interviews over.
 *
 * <p>Reads {@code handoverId}; sets nothing.
 */
@Component
class AssignToSuccessor implements TaskListener {

    private final Handovers handovers;
    private final StaffTasks staffTasks;

    AssignToSuccessor(Handovers handovers, StaffTasks staffTasks) {
        this.handovers = handovers;
        this.staffTasks = staffTasks;
    }

    @Override
    public void notify(DelegateTask task) {
        staffTasks.give(task, handovers.get(HANDOVER_ID.get(task)).successor());
    }
}
