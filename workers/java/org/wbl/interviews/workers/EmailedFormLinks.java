package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CONTACT_ID;
import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.form.FormLink;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.EmailedForm;
import org.wbl.interviews.process.EmailedForms;
import org.wbl.interviews.student.Students;

/**
 * Issues the link of an emailed form, reminds with the same link, and ends it with its task.
 *
 * <p>An employer that is not active gets no such mail, but for a booked interview while the safeguarding staff have not
 * stopped everything; the task stays, for what the coordinator hears otherwise.
 */
@Component
class EmailedFormLinks implements EmailedForms {

    /** Days to answer by a link that was asked for anew. */
    private static final int RENEWED_DAYS = 7;

    private final FormLinks links;
    private final MailLog log;
    private final Mails mails;
    private final Interviews interviews;
    private final Students students;
    private final Employers employers;
    private final MailTimes times;
    private final Translating translating;
    private final Clock clock;

    EmailedFormLinks(
            FormLinks links,
            MailLog log,
            Mails mails,
            Interviews interviews,
            Students students,
            Employers employers,
            MailTimes times,
            Translating translating,
            Clock clock) {
        this.links = links;
        this.log = log;
        this.mails = mails;
        this.interviews = interviews;
        this.students = students;
        this.employers = employers;
        this.times = times;
        this.translating = translating;
        this.clock = clock;
    }

    @Override
    public void ask(DelegateTask task, EmailedForm form) {
        var receiver = receiver(task, form.role());
        var due =
                (task.getDueDate() == null ? clock.instant() : task.getDueDate().toInstant()).atZone(clock.getZone());
        var interview = INTERVIEW_ID.find(task).orElse(null);
        var employer = EMPLOYER_ID.find(task).orElse(null);
        var link = new FormLink(
                UUID.randomUUID(),
                task.getTaskDefinitionKey(),
                task.getId(),
                task.getTenantId(),
                form.role(),
                receiver.id(),
                interview,
                employer,
                due.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC),
                due.plusDays(form.expiresAfterDays()).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC),
                form.asksForCode(),
                null,
                null,
                null);
        links.issue(link);
        if ("guardians".equals(link.role()) && interview != null) {
            translating.wants(link.school(), students.languageOf(link.personId()), interview);
        }
        var template = Template.valueOf(form.mail().toUpperCase(Locale.ROOT).replace('-', '_'));
        var mail = Mail.of(template, link.school(), receiver.email(), link.role())
                .toPerson(receiver.id())
                .withFormLink(link.id());
        mail = interview == null ? mail : mail.aboutInterview(interview);
        if (times.mayGo(mail)) {
            mails.queue(employer == null ? mail : mail.aboutEmployer(employer));
        }
    }

    @Override
    public void remind(DelegateTask task) {
        links.ofTask(task.getId())
                .flatMap(link -> log.request(link.id()))
                .filter(times::mayGo)
                .ifPresent(request -> mails.queue(request.followedBy(Template.REMINDER)));
    }

    @Override
    public boolean remind(UUID link) {
        var request = log.request(link).filter(times::mayGo);
        request.ifPresent(mail -> mails.queue(mail.followedBy(Template.REMINDER)));
        return request.isPresent();
    }

    @Override
    public void sendCode(UUID link) {
        mails.queue(log.request(link)
                .map(request -> request.followedBy(Template.FORM_CODE))
                .orElseGet(() -> codeOfDesk(links.get(link))));
    }

    private Mail codeOfDesk(FormLink desk) {
        var contact = employers.contact(desk.personId());
        return Mail.of(Template.FORM_CODE, desk.school(), contact.email(), desk.role())
                .toPerson(contact.id())
                .aboutEmployer(contact.employerId())
                .withFormLink(desk.id());
    }

    @Override
    public boolean sendCopy(UUID link) {
        var request = log.request(link).filter(mail -> !"guardians".equals(mail.role()) && times.mayGo(mail));
        request.ifPresent(mail -> mails.queue(mail.followedBy(Template.ANSWER_COPY)));
        return request.isPresent();
    }

    @Override
    public boolean renew(UUID link) {
        var request = log.request(link).filter(times::mayGo);
        request.ifPresent(mail -> {
            var old = links.get(link);
            var anew = old.anew(clock.instant().atOffset(ZoneOffset.UTC).plusDays(RENEWED_DAYS));
            links.replace(old, anew);
            mails.queue(mail.readdressed(mail.recipient()).withFormLink(anew.id()));
        });
        return request.isPresent();
    }

    @Override
    public void close(DelegateTask task) {
        links.revoke(task.getId());
    }

    private Receiver receiver(DelegateTask task, String role) {
        if (INTERVIEW_ID.find(task).isEmpty()) {
            var contact = employers.contact(CONTACT_ID.get(task));
            return new Receiver(contact.id(), contact.email());
        }
        var file = interviews.get(INTERVIEW_ID.get(task));
        return switch (role) {
            case "employers" ->
                new Receiver(Objects.requireNonNull(file.contactId()), Objects.requireNonNull(file.contactEmail()));
            case "students" -> new Receiver(file.studentId(), file.studentEmail());
            default ->
                students.guardianOf(file.studentId())
                        .map(guardian -> new Receiver(guardian.id(), guardian.email()))
                        .orElseThrow(() -> new IllegalStateException(
                                "The student of interview '%s' has no guardian on record. Add one, then retry."
                                        .formatted(file.id())));
        };
    }

    private record Receiver(long id, String email) {}
}
