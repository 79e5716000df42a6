package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.report.Period;
import org.wbl.interviews.report.Reports;
import org.wbl.interviews.report.Scope;
import org.wbl.interviews.report.Selection;

/**
 * Writes the progress workbook of the school that asked, or of every school, and keeps it.
 *
 * <p>Reads nothing; sets {@code reportId}. Repeated, it keeps a second workbook that nobody is asked to read.
 */
@Component
class WriteReport implements JavaDelegate {

    private final Reports reports;
    private final Clock clock;

    WriteReport(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var school = execution.getTenantId();
        var scope = school == null
                ? Scope.everySchool("Leadership", clock.instant())
                : Scope.of(Set.of(school), "Leadership", clock.instant());
        REPORT_ID.set(
                execution,
                reports.keep(Selection.of(scope, Period.yearOf(LocalDate.now(clock))))
                        .id());
    }
}
