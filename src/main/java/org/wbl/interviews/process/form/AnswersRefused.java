package org.wbl.interviews.process.form;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Answers that the form's viewer would not have let a person submit: an expected outcome, not a defect. */
public final class AnswersRefused extends Exception {

    private final transient List<FieldProblem> problems;

    AnswersRefused(List<FieldProblem> problems) {
        super(problems.stream().map(FieldProblem::sentence).collect(joining(" ")));
        this.problems = List.copyOf(problems);
    }

    /** Returns every problem found, in the form's order; at least one. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
