package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;

/**
 * Records that the employer did not say how the interview was.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class RecordNoFeedback implements JavaDelegate {

    private final Employers employers;

    RecordNoFeedback(Employers employers) {
        this.employers = employers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        employers.recordNoFeedback(INTERVIEW_ID.get(execution));
    }
}
