package org.wbl.interviews.workers;

import static org.wbl.interviews.process.StaffProcess.ABSENCE_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.staff.Absences;

/**
 * Gives the open tasks of somebody who is away to the deputy.
 *
 * <p>Reads {@code absenceId}; sets nothing. May be repeated. New tasks come to the deputy without it.
 */
@Component
class GiveTasksToDeputy implements JavaDelegate {

    private final Absences absences;
    private final StaffTasks staffTasks;

    GiveTasksToDeputy(Absences absences, StaffTasks staffTasks) {
        this.absences = absences;
        this.staffTasks = staffTasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var absence = absences.get(ABSENCE_ID.get(execution));
        staffTasks.of(absence.school(), absence.absent()).forEach(task -> staffTasks.give(task, absence.absent()));
    }
}
