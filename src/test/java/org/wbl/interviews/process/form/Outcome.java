package org.wbl.interviews.process.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the check did with answers: exactly one of the two lists has something to say. */
record Outcome(Map<String, @Nullable Object> accepted, List<FieldProblem> problems) {

    static Outcome of(FormSchema schema, Map<String, ?> answers, Map<String, ?> data) {
        try {
            return new Outcome(schema.check(answers, data), List.of());
        } catch (AnswersRefused e) {
            return new Outcome(Map.of(), e.problems());
        }
    }

    boolean isAccepted() {
        return problems.isEmpty();
    }
}
