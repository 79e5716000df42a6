package org.wbl.interviews.demo;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail of the demo, whoever it is to. */
@Repository
@Profile("demo")
class Mailbox {

    private final JdbcClient database;
    private final Clock clock;

    Mailbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void keep(String recipient, ReadableMail mail, byte[] source) {
        database.sql("""
                        insert into interviews.demo_mail (received_at, sender, recipient, subject, message_id, source)
                        values (:receivedAt, :sender, :recipient, :subject, :messageId, :source)
                        """)
                .param("receivedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sender", storable(mail.sender()))
                .param("recipient", storable(recipient))
                .param("subject", storable(mail.subject()))
                .param("messageId", mail.messageId())
                .param("source", source)
                .update();
    }

    /** Returns up to {@code count} mails that are older than {@code before}, newest first. */
    List<Entry> list(@Nullable String recipient, @Nullable Long before, int count) {
        return database.sql("""
                        select mail.id, mail.received_at, mail.sender, mail.recipient, mail.subject, log.role
                        from interviews.demo_mail mail
                        left join interviews.mail_log log on log.message_id = mail.message_id
                        where (cast(:recipient as text) is null or mail.recipient = :recipient)
                          and (cast(:before as bigint) is null or mail.id < :before)
                        order by mail.id desc limit :count
                        """)
                .param("recipient", recipient)
                .param("before", before)
                .param("count", count)
                .query(Entry.class)
                .list();
    }

    List<String> recipients() {
        return database.sql("select distinct recipient from interviews.demo_mail order by recipient")
                .query(String.class)
                .list();
    }

    Optional<Kept> find(long id) {
        return database.sql("select id, received_at, recipient, source from interviews.demo_mail where id = :id")
                .param("id", id)
                .query(Kept.class)
                .optional();
    }

    long count() {
        return database.sql("select count(*) from interviews.demo_mail")
                .query(Long.class)
                .single();
    }

    /** PostgreSQL stores every character but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    /**
     * A line of the mailbox.
     *
     * @param role of the receiver; null in a mail that the application did not send
     */
    record Entry(
            long id,
            OffsetDateTime receivedAt,
            String sender,
            String recipient,
            String subject,
            @Nullable String role) {}

    /** A mail as it came. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares mails
    record Kept(long id, OffsetDateTime receivedAt, String recipient, byte[] source) {}
}
