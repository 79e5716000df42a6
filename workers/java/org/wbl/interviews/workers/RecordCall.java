package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Keeps what staff noted of a call.
 *
 * <p>Reads {@code interviewId} or {@code employerId} and the answers {@code reached} and {@code note}; sets nothing.
 */
@Component
class RecordCall implements TaskListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordCall(Interviews interviews, Acting acting) {
        this.interviews = interviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        interviews.addNote(
                task.getTenantId(),
                INTERVIEW_ID.find(task).orElse(null),
                EMPLOYER_ID.find(task).orElse(null),
                task.getTaskDefinitionKey(),
                answers.yes("reached"),
                answers.find("note").orElse(null),
                acting.userId());
    }
}
