package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CLOSED_MESSAGE;
import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.STILL_GOING_ON;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;

/**
 * Closes the interview with its ending: COMPLETED, unless {@code ending} names another. What is asked beside it ends,
 * by the message "InterviewClosed".
 *
 * <p>Reads {@code interviewId} and {@code ending}; sets nothing. Repeated, it changes nothing.
 */
@Component
class CloseCase implements JavaDelegate {

    private final Interviews interviews;
    private final FormLinks links;
    private final RuntimeService runtime;

    CloseCase(Interviews interviews, FormLinks links, RuntimeService runtime) {
        this.interviews = interviews;
        this.links = links;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var interview = INTERVIEW_ID.get(execution);
        var ending = ENDING.get(execution);
        interviews.close(interview, STILL_GOING_ON.equals(ending) ? Ending.COMPLETED : Ending.valueOf(ending));
        links.revokeStarts(interview);
        runtime.createMessageCorrelation(CLOSED_MESSAGE)
                .processInstanceBusinessKey(interview)
                .correlateAll();
    }
}
