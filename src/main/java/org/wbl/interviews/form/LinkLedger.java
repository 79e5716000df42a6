package org.wbl.interviews.form;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wbl.interviews.mail.Template;

/** What became of every link that was mailed: for coordinators, who wonder why somebody does not answer. */
@Repository
class LinkLedger {

    private final JdbcClient database;
    private final Clock clock;

    LinkLedger(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns links of these schools, the newest first.
     *
     * @param everything also those that are answered or ended
     * @param words all of which stand in the person's name, or in whose contact or family it is
     * @param after the link that they follow; null: from the newest on
     */
    List<Line> lines(
            Collection<String> schools, boolean everything, List<String> words, @Nullable UUID after, int most) {
        return database.sql("""
                        select * from interviews.link_ledger l
                        where l.school = any (:schools) and (:everything or (l.submitted_at is null and l.revoked_at is null))
                            and (cardinality(:words) = 0 or (select bool_and(strpos(
                                interviews.searchable(l.name || ' ' || l.of_whom || ' ' || coalesce(l.interview_id, '')),
                                interviews.searchable(word)) > 0) from unnest(:words) as word))
                            and (:after::uuid is null or (l.issued_at, l.id) < (
                                select issued_at, id from interviews.form_link where id = :after::uuid))
                        order by l.issued_at desc, l.id desc limit :most
                        """)
                .param("schools", schools.toArray(String[]::new))
                .param("everything", everything)
                .param("words", words.toArray(String[]::new))
                .param("after", after)
                .param("most", most)
                .query(Line.class)
                .list();
    }

    /** Returns one of them; empty also for one of another school. */
    Optional<Line> find(UUID link, Collection<String> schools) {
        return database.sql("select * from interviews.link_ledger where id = :link and school = any (:schools)")
                .param("link", link)
                .param("schools", schools.toArray(String[]::new))
                .query(Line.class)
                .optional();
    }

    /** Returns what an employer's contact is asked now, the most urgent first. */
    List<Ask> asks(long contact, int most) {
        return database.sql("""
                        select id, template, due_at from interviews.link_ledger
                        where role = 'employers' and person_id = :contact and submitted_at is null
                            and revoked_at is null and expires_at > :now
                        order by due_at, id limit :most
                        """)
                .param("contact", contact)
                .param("now", clock.instant().atOffset(UTC))
                .param("most", most)
                .query(Ask.class)
                .list();
    }

    /** Returns what an employer's contact has answered and can still read, the newest first. */
    List<Answered> receipts(long contact, int most) {
        return database.sql("""
                        select l.id, l.purpose, r.title, l.submitted_at
                        from interviews.form_link l join interviews.form_receipt r on r.form_link_id = l.id
                        where l.role = 'employers' and l.person_id = :contact and l.expires_at > :now
                        order by l.submitted_at desc, l.id limit :most
                        """)
                .param("contact", contact)
                .param("now", clock.instant().atOffset(UTC))
                .param("most", most)
                .query(Answered.class)
                .list();
    }

    /** A form that waits for an employer's answer; {@code template} is that of the mail which brought it. */
    record Ask(UUID id, String template, OffsetDateTime dueAt) {}

    /** A form that an employer has answered; {@code purpose} is that of its link. */
    record Answered(UUID id, String purpose, String title, OffsetDateTime submittedAt) {}

    /**
     * A link, and what became of it.
     *
     * @param ofWhom the employer, "family of" a student, or a student's program
     * @param template of the mail that brought it
     * @param sentAt when the mail server took that mail
     * @param refusedAt when it said that it takes no mail for this address, and {@code refusal} why
     * @param reminders how many were sent
     * @param readAt when it was first opened, but for right after a mail, as scanners do
     * @param startedAt when something was last kept that is not sent yet
     * @param provenAt when the code was entered
     */
    record Line(
            UUID id,
            String taskId,
            String name,
            String ofWhom,
            String email,
            String template,
            @Nullable String interviewId,
            OffsetDateTime issuedAt,
            OffsetDateTime dueAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime refusedAt,
            @Nullable String refusal,
            int reminders,
            @Nullable OffsetDateTime firstViewedAt,
            @Nullable OffsetDateTime readAt,
            @Nullable OffsetDateTime provenAt,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime revokedAt) {

        /** Returns what the mail was for, in words. */
        public String what() {
            return Template.valueOf(template).words();
        }

        /** Whether it can still be answered by this link. */
        public boolean isOpen() {
            return submittedAt == null && revokedAt == null;
        }

        /** Returns who opened it, as far as one can tell. */
        public String opened() {
            if (firstViewedAt == null) {
                return "not opened";
            }
            if (provenAt != null || startedAt != null || submittedAt != null) {
                return "opened by a person";
            }
            return readAt == null ? "opened, probably by a mail scanner" : "opened, probably by a person";
        }
    }
}
