package org.wbl.interviews.workers;

import static java.util.stream.Collectors.joining;
import static org.wbl.interviews.process.InterviewProcess.NEXT_STEPS;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.NextStep;

/**
 * Keeps the steps that the decision proposes, for the form that offers them.
 *
 * <p>Reads the decision's rows (column {@code step}); sets {@code nextSteps}, codes separated by commas. Fails on a
 * code that is no next step.
 */
@Component
class KeepProposals implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        var result = (DmnDecisionResult) execution.getVariable("decisionResult");
        NEXT_STEPS.set(
                execution,
                result.<String>collectEntries("step").stream()
                        .distinct()
                        .map(code -> NextStep.valueOf(code).name())
                        .collect(joining(",")));
    }
}
