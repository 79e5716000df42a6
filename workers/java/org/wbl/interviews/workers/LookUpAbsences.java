package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ABSENT_AGAIN;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Says whether the employer did not come to the interview before this one either.
 *
 * <p>Reads {@code interviewId}; sets {@code absentAgain}.
 */
@Component
class LookUpAbsences implements ExecutionListener {

    private final Interviews interviews;

    LookUpAbsences(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ABSENT_AGAIN.set(execution, interviews.employerWasAbsentBefore(INTERVIEW_ID.get(execution)));
    }
}
