package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CLOSURE;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Says what a closed school means for an interview: it stops, the coordinator is asked, or nothing.
 *
 * <p>Reads the row of the decision table "Interview mode" (column closure); sets {@code closure}. Fails when the table
 * has no row, or several, for the mode.
 */
@Component
class LookUpClosure implements ExecutionListener {

    private static final Set<String> ANSWERS = Set.of("STOP", "ASK", "NONE");

    @Override
    public void notify(DelegateExecution execution) {
        var closure = ModeRow.of(execution).get("closure");
        if (!(closure instanceof String answer) || !ANSWERS.contains(answer)) {
            throw new IllegalStateException(
                    "The decision table 'Interview mode' must say STOP, ASK or NONE in the column 'closure'.");
        }
        CLOSURE.set(execution, answer);
    }
}
