package org.wbl.interviews.workers;

import static org.wbl.interviews.process.SafetyProcess.REPORT_ID;
import static org.wbl.interviews.process.SafetyProcess.SETTLED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.SafetyReports;

/**
 * Records how things are some time after a safety report, and lets the employer be invited again if asked to.
 *
 * <p>Reads {@code safetyReportId} and the answers {@code next}, {@code releaseEmployer} and {@code note}; sets
 * {@code safetyConcernSettled}.
 */
@Component
class RecordSafetyFollowUp implements TaskListener {

    private final SafetyReports reports;
    private final Employers employers;
    private final Acting acting;

    RecordSafetyFollowUp(SafetyReports reports, Employers employers, Acting acting) {
        this.reports = reports;
        this.employers = employers;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var report = reports.get(REPORT_ID.get(task));
        var answers = new Answers(task);
        var employer = report.employerId();
        var release = answers.yes("releaseEmployer") && employer != null;
        if (employer != null && release) {
            employers.release(employer);
        }
        reports.record(new SafetyReports.Step(
                report.id(), "FOLLOW_UP", null, release ? "RELEASED" : null, answers.text("note"), acting.userId()));
        SETTLED.set(task, "CLOSE".equals(answers.text("next")));
    }
}
