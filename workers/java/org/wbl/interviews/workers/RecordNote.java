package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Keeps who read of something, and what was noted of it.
 *
 * <p>Reads {@code interviewId} and the answer {@code note} (may be empty); sets nothing.
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
                INTERVIEW_ID.get(task),
                null,
                task.getTaskDefinitionKey(),
                null,
                new Answers(task).find("note").orElse(null),
                acting.userId());
    }
}
