package org.wbl.interviews.workers;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.SafetyReported;
import org.wbl.interviews.process.SafetyProcess;

/** Opens a case for each report that something felt unsafe, in the transaction that keeps the report. */
@Component
class StartSafetyConcern {

    private final RuntimeService runtime;

    StartSafetyConcern(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void open(SafetyReported reported) {
        runtime.startProcessInstanceByKey(
                SafetyProcess.KEY,
                "safety-report-" + reported.report(),
                Variables.createVariables()
                        .putValueTyped("school", Variables.stringValue(reported.school(), true))
                        .putValue(SafetyProcess.REPORT_ID.name(), reported.report()));
    }
}
