package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.DEPARTURE;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records whether the student left for the workplace.
 *
 * <p>Reads {@code interviewId} and the answers {@code left} and {@code note}; sets {@code departure}.
 */
@Component
class RecordDeparture implements TaskListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordDeparture(Interviews interviews, Acting acting) {
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
                !"NO".equals(answers.text("left")),
                answers.sentences("note").orElse(null),
                acting.userId());
        DEPARTURE.set(task, answers.text("left"));
    }
}
