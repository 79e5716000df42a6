package org.wbl.interviews.workers;

import static org.wbl.interviews.process.SafetyProcess.REPORT_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.SafetyReports;

/**
 * Records what was done about a safety report, and who was informed.
 *
 * <p>Reads {@code safetyReportId} and the answers {@code informed} and {@code note}; sets nothing.
 */
@Component
class RecordSafetyAction implements TaskListener {

    private final SafetyReports reports;
    private final Acting acting;

    RecordSafetyAction(SafetyReports reports, Acting acting) {
        this.reports = reports;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        reports.record(new SafetyReports.Step(
                REPORT_ID.get(task), "ACTION", answers.codes("informed"), null, answers.text("note"), acting.userId()));
    }
}
