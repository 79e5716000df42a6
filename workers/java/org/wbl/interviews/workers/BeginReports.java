package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ReportProcess.LEADERSHIP_READS;
import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.ElementProperties;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.ReportProcess;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.report.Period;
import org.wbl.interviews.report.Readers;
import org.wbl.interviews.report.Reports;
import org.wbl.interviews.report.Selection;
import org.wbl.interviews.school.Schools;

/**
 * Begins the reports that the calendar asks for: one about each school, or one about the schools of each leader.
 *
 * <p>Reads nothing; sets nothing. Who reads them and which period they are about is entered in the model. Nothing is
 * begun about schools without an interview in that period, or that nobody would read. Each report is a process of its
 * own: one that fails holds up no other.
 */
@Component
class BeginReports implements JavaDelegate {

    private final Reports reports;
    private final Schools schools;
    private final StaffIdentity staff;
    private final RuntimeService runtime;
    private final Clock clock;

    BeginReports(Reports reports, Schools schools, StaffIdentity staff, RuntimeService runtime, Clock clock) {
        this.reports = reports;
        this.schools = schools;
        this.staff = staff;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var properties = ElementProperties.of(execution);
        var period = period(properties);
        var readers = readers(properties);
        var withInterviews = reports.schoolsWithInterviews(period);
        if (readers == Readers.STAFF) {
            reports.forgetWeekly();
        }
        for (var about : readers == Readers.STAFF ? staffed() : led()) {
            if (!Collections.disjoint(about, withInterviews)) {
                begin(about, period, readers);
            }
        }
    }

    private Period period(ElementProperties properties) {
        var today = LocalDate.now(clock);
        return switch (properties.get("period")) {
            case "this-year" -> Period.yearOf(today);
            case "ended-term" -> Period.endedTerm(today);
            case "ended-year" -> Period.endedYear(today);
            default -> throw wrong(properties, "period", "this-year, ended-term or ended-year");
        };
    }

    private static Readers readers(ElementProperties properties) {
        return switch (properties.get("readers")) {
            case "staff" -> Readers.STAFF;
            case "leadership" -> Readers.LEADERSHIP;
            default -> throw wrong(properties, "readers", "staff or leadership");
        };
    }

    private static IllegalStateException wrong(ElementProperties properties, String name, String choices) {
        return new IllegalStateException("The property '%s' of the element '%s' must be %s but is '%s'."
                .formatted(name, properties.element(), choices, properties.get(name)));
    }

    /** Each school that has a coordinator or an administrator. */
    private List<Set<String>> staffed() {
        return schools.codes().stream()
                .map(Set::of)
                .filter(school -> !staff.members(Groups.COORDINATORS, school).isEmpty()
                        || !staff.members(Groups.ADMINISTRATORS, school).isEmpty())
                .toList();
    }

    /** The schools of each leader; of those who lead the same ones once. */
    private Set<Set<String>> led() {
        Map<String, Set<String>> byLeader = new LinkedHashMap<>();
        for (var school : schools.codes()) {
            for (var leader : staff.members(Groups.LEADERSHIP, List.of(school)).keySet()) {
                byLeader.computeIfAbsent(leader, key -> new TreeSet<>()).add(school);
            }
        }
        return new LinkedHashSet<>(byLeader.values());
    }

    private void begin(Set<String> about, Period period, Readers readers) {
        var report = reports.ask(Selection.of(reports.scope(about), period), readers, null);
        var variables = Variables.createVariables()
                .putValue(REPORT_ID.name(), report)
                .putValue(LEADERSHIP_READS.name(), readers == Readers.LEADERSHIP);
        if (about.size() == 1) {
            variables.putValueTyped(
                    "school", Variables.stringValue(about.iterator().next(), true));
        }
        runtime.startProcessInstanceByKey(
                readers == Readers.STAFF ? ReportProcess.SCHOOL_KEY : ReportProcess.KEY,
                ReportProcess.businessKey(report),
                variables);
    }
}
