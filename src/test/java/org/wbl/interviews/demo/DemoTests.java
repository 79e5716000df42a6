package org.wbl.interviews.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.LinkedMultiValueMap;
import org.wbl.interviews.ApplicationDatabase;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "interviews.public-url=http://localhost",
            "spring.datasource.hikari.connection-timeout=1000",
            "server.shutdown=immediate",
        })
@ContextConfiguration(initializers = ApplicationDatabase.class)
@ActiveProfiles("demo")
@DisplayName("The demo")
class DemoTests {

    private static final Pattern LINK =
            Pattern.compile("href=\"http://localhost(/forms/[^\"]+)\"[^>]*target=\"_blank\"");

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JavaMailSender mails;

    @Autowired
    private JdbcClient database;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FormService forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private Clock clock;

    @Autowired
    private Welcome welcome;

    @AfterEach
    void cleanUp() {
        identities.clearAuthentication();
        management.deleteProperty("demo.clock.ahead.millis");
        ClockUtil.reset();
    }

    @Test
    void tellsWhereEverythingIsAndWhoCanSignIn() {
        assertThat(welcome.text())
                .contains("http://localhost/demo/mailbox", "carla", "Harbor Point High School", SampleData.PASSWORD);
        assertThat(page("/")).contains("carla", "dana", SampleData.PASSWORD);
        assertThat(SampleData.logins())
                .allSatisfy(login -> assertThat(identities.checkPassword(login.user(), SampleData.PASSWORD))
                        .as(login.user())
                        .isTrue());
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list())
                .singleElement()
                .satisfies(user -> assertThat(user.getId()).isEqualTo("dana"));
    }

    @Test
    void knowsOnlyAddressesThatMailCanBeSentTo() {
        assertThat(database.sql("""
                                select email from (select email from interviews.student
                                    union all select email from interviews.guardian
                                    union all select email from interviews.employer_contact) as everybody
                                where email !~ '^[a-z0-9.-]+@[a-z0-9.-]+$'
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void catchesTheMailOfAnInterviewWithALinkThatWorks() {
        invite("Health");

        var mail = awaitMail("nora.feld@riverside-clinic.example");
        var link = LINK.matcher(page("/demo/mailbox/" + mail + "/html"));

        assertThat(link.find()).isTrue();
        assertThat(page(link.group(1))).contains("Answer the invitation");
        assertThat(page("/demo/mailbox?to=nora.feld@riverside-clinic.example")).contains("/demo/mailbox/" + mail);
        assertThat(page("/demo/mailbox?to=somebody@else.example")).doesNotContain("/demo/mailbox/" + mail);
    }

    @Test
    void movesTheTimeToTheNextTimerWhichRuns() {
        invite("Education");
        awaitMail("nora.feld@riverside-clinic.example");
        var before = clock.instant();

        // The first timer may be the monthly report; the first reminder follows within days.
        var told = move("WEEK"); // answered by the page itself, which the redirect leads to

        assertThat(Duration.between(before, clock.instant())).isGreaterThanOrEqualTo(Duration.ofDays(7));
        assertThat(told).contains("timer").contains("mail");
        assertThat(database.sql("select count(*) from interviews.mail_log where template = 'REMINDER'")
                        .query(Long.class)
                        .single())
                .isPositive();
        var waiting = database.sql("select min(duedate_) from public.act_ru_job where type_ = 'timer'")
                .query(java.time.LocalDateTime.class)
                .single();
        move("TIMER");
        assertThat(clock.instant()).isAfter(waiting.atZone(clock.getZone()).toInstant());
    }

    @Test
    void movesTheTimeForItsOwnPageOnly() {
        var before = clock.instant();

        var refused = post("/demo/clock", "step", "WEEK", "nonce", "guessed");

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(Duration.between(before, clock.instant())).isLessThan(Duration.ofDays(1));
    }

    @Test
    void keepsWhatAMailCarriesInert() throws Exception {
        var message = mails.createMimeMessage();
        var writing = new MimeMessageHelper(message, true, "UTF-8");
        writing.setFrom(new InternetAddress("a@b.example", "<script>alert(1)</script>"));
        writing.setTo("attacked@mail.example");
        writing.setSubject("<script>alert(2)</script>");
        writing.setText("plain <script>alert(3)</script>", "<p>Hello</p><script>alert(4)</script>");
        writing.addAttachment(
                "page.html", new ByteArrayResource("<script>alert(5)</script>".getBytes(UTF_8)), "text/html");
        mails.send(message);
        var mail = awaitMail("attacked@mail.example");

        assertThat(page("/demo/mailbox")).doesNotContain("<script>");
        assertThat(page("/demo/mailbox/" + mail))
                .contains("sandbox=\"allow-popups")
                .doesNotContain("<script>");
        assertThat(header("/demo/mailbox/" + mail + "/html", "Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox allow-popups")
                .doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(header("/demo/mailbox/" + mail + "/files/0", HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment");
        assertThat(page("/demo/mailbox/" + mail + "/files/0")).isEqualTo("<script>alert(5)</script>");
        assertThat(header("/demo/mailbox/" + mail + "/source", HttpHeaders.CONTENT_TYPE))
                .startsWith("text/plain");
        assertThat(header("/demo/mailbox/" + mail + "/source", "X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }

    @Test
    void hasACalendarForYears() {
        assertThat(database.sql("select count(distinct extract(year from day)) from interviews.calendar_day"
                                + " where school = '13K998' and name = 'Thanksgiving'")
                        .query(Long.class)
                        .single())
                .isEqualTo(13);
        assertThat(database.sql("select count(*) from interviews.calendar_day where name = 'Thanksgiving'"
                                + " and (extract(isodow from day) <> 4 or extract(day from day) not between 22 and 28)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void invite(String careerField) {
        identities.setAuthentication("carla", List.of("coordinators"), List.of("02M999"));
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("informational-interview")
                .latestVersion()
                .singleResult();
        var student = id("student where given_name = 'Amina'");
        forms.submitStartForm(
                definition.getId(),
                Map.of(
                        "student", student,
                        "teacher", "theo",
                        "coordinator", "carla",
                        "mode", "IN_PERSON_WORKPLACE",
                        "careerField", careerField,
                        "reason", "Animals."));
        complete("Activity_SetObjectives", Map.of("course", "Biology", "objectives", "Learn what a vet does all day."));
        complete(
                "Activity_MatchEmployer",
                Map.of("decision", "INVITE", "contact", id("employer_contact where name = 'Dr. Nora Feld'")));
        identities.clearAuthentication();
    }

    private void complete(String activity, Map<String, Object> answers) {
        identities.clearAuthentication();
        var task = await().until(
                        () -> tasks.createTaskQuery()
                                .taskDefinitionKey(activity)
                                .list(),
                        found -> !found.isEmpty())
                .get(0);
        identities.setAuthentication("carla", List.of("coordinators", "teachers"), List.of("02M999"));
        forms.submitTaskForm(task.getId(), answers);
    }

    private String id(String from) {
        return database.sql("select id from interviews." + from)
                .query(String.class)
                .single();
    }

    private long awaitMail(String recipient) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> database.sql("select max(id) from interviews.demo_mail where recipient = :recipient")
                                .param("recipient", recipient)
                                .query((row, number) -> row.getLong(1))
                                .single(),
                        id -> id > 0);
    }

    private String move(String step) {
        var nonce = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"").matcher(page("/demo/clock"));
        assertThat(nonce.find()).isTrue();
        var moved = post("/demo/clock", "step", step, "nonce", nonce.group(1));
        assertThat(moved.getStatusCode()).isEqualTo(HttpStatus.OK);
        return String.valueOf(moved.getBody());
    }

    private ResponseEntity<String> post(String path, String... fields) {
        var form = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return http.postForEntity(path, form, String.class);
    }

    private String page(String path) {
        var answer = http.getForEntity(path, String.class);
        assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
        return String.valueOf(answer.getBody());
    }

    private String header(String path, String name) {
        return String.valueOf(http.getForEntity(path, String.class).getHeaders().getFirst(name));
    }
}
