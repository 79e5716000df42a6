package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CLOSURE_ID;
import static org.wbl.interviews.process.InterviewProcess.CLOSURE_KEY;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.school.Closures;

/**
 * Starts the process "Interview on a closed day" for every interview that is still to come on the day of a closure.
 *
 * <p>Reads {@code closureId}; sets nothing. Repeated, it starts none twice: it runs in one transaction.
 */
@Component
class LookAtInterviews implements JavaDelegate {

    private final Closures closures;
    private final Interviews interviews;
    private final RuntimeService runtime;
    private final Clock clock;

    LookAtInterviews(Closures closures, Interviews interviews, RuntimeService runtime, Clock clock) {
        this.closures = closures;
        this.interviews = interviews;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closure = closures.get(CLOSURE_ID.get(execution));
        var begins = closure.day().atStartOfDay(clock.getZone());
        for (var interview : interviews.toCome(
                closure.school(), begins.toInstant(), begins.plusDays(1).toInstant())) {
            runtime.startProcessInstanceByKey(
                    CLOSURE_KEY,
                    interview,
                    Variables.createVariables()
                            .putValue(INTERVIEW_ID.name(), interview)
                            .putValue(CLOSURE_ID.name(), CLOSURE_ID.get(execution))
                            .putValueTyped("school", Variables.stringValue(closure.school(), true)));
        }
    }
}
