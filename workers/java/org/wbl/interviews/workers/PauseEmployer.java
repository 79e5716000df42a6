package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Interviews;

/**
 * Keeps the interview's employer from being invited for now.
 *
 * <p>Reads {@code interviewId}; sets nothing. May be repeated.
 */
@Component
class PauseEmployer implements JavaDelegate {

    private final Interviews interviews;
    private final Employers employers;

    PauseEmployer(Interviews interviews, Employers employers) {
        this.interviews = interviews;
        this.employers = employers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        employers.pause(Objects.requireNonNull(
                interviews.get(INTERVIEW_ID.get(execution)).employerId()));
    }
}
