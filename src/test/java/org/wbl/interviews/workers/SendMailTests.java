package org.wbl.interviews.workers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.form.FormLink;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.Template;

@ApplicationTest
@ActiveProfiles("demo")
@DisplayName("Sending a mail")
class SendMailTests {

    /** They ask for nothing, and still belong to a link. */
    private static final Set<Template> OF_A_LINK = EnumSet.of(Template.FORM_CODE, Template.ANSWER_COPY);

    private static final String SURNAME = "Bello";

    @Autowired
    private Mails mails;

    @Autowired
    private MailFacts facts;

    @Autowired
    private Interviews interviews;

    @Autowired
    private FormLinks links;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JavaMailSenderImpl server;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int usualPort;

    @BeforeEach
    void aMailServerAndNoMailOfOtherTests() {
        forgetQueued();
        greenMail.start();
        usualPort = server.getPort();
        server.setPort(greenMail.getSmtp().getPort());
    }

    @AfterEach
    void cleanUp() {
        greenMail.stop();
        server.setPort(usualPort);
        ClockUtil.reset();
        forgetQueued();
        database.sql("update interviews.interview set ending = 'DUPLICATE', closed_at = now() where closed_at is null")
                .update();
    }

    @Test
    void isNotQueuedByATransactionThatFails() {
        var file = booked();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    mails.toStudent(Template.STUDENT_CONFIRMATION, file);
                    throw new IllegalStateException("the caller failed");
                }))
                .hasMessage("the caller failed");

        assertThat(jobs()).isEmpty();
        assertThat(queued(file)).isEmpty();
    }

    @Test
    void isTriedFiveTimesThenWaitsAsAnIncidentAndGoesOutOnceWhenMended() throws Exception {
        var file = booked();
        greenMail.stop();
        mails.toStudent(Template.STUDENT_CONFIRMATION, file);

        for (var retriesLeft = 4; retriesLeft >= 0; retriesLeft--) {
            var before = clock.instant();
            assertThatThrownBy(() -> management.executeJob(job().getId())).hasStackTraceContaining("does not answer");
            assertThat(job().getRetries()).isEqualTo(retriesLeft);
            if (retriesLeft > 0) {
                assertThat(job().getDuedate().toInstant())
                        .isBetween(before.plus(Duration.ofMinutes(4)), before.plus(Duration.ofMinutes(6)));
                ClockUtil.setCurrentTime(Date.from(before.plus(Duration.ofMinutes(6))));
            }
        }

        assertThat(runtime.createIncidentQuery()
                        .processDefinitionKeyIn("send-mail")
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage())
                        .startsWith("The mail server at 127.0.0.1:%d does not answer.".formatted(server.getPort()))
                        .contains("Check SMTP_HOST and SMTP_PORT"));
        var again = new GreenMail(new ServerSetup(server.getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            management.setJobRetries(job().getId(), 1);
            management.executeJob(job().getId());

            assertThat(again.getReceivedMessages()).hasSize(1);
            assertThat(jobs()).isEmpty();
            assertThat(runtime.createIncidentQuery()
                            .processDefinitionKeyIn("send-mail")
                            .count())
                    .isZero();
        } finally {
            again.stop();
        }
    }

    @Test
    void carriesTheInvitationAndTakesItBackUnderTheSameName() throws Exception {
        var file = booked();

        mails.toEmployer(Template.BOOKING_CONFIRMATION, file);
        sendAll();
        interviews.nextCalendarSequence(file.id());
        mails.toEmployer(Template.CANCELLATION, file);
        sendAll();

        var asked = calendarOf(greenMail.getReceivedMessages()[0]);
        var takenBack = calendarOf(greenMail.getReceivedMessages()[1]);
        assertThat(asked).contains("METHOD:REQUEST", "UID:%s@localhost".formatted(file.id()), "SEQUENCE:0");
        assertThat(takenBack).contains("METHOD:CANCEL", "UID:%s@localhost".formatted(file.id()), "SEQUENCE:1");
        assertThat(asked).doesNotContain("Amina", SURNAME);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"LEADERSHIP_REPORT", "PROGRESS_REPORT", "EMPLOYER_CHECK_IN", "IMPACT_LETTER", "REMINDER"},
            mode = EnumSource.Mode.EXCLUDE)
    void tellsNobodyTheStudentsSurname(Template template) throws Exception {
        var file = booked();
        var link = link(file.id(), null);

        for (var role : rolesOf(template)) {
            var mail = Mail.of(template, file.school(), "reader@mail.example", role)
                    .toPerson(file.studentId())
                    .aboutInterview(file.id());
            var asks = template.facts().contains("minutes") || OF_A_LINK.contains(template);
            mails.queue(asks ? mail.withFormLink(link.id()) : mail);
        }
        sendAll();

        assertThat(greenMail.getReceivedMessages()).hasSameSizeAs(rolesOf(template));
        for (var message : greenMail.getReceivedMessages()) {
            assertThat(message.getSubject()).doesNotContain(SURNAME, "Amina", "Feld", "Riverside");
            assertThat(everythingIn(message)).doesNotContainIgnoringCase(SURNAME);
        }
    }

    @Test
    void remindsWithTheLinkOfTheFirstMail() throws Exception {
        onAWorkingDay();
        var file = booked();
        var link = link(file.id(), null);
        var first = Mail.of(Template.RESEARCH_REQUEST, file.school(), "amina@mail.example", "students")
                .toPerson(file.studentId())
                .aboutInterview(file.id())
                .withFormLink(link.id());
        mails.queue(first);
        sendAll();
        mails.queue(Mail.of(Template.REMINDER, file.school(), "amina@mail.example", "students")
                .toPerson(file.studentId())
                .aboutInterview(file.id())
                .withFormLink(link.id()));
        sendAll();

        var received = List.of(greenMail.getReceivedMessages());
        assertThat(received).hasSize(2);
        assertThat(received.get(1).getSubject())
                .isEqualTo("Reminder: " + received.get(0).getSubject());
        assertThat(linkIn(received.get(1))).isEqualTo(linkIn(received.get(0)));
    }

    @Test
    void namesTheCoordinatorWhenAskingAnEmployerHowItGoes() throws Exception {
        onAWorkingDay();
        var file = booked();
        var employer = requireNonNull(file.employerId());
        var link = link(null, employer);
        mails.queue(Mail.of(Template.EMPLOYER_CHECK_IN, file.school(), "nora@clinic.example", "employers")
                .toPerson(requireNonNull(file.contactId()))
                .aboutEmployer(employer)
                .withFormLink(link.id()));
        sendAll();

        var message = greenMail.getReceivedMessages()[0];
        assertThat(message.getReplyTo()[0].toString()).contains("Carla Jimenez", "carla@schools.example");
        assertThat(everythingIn(message)).contains("Dr. Nora Feld", "Riverside Animal Clinic");
    }

    @Test
    void needsFactsThatAreThere() {
        var file = booked();
        for (var template : Template.values()) {
            if (template.facts().contains("link")
                    || OF_A_LINK.contains(template)
                    || template == Template.REMINDER
                    || template == Template.IMPACT_LETTER) {
                continue; // needs a link, a code, a report or a letter; see above and its stories
            }
            var mail = Mail.of(template, file.school(), "x@mail.example", "employers")
                    .aboutInterview(file.id());
            assertThat(facts.of(mail))
                    .as(template.name())
                    .containsKeys(template.facts().toArray(String[]::new));
        }
    }

    /** Automatic mails wait for one. */
    private void onAWorkingDay() {
        ClockUtil.setCurrentTime(Date.from(clock.instant()
                .atZone(clock.getZone())
                .with(next(TUESDAY))
                .withHour(10)
                .toInstant()));
    }

    private void forgetQueued() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-mail")
                .list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "test over"));
    }

    private CaseFile booked() {
        var student = row("student", "given_name", "Amina");
        database.sql("update interviews.guardian set name = 'Mrs. Ade Okon' where student_id = :student")
                .param("student", student)
                .update();
        var id = interviews.request(
                "02M999",
                student,
                "carla",
                "carla",
                "theo",
                Mode.IN_PERSON_WORKPLACE,
                "Health",
                "She loves animals.",
                "");
        interviews.match(id, row("employer_contact", "name", "Dr. Nora Feld"));
        interviews.invitationAccepted(id, "Any Thursday", "IN_PERSON_WORKPLACE", "Ring twice");
        interviews.book(
                id,
                LocalDate.of(2027, 3, 11).atTime(10, 0).atZone(clock.getZone()).toInstant(),
                30,
                Mode.IN_PERSON_WORKPLACE,
                "",
                "8 Canal Row",
                false);
        database.sql("""
                        insert into interviews.thank_you (interview_id, kind, way, words, with_reflection, approved_by, at)
                        select :id, kind, 'MAIL', 'Thank you.', false, 'theo', now()
                        from unnest(array['STUDENT', 'SCHOOL', 'IMPACT']) as kind
                        """).param("id", id).update();
        return interviews.get(id);
    }

    private FormLink link(@Nullable String interview, @Nullable Long employer) {
        var due = clock.instant().atOffset(ZoneOffset.UTC).plusDays(5);
        var link = new FormLink(
                UUID.randomUUID(),
                "Activity_Reflect",
                "task-" + UUID.randomUUID(),
                "02M999",
                "students",
                1,
                interview,
                employer,
                due,
                due.plusDays(30),
                false,
                null,
                null,
                null);
        links.issue(link);
        database.sql("insert into interviews.form_code (form_link_id, salt, sent_at) values (:id, 'salt', now())")
                .param("id", link.id())
                .update();
        return links.get(link.id());
    }

    private static List<String> rolesOf(Template template) {
        return switch (template) {
            case DAY_BEFORE, CANCELLATION, INTERVIEW_CHANGED, INTERVIEW_ON_HOLD, INTERVIEW_RESUMED ->
                List.of("employers", "students");
            case CONSENT_REQUEST, CONSENT_RECEIPT -> List.of("guardians");
            case REFLECTION_REQUEST, RESEARCH_REQUEST, READINESS_REQUEST, STUDENT_CONFIRMATION, OWN_CONSENT_REQUEST ->
                List.of("students");
            case OUTCOME_MISSING, DECISION_MISSING, STUDENT_MISSING -> List.of("coordinators");
            case APPROVAL_REQUEST, APPROVAL_REMINDER, OVERDUE_DIGEST -> List.of("administrators");
            default -> List.of("employers");
        };
    }

    private void sendAll() {
        jobs().forEach(job -> management.executeJob(job.getId()));
    }

    private Job job() {
        assertThat(jobs()).hasSize(1);
        return jobs().get(0);
    }

    private List<Job> jobs() {
        return management.createJobQuery().processDefinitionKey("send-mail").list();
    }

    private List<Map<String, Object>> queued(CaseFile file) {
        return database.sql("select id from interviews.mail_log where interview_id = :id")
                .param("id", file.id())
                .query()
                .listOfRows();
    }

    private long row(String table, String column, String value) {
        return database.sql("select id from interviews.%s where %s = :value".formatted(table, column))
                .param("value", value)
                .query(Long.class)
                .single();
    }

    private static String calendarOf(MimeMessage message) throws Exception {
        var forms = (MimeMultipart)
                ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        return new String(forms.getBodyPart(2).getInputStream().readAllBytes(), UTF_8);
    }

    /** Every text of a mail, decoded, and its headers. */
    private static String everythingIn(MimeMessage message) throws Exception {
        return GreenMailUtil.getHeaders(message) + textOf(message);
    }

    private static String textOf(Part part) throws Exception {
        if (part.getContent() instanceof MimeMultipart parts) {
            var all = new StringBuilder();
            for (var each = 0; each < parts.getCount(); each++) {
                all.append(textOf(parts.getBodyPart(each)));
            }
            return all.toString();
        }
        return new String(part.getInputStream().readAllBytes(), UTF_8);
    }

    private static String linkIn(MimeMessage message) throws Exception {
        return textOf(message).replaceAll("(?s).*?(http://localhost/forms/[A-Za-z0-9_-]+).*", "$1");
    }
}
