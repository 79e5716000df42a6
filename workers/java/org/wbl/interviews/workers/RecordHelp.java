package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records what was done for an employer who needed something.
 *
 * <p>Reads {@code employerId} and the answer {@code done}; sets nothing.
 */
@Component
class RecordHelp implements TaskListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordHelp(Interviews interviews, Acting acting) {
        this.interviews = interviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        interviews.addNote(
                task.getTenantId(),
                null,
                EMPLOYER_ID.get(task),
                task.getTaskDefinitionKey(),
                null,
                new Answers(task).text("done"),
                acting.userId());
    }
}
