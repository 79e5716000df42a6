package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CONTACT_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Handovers;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.ImpactProcess;
import org.wbl.interviews.process.SafetyProcess;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.process.StaffProcess;
import org.wbl.interviews.process.TaskSubjects;
import org.wbl.interviews.report.Report;
import org.wbl.interviews.report.Reports;
import org.wbl.interviews.school.Schools;
import org.wbl.interviews.staff.Absences;

/** Says of a task which interview, employer, report or person it is about. */
@Component
class SubjectLines implements TaskSubjects {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private final Interviews interviews;
    private final Employers employers;
    private final Reports reports;
    private final Schools schools;
    private final Absences absences;
    private final Handovers handovers;
    private final StaffIdentity staff;
    private final Clock clock;

    SubjectLines(
            Interviews interviews,
            Employers employers,
            Reports reports,
            Schools schools,
            Absences absences,
            Handovers handovers,
            StaffIdentity staff,
            Clock clock) {
        this.interviews = interviews;
        this.employers = employers;
        this.reports = reports;
        this.schools = schools;
        this.absences = absences;
        this.handovers = handovers;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String of(DelegateTask task) {
        return INTERVIEW_ID
                .find(task)
                .map(interviews::get)
                .map(SubjectLines::line)
                .or(() -> CONTACT_ID
                        .find(task)
                        .map(employers::contact)
                        .map(contact -> contact.employerName() + ", " + contact.name()))
                .or(() -> REPORT_ID.find(task).map(reports::get).map(this::line))
                .or(() -> StaffProcess.ABSENCE_ID.find(task).map(absences::get).map(this::line))
                .or(() -> StaffProcess.HANDOVER_ID
                        .find(task)
                        .map(handovers::get)
                        .map(handover -> "From " + name(handover.outgoing())))
                .or(() -> StaffProcess.OVERLOADED.find(task).map(this::name))
                .or(() -> ImpactProcess.SCHOOL_YEAR.find(task).map(begins -> "School year %d–%d"
                        .formatted(begins, begins + 1)))
                .or(() -> SafetyProcess.REPORT_ID.find(task).map(report -> "Report " + report))
                .orElse("");
    }

    private static String line(CaseFile file) {
        var line = Stream.of(file.id(), file.givenName() + " " + file.familyName(), file.employerName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return file.expedited() ? line + " · expedited" : line;
    }

    private String line(Absences.Absence absence) {
        return "%s, until %s".formatted(name(absence.absent()), DAY.format(absence.backOn()));
    }

    private String name(String user) {
        return staff.contact(user).map(StaffIdentity.Contact::name).orElse(user);
    }

    private String line(Report report) {
        var written = Objects.requireNonNull(report.writtenAt());
        return ReportFacts.about(report, schools) + ", " + DAY.format(LocalDate.ofInstant(written, clock.getZone()));
    }
}
