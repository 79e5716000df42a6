package org.wbl.interviews.workers;

import static org.wbl.interviews.process.StaffProcess.CASELOAD_ALERT_KEY;
import static org.wbl.interviews.process.StaffProcess.OVERLOADED;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Handovers;

/**
 * Starts a caseload alert for each coordinator with too many open interviews, unless one is running.
 *
 * <p>Reads nothing; sets nothing. May be repeated.
 */
@Component
class AskToSpread implements JavaDelegate {

    private final Handovers handovers;
    private final RuntimeService runtime;

    AskToSpread(Handovers handovers, RuntimeService runtime) {
        this.handovers = handovers;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.overloaded().forEach(this::ask);
    }

    private void ask(Handovers.Caseload caseload) {
        var key = "caseload-%s-%s".formatted(caseload.school(), caseload.coordinator());
        var running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(CASELOAD_ALERT_KEY)
                .processInstanceBusinessKey(key)
                .count();
        if (running == 0) {
            runtime.startProcessInstanceByKey(
                    CASELOAD_ALERT_KEY,
                    key,
                    Variables.createVariables()
                            .putValueTyped("school", Variables.stringValue(caseload.school(), true))
                            .putValue(OVERLOADED.name(), caseload.coordinator()));
        }
    }
}
