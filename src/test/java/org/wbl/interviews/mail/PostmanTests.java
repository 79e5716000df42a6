package org.wbl.interviews.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.wbl.interviews.TestDatabase;
import org.wbl.interviews.language.TestLanguages;

@DisplayName("The postman")
class PostmanTests {

    private static final Instant NOW = Instant.parse("2027-02-01T15:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final PublicUrl PUBLIC_URL = new PublicUrl(SampleFacts.PUBLIC_URL);

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final MailLog log = new MailLog(database, CLOCK, PUBLIC_URL);
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final SmtpConnections connections = new SmtpConnections(server);
    private final Postman postman = new Postman(
            log,
            new Letters(PUBLIC_URL, TestLanguages.read()),
            connections,
            new MailSettings("interviews@schools.example"),
            CLOCK,
            PUBLIC_URL);

    @BeforeEach
    void aSchool() {
        database.sql(
                        "insert into interviews.school values ('02M999', 'Harbor Point', '120 Pier Street', '212-555-0110')")
                .update();
        server.setHost("127.0.0.1");
        for (var timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            server.getJavaMailProperties().setProperty("mail.smtp." + timeout, "500");
        }
    }

    @AfterEach
    void hangUp() {
        connections.destroy();
    }

    @Nested
    @DisplayName("takes a mail to the server")
    class Delivering {

        private final GreenMail greenMail = greenMail(0);

        @AfterEach
        void stop() {
            greenMail.stop();
        }

        @Test
        void withTheHeadersThatMailProgramsGoBy() throws Exception {
            var mail = queued(Template.BOOKING_CONFIRMATION);

            send(mail);

            var received = received();
            assertThat(received.getFrom())
                    .containsExactly(new InternetAddress("interviews@schools.example", "Harbor Point High School"));
            assertThat(received.getReplyTo())
                    .containsExactly(new InternetAddress("carla@schools.example", "Carla Jimenez"));
            assertThat(received.getRecipients(RecipientType.TO))
                    .containsExactly(new InternetAddress("nora@clinic.example"));
            assertThat(received.getMessageID()).isEqualTo("<%s@interviews.example.org>".formatted(mail.id()));
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received.getSentDate()).isEqualTo(NOW);
            assertThat(received.getSubject())
                    .isEqualTo("Confirmed: your interview with Harbor Point High School (I-1001)");
            assertThat(log.get(mail.id()).sentAt()).isEqualTo(NOW);
        }

        @Test
        void asTextAndPage() throws Exception {
            send(queued(Template.DAY_BEFORE));

            var parts = (MimeMultipart) received().getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(types(parts)).containsExactly("text/plain", "text/html");
            assertThat(text(parts.getBodyPart(0))).contains("Where: 8 Canal Row, second floor");
            assertThat(text(parts.getBodyPart(1))).contains("<dd>8 Canal Row, second floor</dd>");
        }

        @Test
        void withTheCalendarEntryAsThirdFormAndAsFile() throws Exception {
            send(queued(Template.BOOKING_CONFIRMATION), SampleFacts.all(), invitation());

            var parts = (MimeMultipart) received().getContent();
            assertThat(parts.getContentType()).startsWith("multipart/mixed");
            var forms = (MimeMultipart) parts.getBodyPart(0).getContent();
            assertThat(types(forms)).containsExactly("text/plain", "text/html", "text/calendar");
            assertThat(forms.getBodyPart(2).getContentType().replaceAll("\\s+", " "))
                    .isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
            var file = parts.getBodyPart(1);
            assertThat(file.getFileName()).isEqualTo("invite.ics");
            assertThat(file.getContentType()).startsWith("application/ics");
            assertThat(text(file)).isEqualTo(text(forms.getBodyPart(2))).contains("METHOD:REQUEST");
        }

        @Test
        void withAFile() throws Exception {
            var workbook =
                    new Attachment("progress.xlsx", "application/octet-stream", new byte[] {0, 1, 2, (byte) 255});

            send(queued(Template.LEADERSHIP_REPORT), SampleFacts.all(), workbook);

            var file = ((MimeMultipart) received().getContent()).getBodyPart(1);
            assertThat(file.getFileName()).isEqualTo("progress.xlsx");
            assertThat(file.getInputStream().readAllBytes()).containsExactly(workbook.content());
        }

        @Test
        void writesNamesInAnyLanguage() throws Exception {
            var facts = SampleFacts.all();
            facts.put("schoolName", "École Ñandú 高中");

            send(queued(Template.DAY_BEFORE), facts);

            assertThat(((InternetAddress) received().getFrom()[0]).getPersonal())
                    .isEqualTo("École Ñandú 高中");
        }

        @Test
        void onceHoweverOftenItIsAsked() {
            var mail = queued(Template.DAY_BEFORE);

            send(mail);
            send(mail);

            assertThat(greenMail.getReceivedMessages()).hasSize(1);
        }

        @Test
        void onceWhenTwoSendersHaveItAtTheSameMoment() throws Exception {
            var mail = queued(Template.DAY_BEFORE);
            var start = new CountDownLatch(1);
            var senders = Executors.newFixedThreadPool(2);
            try {
                var both = List.of(0, 1).stream()
                        .map(sender -> senders.submit(() -> {
                            start.await();
                            send(mail);
                            return true;
                        }))
                        .toList();
                start.countDown();
                for (var each : both) {
                    assertThat(each.get(20, TimeUnit.SECONDS)).isTrue();
                }
            } finally {
                senders.shutdownNow();
            }

            assertThat(greenMail.getReceivedMessages()).hasSize(1);
        }

        @Test
        void againUnderTheSameNameWhenItsTransactionFailedAfterSending() throws Exception {
            var mail = queued(Template.DAY_BEFORE);

            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        postman.send(mail.id(), SampleFacts.all());
                        throw new IllegalStateException("the database went away");
                    }))
                    .hasMessage("the database went away");
            send(mail);

            assertThat(List.of(greenMail.getReceivedMessages()))
                    .extracting(MimeMessage::getMessageID)
                    .containsExactly(
                            "<%s@interviews.example.org>".formatted(mail.id()),
                            "<%s@interviews.example.org>".formatted(mail.id()));
        }

        @Test
        void withoutReplyAddressWhenNobodyReadsReplies() throws Exception {
            var facts = SampleFacts.all();
            facts.put("contactEmail", "");

            send(queued(Template.DAY_BEFORE), facts);

            assertThat(received().getHeader("Reply-To")).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"schoolName", "contactName", "contactEmail", "interviewId"})
        void neverWithALineThatWouldBecomeAHeader(String fact) {
            var facts = SampleFacts.all();
            facts.put(fact, "a@b.example\r\nBcc: evil@mail.example");
            var mail = queued(Template.BOOKING_CONFIRMATION);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> send(mail, facts))
                    .withMessageEndingWith("Correct it, then retry in Cockpit.")
                    .withMessageNotContaining("evil");

            assertThat(greenMail.getReceivedMessages()).isEmpty();
            assertThat(log.get(mail.id()).sentAt()).isNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a@b.example\r\nBcc: evil@mail.example",
                    "a@b.example,evil@mail.example",
                    "Evil <evil@mail.example>",
                    "\"a\r\nBcc\"@b.example",
                    "evil",
                    "evil@",
                    "@b.example",
                    "a@-b.example",
                    ""
                })
        void onlyToOneAddress(String recipient) {
            var mail = Mail.of(Template.DAY_BEFORE, "02M999", recipient, "employers");
            log.queue(mail);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> send(mail))
                    .withMessageStartingWith("The recipient of this mail ")
                    .withMessageNotContaining("evil");

            assertThat(greenMail.getReceivedMessages()).isEmpty();
        }

        @Test
        void toADomainInAnyAlphabet() throws Exception {
            var mail = Mail.of(Template.DAY_BEFORE, "02M999", "nora@müller.example", "employers");
            log.queue(mail);

            send(mail);

            assertThat(received().getRecipients(RecipientType.TO)[0]).hasToString("nora@xn--mller-kva.example");
        }

        private MimeMessage received() {
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            return greenMail.getReceivedMessages()[0];
        }
    }

    @Nested
    @DisplayName("keeps a mail queued")
    class Failing {

        private final ScriptedSmtpServer scripted = new ScriptedSmtpServer(0);

        @BeforeEach
        void findIt() {
            server.setPort(scripted.port());
        }

        @AfterEach
        void stop() throws IOException {
            scripted.close();
        }

        @ParameterizedTest(name = "when {0} is answered with {1}")
        @CsvSource({
            "RCPT,     550 no such person nora@clinic.example, does not know the receiver's address (550). Correct it in row",
            "RCPT,     550 5.7.1 relaying denied,              does not take mail",
            "RCPT,     554 blocked,                            does not take mail",
            "RCPT,     450 greylisted,                         asks us to come back later (450).",
            "MAIL,     550 not yours,                          does not let us send from 'interviews@schools.example' (550).",
            "MAIL,     451 busy,                               asks us to come back later (451).",
            "DATA,     452 no room,                            asks us to come back later (452).",
            "'.',      554 spam,                               does not take mail",
            "GREETING, 554 no service,                         broke off",
            "GREETING, '',                                     broke off",
            "RCPT,     '',                                     broke off"
        })
        void whenTheServerDoesNotTakeIt(String command, String answer, String sentence) {
            var mail = queued(Template.DAY_BEFORE);
            scripted.answer(command, answer);

            assertThatThrownBy(() -> send(mail))
                    .isInstanceOf(MailNotSent.class)
                    .hasMessageStartingWith("The mail server at 127.0.0.1:%d ".formatted(scripted.port()))
                    .hasMessageContaining(sentence)
                    .message()
                    .doesNotContain("nora@");

            assertThat(log.get(mail.id()).sentAt()).isNull();
            assertThat(scripted.mails()).isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "550 no such person, true",
            "550 5.1.1 no such person, true",
            "552 5.2.2 mailbox full, true",
            "550 5.7.1 relaying denied, false",
            "554 blocked, false",
            "450 4.1.1 later, false"
        })
        void andSaysWhetherTheAddressIsToBlame(String answer, boolean toBlame) {
            scripted.answer("RCPT", answer);

            var failure = catchThrowable(() -> send(queued(Template.DAY_BEFORE)));

            assertThat(failure instanceof AddressRefused).isEqualTo(toBlame);
        }

        @Test
        void whenTheServerIsDownAndSendsItOnceItIsBack() throws Exception {
            var mail = queued(Template.DAY_BEFORE);
            scripted.close();

            assertThatThrownBy(() -> send(mail))
                    .isInstanceOf(MailNotSent.class)
                    .hasMessageContaining("does not answer.")
                    .hasMessageContaining("Check SMTP_HOST and SMTP_PORT");

            try (var back = new ScriptedSmtpServer(scripted.port())) {
                send(mail);
                send(mail);
                assertThat(back.mails()).isOne();
            }
            assertThat(log.get(mail.id()).sentAt()).isEqualTo(NOW);
        }

        @Test
        void whenOurPasswordIsWrong() {
            var mail = queued(Template.DAY_BEFORE);
            scripted.answer("EHLO", "250-hello\r\n250 AUTH PLAIN");
            scripted.answer("AUTH", "535 wrong");
            server.setUsername("interviews");
            server.setPassword("secret-word");

            assertThatThrownBy(() -> send(mail))
                    .isInstanceOf(MailNotSent.class)
                    .hasMessageContaining("Check SMTP_USER and SMTP_PASSWORD.")
                    .message()
                    .doesNotContain("secret-word");
        }

        @Test
        void whenTheServerOffersNoEncryptionThoughItMust() {
            var mail = queued(Template.DAY_BEFORE);
            server.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
            server.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

            assertThatThrownBy(() -> send(mail))
                    .isInstanceOf(MailNotSent.class)
                    .hasMessageContaining("the server must offer TLS");
            assertThat(scripted.mails()).isZero();
        }
    }

    @Nested
    @DisplayName("keeps its connection")
    class Connections {

        private final ScriptedSmtpServer scripted = new ScriptedSmtpServer(0);

        @BeforeEach
        void findIt() {
            server.setPort(scripted.port());
        }

        @AfterEach
        void stop() throws IOException {
            scripted.close();
        }

        @Test
        void fromOneMailToTheNext() {
            for (var mail = 0; mail < 5; mail++) {
                send(queued(Template.DAY_BEFORE));
            }

            assertThat(scripted.mails()).isEqualTo(5);
            assertThat(scripted.connections()).isOne();
        }

        @Test
        void butNotForEver() {
            for (var mail = 0; mail < 51; mail++) {
                send(queued(Template.DAY_BEFORE));
            }

            assertThat(scripted.mails()).isEqualTo(51);
            assertThat(scripted.connections()).isEqualTo(2);
        }

        @Test
        void andFindsANewOneWhenTheServerStartedAgain() throws Exception {
            send(queued(Template.DAY_BEFORE));
            scripted.close();
            try (var again = new ScriptedSmtpServer(scripted.port())) {
                var mail = queued(Template.DAY_BEFORE);

                send(mail);

                assertThat(again.mails()).isOne();
                assertThat(log.get(mail.id()).sentAt()).isNotNull();
            }
        }

        @Test
        void unlessAMailFailedOnIt() {
            scripted.answer("RCPT", "550 unknown");
            assertThatThrownBy(() -> send(queued(Template.DAY_BEFORE))).isInstanceOf(MailNotSent.class);
            scripted.answer("RCPT", "250 ok");

            send(queued(Template.DAY_BEFORE));

            assertThat(scripted.connections()).isEqualTo(2);
            assertThat(scripted.mails()).isOne();
        }
    }

    private GreenMail greenMail(int port) {
        var greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        server.setPort(greenMail.getSmtp().getPort());
        return greenMail;
    }

    private Mail queued(Template template) {
        var mail = Mail.of(template, "02M999", "nora@clinic.example", "employers");
        log.queue(mail);
        return mail;
    }

    private void send(Mail mail) {
        send(mail, SampleFacts.all());
    }

    /** As the engine's job does: in a transaction. */
    private void send(Mail mail, Map<String, Object> facts, Enclosure... enclosures) {
        transaction.executeWithoutResult(status -> postman.send(mail.id(), facts, enclosures));
    }

    private static Invitation invitation() {
        return new Invitation(
                Invitation.Kind.REQUEST,
                "I-1001",
                0,
                ZonedDateTime.of(2027, 3, 11, 10, 0, 0, 0, ZoneId.of("America/New_York")),
                Duration.ofMinutes(35),
                "Informational interview (I-1001)",
                "",
                "8 Canal Row",
                "Carla Jimenez",
                "carla@schools.example");
    }

    private static List<String> types(MimeMultipart parts) throws Exception {
        var types = new java.util.ArrayList<String>();
        for (var part = 0; part < parts.getCount(); part++) {
            types.add(parts.getBodyPart(part)
                    .getContentType()
                    .replaceAll(";.*", "")
                    .strip());
        }
        return types;
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), UTF_8).replace("\r\n", "\n");
    }
}
