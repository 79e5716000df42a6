package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.STUDENT_ARRIVED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records whether the student arrived, and who meets the student when it is somebody else.
 *
 * <p>Reads {@code interviewId} and the answers {@code arrived}, {@code substitute} and {@code note}; sets
 * {@code studentArrived}.
 */
@Component
class RecordArrival implements TaskListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordArrival(Interviews interviews, Acting acting) {
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
                answers.yes("arrived"),
                answers.sentences("substitute", "note").orElse(null),
                acting.userId());
        STUDENT_ARRIVED.set(task, answers.yes("arrived"));
    }
}
