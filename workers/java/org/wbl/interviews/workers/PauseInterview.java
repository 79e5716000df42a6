package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Holding;

/**
 * Stops the clocks of an interview: its tasks and mailed forms wait, its timers do not run.
 *
 * <p>Reads {@code interviewId}; sets nothing. May be repeated.
 */
@Component
class PauseInterview implements JavaDelegate {

    private final Interviews interviews;
    private final Holding holding;

    PauseInterview(Interviews interviews, Holding holding) {
        this.interviews = interviews;
        this.holding = holding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holding.pause(interviews.withParts(INTERVIEW_ID.get(execution)));
    }
}
