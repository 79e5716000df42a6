package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ReportProcess.LEADERSHIP_READS;
import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.process.ReportProcess;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.report.BadFilter;
import org.wbl.interviews.report.Period;
import org.wbl.interviews.report.Readers;
import org.wbl.interviews.report.Reports;
import org.wbl.interviews.report.Scope;
import org.wbl.interviews.report.Selection;

/**
 * Records what a person wants a report to be about; what the calendar wants is recorded already.
 *
 * <p>Reads the answers {@code period}, {@code grade}, {@code program}, {@code careerField}, {@code mode},
 * {@code subgroup} and {@code readers}; sets {@code reportId}, {@code leadershipReads} and the business key. It is
 * about the school of the case; when none is named, about all schools of the person, and about every school for a
 * district administrator or a machine. Refuses a period that does not exist.
 */
@Component
class RecordReportRequest implements ExecutionListener {

    private final Reports reports;
    private final StaffIdentity staff;
    private final Acting acting;
    private final Clock clock;

    RecordReportRequest(Reports reports, StaffIdentity staff, Acting acting, Clock clock) {
        this.reports = reports;
        this.staff = staff;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var person = acting.staff();
        if (person.isEmpty() && REPORT_ID.find(execution).isPresent()) {
            return;
        }
        var answers = new Answers(execution);
        var readers = answers.find("readers").filter("me"::equals).isPresent() ? Readers.ASKER : Readers.LEADERSHIP;
        var report = reports.ask(selection(execution, answers), readers, person.orElse("system"));
        execution.setProcessBusinessKey(ReportProcess.businessKey(report));
        REPORT_ID.set(execution, report);
        LEADERSHIP_READS.set(execution, readers == Readers.LEADERSHIP);
    }

    private Selection selection(DelegateExecution execution, Answers answers) {
        try {
            return new Selection(
                    scope(execution.getTenantId()),
                    answers.find("period").map(Period::of).orElseGet(() -> Period.yearOf(LocalDate.now(clock))),
                    answers.find("grade").map(Integer::valueOf).orElse(null),
                    answers.find("program").orElse(null),
                    answers.find("careerField").orElse(null),
                    answers.find("mode").orElse(null),
                    answers.find("subgroup").orElse(null));
        } catch (BadFilter e) {
            throw new Refusal(Objects.requireNonNull(e.getMessage()));
        }
    }

    private Scope scope(@Nullable String school) {
        if (school != null) {
            return reports.scope(Set.of(school));
        }
        return acting.staff()
                .flatMap(staff::member)
                .filter(member -> !member.groups().contains(Groups.DISTRICT_ADMINISTRATORS))
                .map(member -> reports.scope(member.schools()))
                .orElseGet(() -> Scope.everySchool("", clock.instant()));
    }
}
