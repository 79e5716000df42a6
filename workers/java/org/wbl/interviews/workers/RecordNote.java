package org.wbl.interviews.workers;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Keeps what staff noted in a task.
 *
 * <p>Reads the answer {@code note}; sets nothing.
 */
@Component
class RecordNote implements TaskListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordNote(Interviews interviews, Acting acting) {
        this.interviews = interviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        interviews.addNote(
                task.getTenantId(),
                null,
                null,
                task.getTaskDefinitionKey(),
                null,
                new Answers(task).find("note").orElse(null),
                acting.userId());
    }
}
