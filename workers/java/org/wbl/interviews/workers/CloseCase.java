package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.STILL_GOING_ON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;

/**
 * Closes the interview with its ending: COMPLETED, unless {@code ending} names another.
 *
 * <p>Reads {@code interviewId} and {@code ending}; sets nothing. Repeated, it changes nothing.
 */
@Component
class CloseCase implements JavaDelegate {

    private final Interviews interviews;

    CloseCase(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ending = ENDING.get(execution);
        interviews.close(
                INTERVIEW_ID.get(execution), STILL_GOING_ON.equals(ending) ? Ending.COMPLETED : Ending.valueOf(ending));
    }
}
