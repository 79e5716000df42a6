package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.REFLECTED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records why there will be no reflection.
 *
 * <p>Reads {@code interviewId} and the answer {@code note}; sets {@code reflected} to false.
 */
@Component
class RecordNoReflection implements TaskListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordNoReflection(Interviews interviews, Acting acting) {
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
                new Answers(task).text("note"),
                acting.userId());
        REFLECTED.set(task, false);
    }
}
