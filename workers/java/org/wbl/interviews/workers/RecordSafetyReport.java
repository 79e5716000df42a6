package org.wbl.interviews.workers;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.SafetyReports;
import org.wbl.interviews.process.Refusal;

/**
 * Keeps the safety report of a member of staff, which opens a confidential case.
 *
 * <p>Reads the answers {@code interview}, {@code kind}, {@code time}, {@code place}, {@code people}, {@code what},
 * {@code harm}, {@code firstAction} and {@code toldWhom}; sets nothing. Refuses a report of no school.
 */
@Component
class RecordSafetyReport implements ExecutionListener {

    private static final Map<String, String> KINDS = Map.of(
            "BEHAVIOR", "How somebody behaved",
            "LOST", "A student is missing or lost",
            "HURT", "A student is hurt or ill",
            "STRANGER", "Somebody was there who should not be",
            "RECORDING", "A recording was made without consent",
            "PRIVACY", "Facts about people got into wrong hands",
            "OTHER", "Something else");

    private final SafetyReports reports;
    private final Acting acting;

    RecordSafetyReport(SafetyReports reports, Acting acting) {
        this.reports = reports;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var school = execution.getTenantId();
        if (school == null) {
            throw new Refusal("Choose the school that the report is about.");
        }
        var answers = new Answers(execution);
        var words = Stream.of(
                        KINDS.getOrDefault(answers.text("kind"), answers.text("kind")),
                        "When: " + answers.text("time"),
                        "Where: " + answers.text("place"),
                        "Who was there: " + answers.textOr("people", "not said"),
                        answers.text("what"),
                        "Harmed: " + answers.text("harm"),
                        "Done so far: " + answers.textOr("firstAction", "not said"),
                        "Told: " + answers.textOr("toldWhom", "not said"))
                .collect(joining("\n"));
        reports.reportByStaff(school, answers.find("interview").orElse(null), words, acting.userId());
    }
}
