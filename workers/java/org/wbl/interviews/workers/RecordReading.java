package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ReportProcess.COMMENT;
import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.report.Reports;

/**
 * Records who read a report, and the comment.
 *
 * <p>Reads {@code reportId} and {@code comment} (may be empty); sets nothing.
 */
@Component
class RecordReading implements TaskListener {

    private final Reports reports;
    private final IdentityService identities;

    RecordReading(Reports reports, IdentityService identities) {
        this.reports = reports;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        var person = identities.getCurrentAuthentication();
        reports.comment(
                REPORT_ID.get(task),
                person == null ? "unknown" : person.getUserId(),
                COMMENT.find(task).orElse(""));
    }
}
