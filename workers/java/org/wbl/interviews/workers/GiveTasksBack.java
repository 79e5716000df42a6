package org.wbl.interviews.workers;

import static org.wbl.interviews.process.StaffProcess.ABSENCE_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.staff.Absences;

/**
 * Gives the tasks that a deputy has not done back to who was away.
 *
 * <p>Reads {@code absenceId}; sets nothing. May be repeated. Tasks that were given to others meanwhile stay theirs.
 */
@Component
class GiveTasksBack implements JavaDelegate {

    private final Absences absences;
    private final StaffTasks staffTasks;

    GiveTasksBack(Absences absences, StaffTasks staffTasks) {
        this.absences = absences;
        this.staffTasks = staffTasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var absence = absences.get(ABSENCE_ID.get(execution));
        absences.end(absence.id());
        staffTasks
                .lentTo(absence.deputy(), absence.school(), absence.absent())
                .forEach(task -> staffTasks.give(task, absence.absent()));
    }
}
