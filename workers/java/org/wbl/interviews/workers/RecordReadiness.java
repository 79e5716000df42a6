package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records that the student is ready.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class RecordReadiness implements TaskListener {

    private final Interviews interviews;

    RecordReadiness(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateTask task) {
        interviews.studentReady(INTERVIEW_ID.get(task));
    }
}
