package org.wbl.interviews.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wbl.interviews.TestDatabase;

@DisplayName("The mail log")
class MailLogTests {

    private static final Instant NOW = Instant.parse("2027-02-01T15:00:00Z");

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final MailLog log =
            new MailLog(database, Clock.fixed(NOW, ZoneOffset.UTC), new PublicUrl(SampleFacts.PUBLIC_URL));

    @BeforeEach
    void aSchool() {
        database.sql(
                        "insert into interviews.school values ('02M999', 'Harbor Point', '120 Pier Street', '212-555-0110')")
                .update();
    }

    @Test
    void keepsAMailWhenItsCallerCommits() {
        var mail = mail();

        transaction.executeWithoutResult(status -> log.queue(mail));

        var entry = log.get(mail.id());
        assertThat(entry.mail()).isEqualTo(mail);
        assertThat(entry.messageId()).isEqualTo("<%s@interviews.example.org>".formatted(mail.id()));
        assertThat(entry.queuedAt()).isEqualTo(NOW);
        assertThat(entry.sentAt()).isNull();
    }

    @Test
    void forgetsAMailWhenItsCallerFails() {
        var mail = mail();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    log.queue(mail);
                    throw new IllegalStateException("the caller failed");
                }))
                .hasMessage("the caller failed");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.get(mail.id()))
                .withMessageContaining("it must be queued before it is sent");
    }

    @Test
    void keepsTheFirstTimeOfSending() {
        var mail = mail();
        log.queue(mail);

        log.markSent(mail.id(), NOW);
        log.markSent(mail.id(), NOW.plusSeconds(60));

        assertThat(log.get(mail.id()).sentAt()).isEqualTo(NOW);
    }

    @Test
    void takesAMailOnce() {
        var mail = mail();
        log.queue(mail);

        assertThatThrownBy(() -> log.queue(mail)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void findsTheMailThatAReminderRepeats() {
        var link = UUID.randomUUID();
        database.sql("""
                        insert into interviews.form_link (id, token_hash, purpose, task_id, school, role, person_id,
                            issued_at, due_at, expires_at)
                        values (:id, sha256('x'), 'Activity_AnswerInvitation', 'task', '02M999', 'employers', 1,
                            now(), now(), now())
                        """).param("id", link).update();
        var request = mail().withFormLink(link);
        log.queue(request);
        log.queue(Mail.of(Template.REMINDER, "02M999", "nora@clinic.example", "employers")
                .withFormLink(link));

        assertThat(log.request(link)).contains(request);
        assertThat(log.request(UUID.randomUUID())).isEmpty();
    }

    private static Mail mail() {
        return Mail.of(Template.EMPLOYER_INVITATION, "02M999", "nora@clinic.example", "employers")
                .toPerson(7);
    }
}
