package org.wbl.interviews.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every mail that was queued, and when it was sent; written in the transaction that moves the process. */
@Component
public class MailLog {

    private final JdbcClient database;
    private final Clock clock;
    private final PublicUrl publicUrl;

    MailLog(JdbcClient database, Clock clock, PublicUrl publicUrl) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Records that the mail shall be sent, under a Message-ID that stays the same however often it is tried. */
    public void queue(Mail mail) {
        queue(mail, clock.instant());
    }

    /** Records that the mail shall be sent at its time. */
    public void queue(Mail mail, Instant plannedAt) {
        database.sql("""
                        insert into interviews.mail_log (id, message_id, template, school, recipient, role, person_id,
                            interview_id, employer_id, form_link_id, report_id, queued_at, planned_at)
                        values (:id, :messageId, :template, :school, :recipient, :role, :personId,
                            :interviewId, :employerId, :formLinkId, :reportId, :queuedAt, :plannedAt)
                        """)
                .param("id", mail.id())
                .param("messageId", "<%s@%s>".formatted(mail.id(), publicUrl.host()))
                .param("template", mail.template().name())
                .param("school", mail.school())
                .param("recipient", mail.recipient())
                .param("role", mail.role())
                .param("personId", mail.personId())
                .param("interviewId", mail.interviewId())
                .param("employerId", mail.employerId())
                .param("formLinkId", mail.formLinkId())
                .param("reportId", mail.reportId())
                .param("queuedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .param("plannedAt", plannedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns the logged mail. */
    public Entry get(UUID id) {
        return entry("select * from interviews.mail_log where id = :id", id);
    }

    /** Returns the logged mail, which nobody else can send until this transaction ends. */
    Entry claim(UUID id) {
        return entry("select * from interviews.mail_log where id = :id for update", id);
    }

    /** Returns the mail that asked for what this form link is about, which a reminder repeats. */
    public Optional<Mail> request(UUID formLink) {
        return database.sql("""
                        select * from interviews.mail_log
                        where form_link_id = :formLink and template <> 'REMINDER'
                        order by queued_at, id limit 1
                        """)
                .param("formLink", formLink)
                .query(MailLog::entry)
                .optional()
                .map(Entry::mail);
    }

    /** Records that the mail server took the mail. */
    public void markSent(UUID id, Instant at) {
        database.sql("update interviews.mail_log set sent_at = :at where id = :id and sent_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Records that the mail server takes no mail for this address, and why. */
    public void refuse(UUID id, String reason) {
        database.sql("update interviews.mail_log set refused_at = :now, refusal = :reason where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Returns why the mail server took no mail for the address of this one; empty when it did. */
    public Optional<String> refusal(UUID id) {
        return database.sql("select refusal from interviews.mail_log where id = :id and refusal is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Records that the mail was no longer needed when its time came. */
    public void drop(UUID id) {
        database.sql("update interviews.mail_log set dropped_at = :now where id = :id and sent_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /**
     * Returns when mails of these kinds went, or shall go, to an employer. Whoever else asks about this employer waits
     * until this transaction ends.
     */
    public List<Instant> planned(long employer, Set<Template> kinds, Instant from) {
        database.sql("select id from interviews.employer where id = :id for no key update")
                .param("id", employer)
                .query(Long.class)
                .single();
        return database.sql("""
                        select planned_at from interviews.mail_log
                        where employer_id = :employer and planned_at >= :from and template in (:kinds)
                            and dropped_at is null
                        """)
                .param("employer", employer)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("kinds", kinds.stream().map(Template::name).toList())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    private Entry entry(String query, UUID id) {
        return database.sql(query)
                .param("id", id)
                .query(MailLog::entry)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no mail '%s' in the mail log; it must be queued before it is sent.".formatted(id)));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var mail = new Mail(
                row.getObject("id", UUID.class),
                Template.valueOf(row.getString("template")),
                row.getString("school"),
                row.getString("recipient"),
                row.getString("role"),
                row.getObject("person_id", Long.class),
                row.getString("interview_id"),
                row.getObject("employer_id", Long.class),
                row.getObject("form_link_id", UUID.class),
                row.getObject("report_id", Long.class));
        var sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new Entry(
                mail,
                row.getString("message_id"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }

    /** Returns whether a report was sent, or shall be, to an address. */
    public boolean has(long report, String recipient) {
        return database.sql("""
                        select exists (select from interviews.mail_log
                            where report_id = :report and recipient = :recipient)
                        """)
                .param("report", report)
                .param("recipient", recipient)
                .query(Boolean.class)
                .single();
    }

    /** Returns whether a person was written this mail about this interview. */
    public boolean has(Template template, String interview, long person) {
        return database.sql("""
                        select exists (select from interviews.mail_log
                            where template = :template and interview_id = :interview and person_id = :person)
                        """)
                .param("template", template.name())
                .param("interview", interview)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /**
     * A mail in the log.
     *
     * @param messageId the mail's own header of that name
     * @param sentAt when the mail server took it; null while it waits
     */
    public record Entry(
            Mail mail,
            String messageId,
            Instant queuedAt,
            @Nullable Instant sentAt) {}
}
