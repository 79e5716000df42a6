package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Keeps that a step was done, by whom, and what was noted.
 *
 * <p>Reads {@code interviewId} and the answers {@code taughtOn} and {@code note}; sets nothing.
 */
@Component
class RecordStep implements TaskListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordStep(Interviews interviews, Acting acting) {
        this.interviews = interviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        interviews.addNote(
                task.getTenantId(),
                INTERVIEW_ID.get(task),
                null,
                task.getTaskDefinitionKey(),
                null,
                answers.sentences("taughtOn", "note").orElse(null),
                acting.userId());
    }
}
