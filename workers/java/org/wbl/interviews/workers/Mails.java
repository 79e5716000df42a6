package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.SEND_MAIL_KEY;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Groups;
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

    private final MailLog log;
    private final RuntimeService runtime;
    private final StaffIdentity staff;
    private final Students students;
    private final Absences absences;

    Mails(MailLog log, RuntimeService runtime, StaffIdentity staff, Students students, Absences absences) {
        this.log = log;
        this.runtime = runtime;
        this.staff = staff;
        this.students = students;
        this.absences = absences;
    }

    void toEmployer(Template template, CaseFile file) {
        queue(Mail.of(template, file.school(), Objects.requireNonNull(file.contactEmail()), "employers")
                .toPerson(Objects.requireNonNull(file.contactId()))
                .aboutInterview(file.id()));
    }

    /** To an employer who has not got this mail about this interview. */
    void toEmployerOnce(Template template, CaseFile file) {
        if (!log.has(template, file.id(), Objects.requireNonNull(file.contactId()))) {
            toEmployer(template, file);
        }
    }

    void toStudent(Template template, CaseFile file) {
        queue(Mail.of(template, file.school(), file.studentEmail(), "students")
                .toPerson(file.studentId())
                .aboutInterview(file.id()));
    }

    void toGuardian(Template template, CaseFile file) {
        students.guardianOf(file.studentId())
                .ifPresent(guardian -> queue(Mail.of(template, file.school(), guardian.email(), "guardians")
                        .toPerson(guardian.id())
                        .aboutInterview(file.id())));
    }

    void toTeacher(Template template, CaseFile file) {
        toStaff(template, file, file.teacher(), Groups.TEACHERS);
    }

    void toCoordinator(Template template, CaseFile file) {
        toStaff(template, file, file.coordinator(), Groups.COORDINATORS);
    }

    /** To every administrator of the school. */
    void toAdministrators(Template template, CaseFile file) {
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

    void queue(Mail mail) {
        log.queue(mail);
        runtime.startProcessInstanceByKey(
                SEND_MAIL_KEY,
                mail.id().toString(),
                Variables.createVariables().putValueTyped("school", Variables.stringValue(mail.school(), true)));
    }
}
