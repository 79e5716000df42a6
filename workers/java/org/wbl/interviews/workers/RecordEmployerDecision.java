package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Interviews;

/**
 * Records whether an employer that was unhappy is invited again, and what was done.
 *
 * <p>Reads {@code interviewId} and the answers {@code decision} (RESUME, PAUSE or STOP) and {@code note}; sets nothing.
 */
@Component
class RecordEmployerDecision implements TaskListener {

    private final Interviews interviews;
    private final Employers employers;
    private final Acting acting;

    RecordEmployerDecision(Interviews interviews, Employers employers, Acting acting) {
        this.interviews = interviews;
        this.employers = employers;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        long employer = Objects.requireNonNull(interviews.get(interview).employerId());
        switch (answers.text("decision")) {
            case "RESUME" -> employers.resume(employer);
            case "STOP" -> employers.optOut(employer);
            default -> employers.pause(employer);
        }
        interviews.addNote(
                task.getTenantId(),
                interview,
                employer,
                task.getTaskDefinitionKey(),
                null,
                answers.text("note"),
                acting.userId());
    }
}
