package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.report.Reports;
import org.wbl.interviews.school.Schools;

/**
 * Queues the mails that bring a report to leadership.
 *
 * <p>Reads {@code reportId}; sets nothing. Only who leads every school that the report is about gets it.
 */
@Component
class SendReport implements JavaDelegate {

    private final Reports reports;
    private final Schools schools;
    private final StaffIdentity staff;
    private final Mails mails;

    SendReport(Reports reports, Schools schools, StaffIdentity staff, Mails mails) {
        this.reports = reports;
        this.schools = schools;
        this.staff = staff;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var report = reports.get(REPORT_ID.get(execution));
        var about = report.school() == null ? schools.codes() : List.of(report.school());
        var leaders = new HashSet<>(staff.members(Groups.LEADERSHIP, about).keySet());
        about.forEach(school -> leaders.retainAll(
                staff.members(Groups.LEADERSHIP, List.of(school)).keySet()));
        for (var leader : leaders) {
            staff.contact(leader)
                    .filter(contact -> !contact.email().isBlank())
                    .ifPresent(contact -> mails.queue(
                            Mail.of(Template.LEADERSHIP_REPORT, about.get(0), contact.email(), Groups.LEADERSHIP)
                                    .withReport(report.id())));
        }
    }
}
