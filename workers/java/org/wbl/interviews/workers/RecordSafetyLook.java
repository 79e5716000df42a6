package org.wbl.interviews.workers;

import static org.wbl.interviews.process.SafetyProcess.ACTION_NEEDED;
import static org.wbl.interviews.process.SafetyProcess.REPORT_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.SafetyReports;

/**
 * Records what the first look at a safety report decided, and stops invitations to the employer if asked to.
 *
 * <p>Reads {@code safetyReportId} and the answers {@code decision}, {@code pauseEmployer} and {@code note}; sets
 * {@code safetyActionNeeded}.
 */
@Component
class RecordSafetyLook implements TaskListener {

    private final SafetyReports reports;
    private final Employers employers;
    private final Acting acting;

    RecordSafetyLook(SafetyReports reports, Employers employers, Acting acting) {
        this.reports = reports;
        this.employers = employers;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var report = reports.get(REPORT_ID.get(task));
        var answers = new Answers(task);
        var employer = report.employerId();
        var pause = answers.yes("pauseEmployer") && employer != null;
        if (employer != null && pause) {
            employers.pauseForSafety(employer);
        }
        reports.record(new SafetyReports.Step(
                report.id(), "LOOK", null, pause ? "PAUSED" : null, answers.text("note"), acting.userId()));
        ACTION_NEEDED.set(task, "ACT".equals(answers.text("decision")));
    }
}
