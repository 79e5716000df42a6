package org.wbl.interviews.workers;

import static org.wbl.interviews.process.StaffProcess.HANDOVER_ID;
import static org.wbl.interviews.process.StaffProcess.MORE_LEFT;
import static org.wbl.interviews.process.StaffProcess.TASKS_MOVED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Handovers;
import org.wbl.interviews.process.StaffIdentity;

/**
 * Hands at most fifty interviews, with their open tasks, over to another coordinator.
 *
 * <p>Reads {@code handoverId} and {@code handoverTasks}; sets {@code handoverTasks} and {@code handoverMoreLeft}.
 * Repeated, it goes on where it stood.
 */
@Component
class HandOver implements JavaDelegate {

    private static final int BATCH = 50;

    private final Handovers handovers;
    private final StaffTasks staffTasks;
    private final StaffIdentity staff;

    HandOver(Handovers handovers, StaffTasks staffTasks, StaffIdentity staff) {
        this.handovers = handovers;
        this.staffTasks = staffTasks;
        this.staff = staff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var handover = handovers.get(HANDOVER_ID.get(execution));
        if (staff.contact(handover.successor()).isEmpty()) {
            throw new IllegalStateException(
                    "The account '%s' of the coordinator who takes over is gone. Create it again and"
                                    .formatted(handover.successor())
                            + " retry, or delete this handover and start another.");
        }
        var limit = handover.most() == null ? BATCH : Math.min(BATCH, handover.most() - handover.moved());
        var interviews = handovers.move(handover, limit);
        var tasks = staffTasks.of(handover.school(), handover.outgoing(), interviews);
        if (interviews.isEmpty() && handover.most() == null) {
            tasks = staffTasks.of(handover.school(), handover.outgoing()).stream()
                    .limit(BATCH)
                    .toList();
        }
        tasks.forEach(task -> staffTasks.give(task, handover.successor()));
        TASKS_MOVED.set(execution, TASKS_MOVED.get(execution) + tasks.size());
        MORE_LEFT.set(execution, !interviews.isEmpty() || tasks.size() == BATCH);
    }
}
