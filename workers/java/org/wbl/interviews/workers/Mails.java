package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.SEND_AT;
import static org.wbl.interviews.process.InterviewProcess.SEND_MAIL_KEY;
import static org.wbl.interviews.process.InterviewProcess.WAITS;

import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.InterviewProcess;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.staff.Absences;
import org.wbl.interviews.student.Students;

/**
 * Queues mails: a row in the mail log and a process instance that sends it, both in the transaction of whoever asks.
 *
 * <p>So a mail leaves exactly when what it tells has happened; a mail that cannot be sent waits where an administrator
 * sees it.
 */
@Component
class Mails {

    private static final Set<String> FAMILIES = Set.of("students", "guardians");
    private static final Set<String> OF_THE_SESSION = Set.of("employers", Groups.TEACHERS);

    private final Interviews interviews;
    private final MailLog log;
    private final RuntimeService runtime;
    private final StaffIdentity staff;
    private final Students students;
    private final Employers employers;
    private final Absences absences;
    private final FormLinks links;
    private final MailTimes times;
    private final Clock clock;

    Mails(
            Interviews interviews,
            MailLog log,
            RuntimeService runtime,
            StaffIdentity staff,
            Students students,
            Employers employers,
            Absences absences,
            FormLinks links,
            MailTimes times,
            Clock clock) {
        this.interviews = interviews;
        this.log = log;
        this.runtime = runtime;
        this.staff = staff;
        this.students = students;
        this.employers = employers;
        this.absences = absences;
        this.links = links;
        this.times = times;
        this.clock = clock;
    }

    /**
     * To whoever has a role in an interview; to nobody who does not know of it: the employer does while asked or
     * booked, the family once it is booked. Of a class session every student and family is told; of one student's part,
     * employer and teacher are not.
     */
    void to(String role, Template template, CaseFile file) {
        if (file.isClassSession() && FAMILIES.contains(role)) {
            interviews.parts(file.id()).forEach(part -> to(role, template, interviews.get(part)));
            return;
        }
        if (file.sessionId() != null && OF_THE_SESSION.contains(role)) {
            return;
        }
        switch (role) {
            case "employers" -> {
                if (file.contactId() != null && (file.startsAt() != null || "INVITED".equals(file.status()))) {
                    toEmployer(template, file);
                }
            }
            case "guardians" -> {
                if (file.startsAt() != null) {
                    toGuardian(template, file);
                }
            }
            case "students" -> toStudent(template, file);
            case Groups.TEACHERS -> toTeacher(template, file);
            case Groups.COORDINATORS -> toCoordinator(template, file);
            case Groups.ADMINISTRATORS -> toAdministrators(template, file);
            default -> throw new IllegalStateException("Nobody has the role '%s' in an interview.".formatted(role));
        }
    }

    void toEmployer(Template template, CaseFile file) {
        letAskForChange(template, file, "employers", Objects.requireNonNull(file.contactId()));
        queue(Mail.of(template, file.school(), Objects.requireNonNull(file.contactEmail()), "employers")
                .toPerson(Objects.requireNonNull(file.contactId()))
                .aboutEmployer(Objects.requireNonNull(file.employerId()))
                .aboutInterview(file.id()));
    }

    /** To an employer who has not got this mail about this interview. */
    void toEmployerOnce(Template template, CaseFile file) {
        if (!log.has(template, file.id(), Objects.requireNonNull(file.contactId()))) {
            toEmployer(template, file);
        }
    }

    void toStudent(Template template, CaseFile file) {
        letAskForChange(template, file, "students", file.studentId());
        queue(Mail.of(template, file.school(), file.studentEmail(), "students")
                .toPerson(file.studentId())
                .aboutInterview(file.id()));
    }

    void toGuardian(Template template, CaseFile file) {
        students.guardianOf(file.studentId()).ifPresent(guardian -> {
            letAskForChange(template, file, "guardians", guardian.id());
            queue(Mail.of(template, file.school(), guardian.email(), "guardians")
                    .toPerson(guardian.id())
                    .aboutInterview(file.id()));
        });
    }

    private void toTeacher(Template template, CaseFile file) {
        toStaff(template, file, file.teacher(), Groups.TEACHERS);
    }

    private void toCoordinator(Template template, CaseFile file) {
        toStaff(template, file, file.coordinator(), Groups.COORDINATORS);
    }

    /** To every administrator of the school. */
    private void toAdministrators(Template template, CaseFile file) {
        staff.members(Groups.ADMINISTRATORS, Set.of(file.school()))
                .keySet()
                .forEach(administrator -> toStaff(template, file, administrator, Groups.ADMINISTRATORS));
    }

    private void toStaff(Template template, CaseFile file, String user, String group) {
        staff.contact(absences.deputyOf(file.school(), user).orElse(user))
                .filter(contact -> !contact.email().isBlank())
                .ifPresent(contact -> queue(
                        Mail.of(template, file.school(), contact.email(), group).aboutInterview(file.id())));
    }

    /** Some mails offer a link by which something can be changed: the same one in all mails to a person. */
    private void letAskForChange(Template template, CaseFile file, String role, long person) {
        if (file.startsAt() != null && template.facts().contains("changeLink")) {
            links.issueStart(InterviewProcess.CHANGE_REQUEST_KEY, file.school(), role, person, file.id());
        }
    }

    void queue(Mail mail) {
        if ("employers".equals(mail.role()) && mail.personId() != null) {
            var contact = employers.contact(mail.personId());
            links.issueDesk(contact.school(), contact.employerId(), contact.id());
        }
        var at = times.of(mail);
        var waits = at.isAfter(clock.instant());
        log.queue(mail, at);
        runtime.startProcessInstanceByKey(
                SEND_MAIL_KEY,
                mail.id().toString(),
                Variables.createVariables()
                        .putValueTyped("school", Variables.stringValue(mail.school(), true))
                        .putValue(WAITS.name(), waits)
                        .putValue(SEND_AT.name(), Date.from(at)));
    }
}
