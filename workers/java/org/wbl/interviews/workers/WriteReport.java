package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.report.Reports;

/**
 * Writes the workbook of a report that was asked for, and keeps it.
 *
 * <p>Reads {@code reportId}; sets nothing. Repeated, it writes nothing again.
 */
@Component
class WriteReport implements JavaDelegate {

    private final Reports reports;

    WriteReport(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.write(REPORT_ID.get(execution));
    }
}
