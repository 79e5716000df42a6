package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.MODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Gives the decision table "Interview mode" the way in which the interview is held.
 *
 * <p>Reads {@code interviewId}; sets {@code mode}.
 */
@Component
class ReadMode implements ExecutionListener {

    private final Interviews interviews;

    ReadMode(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateExecution execution) {
        MODE.set(execution, interviews.get(INTERVIEW_ID.get(execution)).mode().name());
    }
}
