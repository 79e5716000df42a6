package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Holds;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Holding;

/**
 * Starts the clocks of an interview again: what is overdue by now happens at once.
 *
 * <p>Reads {@code interviewId}; sets nothing. Repeated, or when the interview does not wait, it changes nothing.
 */
@Component
class ResumeInterview implements JavaDelegate {

    private final Interviews interviews;
    private final Holds holds;
    private final Holding holding;

    ResumeInterview(Interviews interviews, Holds holds, Holding holding) {
        this.interviews = interviews;
        this.holds = holds;
        this.holding = holding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var interview = INTERVIEW_ID.get(execution);
        if (holds.end(interview)) {
            holding.resume(interviews.withParts(interview));
        }
    }
}
