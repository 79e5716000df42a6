package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CLOSURE_ID;
import static org.wbl.interviews.process.InterviewProcess.HOLD_KEY;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.school.Closures;

/**
 * Starts the process "Put an interview on hold", because the school is closed.
 *
 * <p>Reads {@code interviewId} and {@code closureId}; sets nothing. An interview that is closed, has begun or waits
 * already stays as it is.
 */
@Component
class PutOnHold implements JavaDelegate {

    private final Interviews interviews;
    private final Closures closures;
    private final RuntimeService runtime;
    private final Clock clock;

    PutOnHold(Interviews interviews, Closures closures, RuntimeService runtime, Clock clock) {
        this.interviews = interviews;
        this.closures = closures;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        if (file.ending() != null || file.heldSince() != null || hasBegun(file)) {
            return;
        }
        var closure = closures.get(CLOSURE_ID.get(execution));
        runtime.startProcessInstanceByKey(
                HOLD_KEY,
                Variables.createVariables()
                        .putValueTyped("interview", Variables.stringValue(file.id(), true))
                        .putValueTyped("holdReason", Variables.stringValue(closure.reason(), true))
                        .putValueTyped("school", Variables.stringValue(file.school(), true)));
    }

    private boolean hasBegun(CaseFile file) {
        return file.startsAt() != null && !file.startsAt().toInstant().isAfter(clock.instant());
    }
}
