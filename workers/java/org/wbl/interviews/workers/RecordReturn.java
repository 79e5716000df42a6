package org.wbl.interviews.workers;

import static org.wbl.interviews.process.StaffProcess.ABSENCE_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.staff.Absences;

/**
 * Records that somebody is back earlier, or not away after all: new tasks come to the person again.
 *
 * <p>Reads {@code absenceId}; sets nothing.
 */
@Component
class RecordReturn implements TaskListener {

    private final Absences absences;

    RecordReturn(Absences absences) {
        this.absences = absences;
    }

    @Override
    public void notify(DelegateTask task) {
        absences.end(ABSENCE_ID.get(task));
    }
}
