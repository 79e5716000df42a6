package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.process.StaffMember;
import org.wbl.interviews.report.Readers;
import org.wbl.interviews.report.Report;
import org.wbl.interviews.report.Reports;

/**
 * Queues the mails that bring a report to its readers.
 *
 * <p>Reads {@code reportId}; sets nothing. Only who may see every school that the report is about gets it, and of the
 * leaders that the calendar informs only those who lead just these. Repeated, it sends nothing to who has it already.
 */
@Component
class SendReport implements JavaDelegate {

    private final Reports reports;
    private final StaffIdentity staff;
    private final MailLog log;
    private final Mails mails;

    SendReport(Reports reports, StaffIdentity staff, MailLog log, Mails mails) {
        this.reports = reports;
        this.staff = staff;
        this.log = log;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var report = reports.get(REPORT_ID.get(execution));
        var about = reports.about(report);
        readers(report, about).forEach((user, group) -> staff.member(user)
                .filter(reader -> isFor(reader, report, about))
                .ifPresent(reader -> send(report, about, reader, group == null ? groupOf(reader) : group)));
    }

    /** Returns whom it is written for, each with the group as which this person gets it; null for who asked. */
    private Map<String, @Nullable String> readers(Report report, Set<String> about) {
        Map<String, @Nullable String> readers = new LinkedHashMap<>();
        switch (report.readers()) {
            case STAFF -> {
                add(readers, Groups.COORDINATORS, about);
                add(readers, Groups.ADMINISTRATORS, about);
            }
            case LEADERSHIP -> add(readers, Groups.LEADERSHIP, about);
            case ASKER -> {}
        }
        if (report.askedBy() != null) {
            readers.putIfAbsent(report.askedBy(), null);
        }
        return readers;
    }

    /** Who may see all of these schools works for any of them. */
    private void add(Map<String, @Nullable String> readers, String group, Set<String> about) {
        staff.members(group, List.of(about.iterator().next()))
                .keySet()
                .forEach(member -> readers.putIfAbsent(member, group));
    }

    private boolean isFor(StaffMember reader, Report report, Set<String> about) {
        return reports.mayRead(reader, report)
                && (report.askedBy() != null
                        || report.readers() != Readers.LEADERSHIP
                        || reader.schools().equals(about));
    }

    private static String groupOf(StaffMember reader) {
        return Stream.of(Groups.COORDINATORS, Groups.ADMINISTRATORS, Groups.LEADERSHIP)
                .filter(reader.groups()::contains)
                .findFirst()
                .orElse(Groups.DISTRICT_ADMINISTRATORS);
    }

    private void send(Report report, Set<String> about, StaffMember reader, String group) {
        var asked = report.readers() == Readers.LEADERSHIP && Groups.LEADERSHIP.equals(group);
        staff.contact(reader.userId())
                .filter(contact -> !contact.email().isBlank() && !log.has(report.id(), contact.email()))
                .ifPresent(contact -> mails.queue(Mail.of(
                                asked ? Template.LEADERSHIP_REPORT : Template.PROGRESS_REPORT,
                                about.stream().sorted().findFirst().orElseThrow(),
                                contact.email(),
                                group)
                        .withReport(report.id())));
    }
}
