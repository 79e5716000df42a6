package org.wbl.interviews.workers;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/** What a decision looks at: gone with the transaction, so that nothing personal stays in the engine. */
record DecisionFacts(DelegateExecution execution) {

    void put(String name, Object fact) {
        execution.setVariableLocal(name, Variables.untypedValue(fact, true));
    }
}
