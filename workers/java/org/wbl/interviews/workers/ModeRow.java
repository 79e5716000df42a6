package org.wbl.interviews.workers;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** The row of the decision table "Interview mode" for the mode of an interview. */
record ModeRow(Map<String, Object> columns) {

    /** Returns the row that the business rule task has found; exactly one fits. */
    static ModeRow of(DelegateExecution execution) {
        var found = (DmnDecisionResult) execution.getVariable("decisionResult");
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "The decision table 'Interview mode' must have exactly one row for the mode of this interview.");
        }
        return new ModeRow(found.getSingleResult().getEntryMap());
    }

    @Nullable
    Object get(String column) {
        return columns.get(column);
    }

    boolean asks(String column) {
        if (get(column) instanceof Boolean asks) {
            return asks;
        }
        throw new IllegalStateException(
                "The decision table 'Interview mode' must say true or false in the column '%s'.".formatted(column));
    }
}
