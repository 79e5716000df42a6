package org.wbl.interviews.form;

import java.time.Duration;
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

    LinkLedger(JdbcClient database) {
        this.database = database;
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

    /**
     * A link, and what became of it.
     *
     * @param ofWhom the employer, "family of" a student, or a student's program
     * @param template of the mail that brought it
     * @param sentAt when the mail server took that mail
     * @param reminders how many were sent
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
            int reminders,
            @Nullable OffsetDateTime firstViewedAt,
            @Nullable OffsetDateTime provenAt,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime revokedAt) {

        /** Mail programs open links as soon as a mail arrives, to look for harm in them. */
        private static final Duration SCANNED = Duration.ofMinutes(2);

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
            return sentAt != null && firstViewedAt.isBefore(sentAt.plus(SCANNED))
                    ? "opened, probably by a mail scanner"
                    : "opened, probably by a person";
        }
    }
}
