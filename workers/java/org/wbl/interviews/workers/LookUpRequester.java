package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.SCREENED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Says whether the coordinator asked for the interview, and so has screened the request.
 *
 * <p>Reads {@code interviewId}; sets {@code screened}.
 */
@Component
class LookUpRequester implements ExecutionListener {

    private final Interviews interviews;

    LookUpRequester(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        SCREENED.set(execution, file.requestedBy().equals(file.coordinator()));
    }
}
