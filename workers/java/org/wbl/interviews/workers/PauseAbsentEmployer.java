package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Interviews;

/**
 * Keeps the interview's employer, which did not come twice in a row, from being invited, and notes why.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class PauseAbsentEmployer implements JavaDelegate {

    private final Interviews interviews;
    private final Employers employers;
    private final Acting acting;

    PauseAbsentEmployer(Interviews interviews, Employers employers, Acting acting) {
        this.interviews = interviews;
        this.employers = employers;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        long employer = Objects.requireNonNull(file.employerId());
        employers.pause(employer);
        interviews.addNote(
                file.school(),
                file.id(),
                employer,
                execution.getCurrentActivityId(),
                null,
                "Did not come to two interviews in a row.",
                acting.userId());
    }
}
