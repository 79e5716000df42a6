package org.wbl.interviews.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.catalina.valves.RemoteIpValve;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;

@ApplicationTest
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The page behind a mailed link")
class FormPageTests {

    private static final Map<String, Object> ACCEPTED = Map.of(
            "answer", "ACCEPTED",
            "offeredTimes", "Any Thursday at ten",
            "offeredModes", List.of("IN_PERSON_WORKPLACE"),
            "arrivalNotes", "Ring twice",
            "contactRules", true);

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Interviews interviews;

    @Autowired
    private FormLinks links;

    @Autowired
    private LinkTokens tokens;

    @Autowired
    private Clock clock;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ServletWebServerApplicationContext server;

    @LocalServerPort
    private int port;

    private String interview = "";
    private FormLink link = emptyLink();

    @BeforeEach
    void anInvitationIsOpen() {
        database.sql("truncate interviews.request_count").update();
        interview = invite();
        link = links.ofTask(task(interview)).orElseThrow();
    }

    @AfterEach
    void cleanUp() {
        ClockUtil.reset();
        identities.clearAuthentication();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("employer-invitation")
                .list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "test over"));
    }

    @Test
    void showsTheFormAndNotesTheFirstViewOnly() {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plusSeconds(60)));
        var page = get(token());
        var firstViewed = links.get(link.id()).firstViewedAt();
        ClockUtil.setCurrentTime(Date.from(clock.instant().plusSeconds(3600)));
        get(token());

        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody())
                .contains("Harbor Point High School", "212-555-0110", "data-nonce=")
                .contains("answer-invitation");
        assertThat(firstViewed).isNotNull();
        assertThat(links.get(link.id()).firstViewedAt()).isEqualTo(firstViewed);
        assertStillOpen();
    }

    @Test
    void tellsTheEmployerNoMoreOfTheStudentThanTheFamilyAllowed() {
        assertThat(get(token()).getBody()).doesNotContain("Amina", "Bello", "amina.b@", "She loves animals.");
    }

    @Test
    void isNotUsedUpByMailScanners() {
        for (var agent : List.of("Microsoft-SafeLinks", "Barracuda Sentinel", "Slackbot-LinkExpanding 1.0", "")) {
            for (var method : List.of(HttpMethod.HEAD, HttpMethod.GET, HttpMethod.GET)) {
                var request = RequestEntity.method(method, address(token()))
                        .header(HttpHeaders.USER_AGENT, agent)
                        .header("Sec-Purpose", "prefetch")
                        .build();
                assertThat(http.exchange(request, String.class).getStatusCode().value())
                        .isEqualTo(200);
            }
        }

        assertStillOpen();
        assertThat(post(token(), nonce(token()), ACCEPTED).getStatusCode().value())
                .isEqualTo(200);
    }

    @Test
    void notesNoViewWhenOnlyTheHeadIsAskedFor() {
        var head = http.exchange(RequestEntity.head(address(token())).build(), String.class);

        assertThat(head.getStatusCode().value()).isEqualTo(200);
        assertThat(head.getBody()).isNull();
        assertThat(links.get(link.id()).firstViewedAt()).isNull();
    }

    @Test
    void isKeptByNoCacheAndToldToNobody() {
        var unknown = get("unknown");
        for (var response : List.of(get(token()), unknown, post(token(), "no nonce", ACCEPTED))) {
            var headers = response.getHeaders();
            assertThat(headers.getCacheControl()).contains("no-store");
            assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(headers.getFirst("Content-Security-Policy"))
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.get(HttpHeaders.SET_COOKIE)).isNull();
        }
        assertThat(unknown.getHeaders().getFirst("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(get(token()).getHeaders().getFirst("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(get(token()).getBody())
                .doesNotContain("onclick", "style=", "<style")
                .doesNotContainPattern("<script(?![^>]*(src=|application/json))");
    }

    @Test
    void takesAnAnswerAndRecordsItWithTheTask() {
        var reply = post(token(), nonce(token()), ACCEPTED);

        assertThat(reply.getStatusCode().value()).isEqualTo(200);
        assertThat(message(reply))
                .startsWith("Your answer is with the school now. The same link shows it until ")
                .doesNotContain("{0}");
        assertThat(interviews.get(interview).offeredTimes()).isEqualTo("Any Thursday at ten");
        assertThat(links.get(link.id()).submittedAt()).isNotNull();
        assertThat(links.get(link.id()).revokedAt()).isNull();
        assertThat(tasks.createTaskQuery().taskId(link.taskId()).count()).isZero();
        assertThat(get(token()).getBody()).contains("What you answered");
    }

    @Test
    void takesAnswersInAnyLanguageAsTheyAre() {
        var words = "Любой четверг, 星期四 — <b>&amp;\"'</b> 🎓 %n%x ${7*7}";

        assertThat(post(token(), nonce(token()), with("offeredTimes", words))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(interviews.get(interview).offeredTimes()).isEqualTo(words);
    }

    @Test
    void refusesAnswersThatDidNotComeFromIt() {
        var other = links.ofTask(task(invite())).orElseThrow();
        var nonceOfOther = nonce(tokens.token(other.id()));

        for (var nonce : List.of(
                "",
                "x",
                "0".repeat(96),
                nonceOfOther,
                nonce(token()) + "0",
                nonce(token()).substring(1))) {
            assertThat(post(token(), nonce, ACCEPTED).getStatusCode().value())
                    .as(nonce)
                    .isEqualTo(403);
        }
        assertThat(send(token(), "{\"answers\":{}}").getStatusCode().value()).isEqualTo(400);
        assertStillOpen();
    }

    @Test
    void takesAnAnswerFromAPageThatWasOpenForDays() {
        var nonce = nonce(token());
        ClockUtil.setCurrentTime(Date.from(link.expiresAt().minusMinutes(1).toInstant()));

        assertThat(post(token(), nonce, ACCEPTED).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void refusesAMissingAnswerAndNamesItsField() throws Exception {
        var reply = post(token(), nonce(token()), Map.of("answer", "ACCEPTED"));

        assertThat(reply.getStatusCode().value()).isEqualTo(422);
        var problems = json.readTree(reply.getBody()).path("problems");
        assertThat(problems.findValuesAsText("key")).contains("offeredTimes");
        assertThat(problems.findValuesAsText("sentence")).allMatch(sentence -> sentence.endsWith("."));
        assertStillOpen();
    }

    @Test
    void refusesAWrongAnswerWithoutRepeatingIt() {
        var reply = post(token(), nonce(token()), Map.of("answer", "PERHAPS<script>"));

        assertThat(reply.getStatusCode().value()).isEqualTo(422);
        assertThat(reply.getBody()).doesNotContain("PERHAPS");
        assertStillOpen();
    }

    @Test
    void refusesWhatTheFormDoesNotAskFor() {
        var reply = post(token(), nonce(token()), with("employerAnswer", "DECLINED"));

        assertThat(reply.getStatusCode().value()).isEqualTo(422);
        assertStillOpen();
    }

    @Test
    void refusesWhatTheDatabaseCannotKeep() {
        assertThat(post(token(), nonce(token()), with("offeredTimes", "Any\u0000day"))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertStillOpen();
    }

    @Test
    void passesOnWhyTheBusinessRefuses() {
        var booking = runtime.startProcessInstanceByKey(
                "employer-matching",
                interview,
                Variables.createVariables()
                        .putValue("interviewId", interview)
                        .putValue("ending", "")
                        .putValueTyped("school", Variables.stringValue("02M999", true)));
        runtime.createProcessInstanceModification(booking.getId())
                .cancelAllForActivity("Activity_MatchEmployer")
                .startBeforeActivity("Activity_BookInterview")
                .execute();
        var task = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_BookInterview")
                .singleResult();
        var linkToBooking = new FormLink(
                UUID.randomUUID(),
                "Activity_BookInterview",
                task.getId(),
                "02M999",
                "employers",
                1,
                interview,
                null,
                link.dueAt(),
                link.expiresAt(),
                false,
                null,
                null,
                null);
        links.issue(linkToBooking);
        var token = tokens.token(linkToBooking.id());
        var sunday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));

        var reply = post(
                token,
                nonce(token),
                Map.of(
                        "startsAt",
                        sunday + "T10:00",
                        "minutes",
                        30,
                        "mode",
                        "IN_PERSON_WORKPLACE",
                        "place",
                        "8 Canal Row"));

        assertThat(reply.getStatusCode().value()).isEqualTo(422);
        assertThat(message(reply)).isEqualTo("There is no school on that day. Choose another day.");
        assertThat(links.get(linkToBooking.id()).submittedAt()).isNull();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
        runtime.deleteProcessInstance(booking.getId(), "test over");
    }

    @Test
    void takesExactlyOneOfManyAnswersAtOnce() throws Exception {
        var token = token();
        var nonce = nonce(token);
        var start = new CountDownLatch(1);
        var people = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> answering = () -> {
                start.await();
                return post(token, nonce, ACCEPTED).getStatusCode().value();
            };
            var answers = IntStream.range(0, 4)
                    .mapToObj(each -> people.submit(answering))
                    .toList();
            start.countDown();
            var codes = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get(60, TimeUnit.SECONDS));
            }
            assertThat(codes).containsExactlyInAnyOrder(200, 409, 409, 409);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void closesWhenItsTimeIsOver() {
        var nonce = nonce(token());
        ClockUtil.setCurrentTime(Date.from(link.expiresAt().plusSeconds(1).toInstant()));

        var page = get(token());
        assertThat(page.getStatusCode().value()).isEqualTo(410);
        assertThat(page.getBody())
                .contains("This link has expired", "212-555-0110", "Send me a new link")
                .doesNotContain("data-nonce");
        assertThat(post(token(), nonce, ACCEPTED).getStatusCode().value()).isEqualTo(410);
        assertThat(tasks.createTaskQuery().taskId(link.taskId()).count()).isOne();
    }

    @Test
    void sendsANewLinkInThePlaceOfAnExpiredOneToTheSameAddress() {
        keep(nonce(token()), 0, Map.of("answer", "DECLINED"));
        ClockUtil.setCurrentTime(Date.from(link.expiresAt().plusSeconds(1).toInstant()));
        var nonce =
                String.valueOf(get(token()).getBody()).replaceAll("(?s).*name=\"nonce\" value=\"([0-9a-f]+)\".*", "$1");

        assertThat(renew("of another page").getStatusCode().value()).isEqualTo(403);
        var renewed = renew(nonce);

        assertThat(renewed.getBody()).contains("A new link is on its way").doesNotContain("@");
        assertThat(renew(nonce).getStatusCode().value()).as("once").isEqualTo(410);
        var anew = links.ofTask(String.valueOf(link.taskId())).orElseThrow();
        assertThat(anew.id()).isNotEqualTo(link.id());
        assertThat(anew.expiresAt()).isAfter(link.expiresAt());
        assertThat(database.sql("select recipient from interviews.mail_log where form_link_id = :link")
                        .param("link", anew.id())
                        .query(String.class)
                        .list())
                .containsExactly(database.sql("select recipient from interviews.mail_log where form_link_id = :link")
                        .param("link", link.id())
                        .query(String.class)
                        .single());
        assertThat(get(tokens.token(anew.id())).getBody())
                .as("it goes on with what was begun")
                .contains("{\"answer\":\"DECLINED\"}");
    }

    private ResponseEntity<String> renew(String nonce) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return http.postForEntity(
                "/forms/" + token() + "/renewal", new HttpEntity<>("nonce=" + nonce, headers), String.class);
    }

    @Test
    void promisesNoNewLinkToAnEmployerThatGetsNoMailAnyMore() {
        ClockUtil.setCurrentTime(Date.from(link.expiresAt().plusSeconds(1).toInstant()));
        var nonce =
                String.valueOf(get(token()).getBody()).replaceAll("(?s).*name=\"nonce\" value=\"([0-9a-f]+)\".*", "$1");
        var employer = "id = (select employer_id from interviews.employer_contact where id = " + link.personId() + ")";
        database.sql("update interviews.employer set status = 'OPTED_OUT' where " + employer)
                .update();
        try {
            var answer = renew(nonce);
            assertThat(answer.getStatusCode().value()).isEqualTo(410);
            assertThat(answer.getBody()).doesNotContain("on its way");
        } finally {
            database.sql("update interviews.employer set status = 'ACTIVE' where " + employer)
                    .update();
        }
    }

    @Test
    void renewsAndCorrectsNothingThatIsOpen() {
        assertThat(renew(nonce(token())).getStatusCode().value()).isEqualTo(403);
        assertThat(get(token() + "/correction").getStatusCode().value()).isEqualTo(403);
        assertThat(get(token() + "/correction").getBody()).contains("Please open the page again");
        assertStillOpen();
    }

    @Test
    void keepsWhatIsBegunUntilItIsSent() {
        var nonce = nonce(token());

        assertThat(get(token()).getBody()).contains("data-version=\"0\"");
        assertThat(keep(nonce, 0, Map.of("answer", "ACCEPTED")).getBody()).contains("\"version\":1");
        assertThat(keep(nonce, 1, Map.of("answer", "ACCEPTED", "offeredTimes", "Any <b>day</b>"))
                        .getBody())
                .contains("\"version\":2");

        assertThat(get(token()).getBody()).contains("data-version=\"2\"", "Any \\u003cb\\u003eday\\u003c/b\\u003e");
        assertStillOpen();
        assertThat(post(token(), nonce(token()), ACCEPTED).getStatusCode().value())
                .isEqualTo(200);
        assertThat(database.sql("select count(*) from interviews.form_draft")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(keep(nonce, 2, ACCEPTED).getStatusCode().value()).isEqualTo(409);
    }

    @Test
    void keepsNothingOverWhatAnotherWindowHasSaved() {
        var nonce = nonce(token());
        keep(nonce, 0, Map.of("answer", "DECLINED"));

        assertThat(keep(nonce, 0, Map.of("answer", "ACCEPTED")).getStatusCode().value())
                .isEqualTo(412);
        assertThat(keep(nonce, 7, Map.of("answer", "ACCEPTED")).getStatusCode().value())
                .isEqualTo(412);
        assertThat(keep("of another page", 1, Map.of("answer", "ACCEPTED"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(get(token()).getBody()).contains("{\"answer\":\"DECLINED\"}");
    }

    @Test
    void forgetsWhatIsBegunWhenItIsNoLongerAsked() {
        keep(nonce(token()), 0, Map.of("answer", "DECLINED"));

        runtime.deleteProcessInstance(
                tasks.createTaskQuery().taskId(link.taskId()).singleResult().getProcessInstanceId(), "called off");

        assertThat(database.sql("select count(*) from interviews.form_draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void showsAgainWhatWasAnswered() {
        post(token(), nonce(token()), ACCEPTED);

        var page = get(token());

        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(Jsoup.parse(String.valueOf(page.getBody()))
                        .select("dl.receipt")
                        .text())
                .contains("Your answer Yes, gladly", "Which times suit you? Any Thursday at ten")
                .contains("Which ways suit you? At the workplace")
                .doesNotContain("ACCEPTED");
        assertThat(page.getBody()).contains("ask to correct it");
        ClockUtil.setCurrentTime(Date.from(link.expiresAt().plusSeconds(1).toInstant()));
        assertThat(get(token()).getStatusCode().value()).isEqualTo(409);
        assertThat(get(token() + "/correction").getStatusCode().value()).isEqualTo(409);
    }

    private ResponseEntity<String> keep(String nonce, int version, Map<String, Object> answers) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(
                "/forms/" + token() + "/draft",
                HttpMethod.PUT,
                new HttpEntity<>(Map.of("nonce", nonce, "version", version, "answers", answers), headers),
                String.class);
    }

    @Test
    void takesOnlySoManyAnswersAMinute() {
        ClockUtil.setCurrentTime(Date.from(clock.instant().truncatedTo(ChronoUnit.MINUTES)));
        var nonce = nonce(token());
        for (var i = 0; i < 10; i++) {
            assertThat(post(token(), nonce, Map.of()).getStatusCode().value()).isEqualTo(422);
        }

        var refused = post(token(), nonce, ACCEPTED);
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(message(refused)).startsWith("Please wait a minute.");
        assertStillOpen();
        assertThat(get(token()).getStatusCode().value()).as("it can be read").isEqualTo(200);

        ClockUtil.setCurrentTime(Date.from(clock.instant().plusSeconds(60)));
        assertThat(post(token(), nonce, ACCEPTED).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void countsWhatItRefusesWithoutANameOrAnAnswer() {
        get("guess-" + UUID.randomUUID());
        post(token(), nonce(token()), Map.of("answer", "Nora Feld was here"));
        post(token(), "00", ACCEPTED);

        assertThat(database.sql("select reason from interviews.refusal where form_link_id = :link order by reason")
                        .param("link", link.id())
                        .query(String.class)
                        .list())
                .containsExactly("ANSWERS_NOT_TAKEN", "NOT_FROM_PAGE");
        assertThat(database.sql(
                                "select sum(times) from interviews.refusal where form_link_id is null and reason = 'UNKNOWN'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(database.sql("select r::text from interviews.refusal r")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("Nora") || row.contains("guess"));
    }

    @Test
    void letsNobodyTryOutManyLinks() {
        ClockUtil.setCurrentTime(
                Date.from(clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(120)));
        for (var i = 0; i < 60; i++) {
            assertThat(guess(i)).isEqualTo(404);
        }

        assertThat(guess(60)).as("whatever it says of itself").isEqualTo(429);
        assertThat(get(token()).getStatusCode().value()).as("known links open").isEqualTo(200);
        assertThat(database.sql("select count(*) from interviews.request_count where since < :now - interval '2 hours'")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isZero();
        ClockUtil.setCurrentTime(Date.from(clock.instant().plusSeconds(60)));
        assertThat(guess(61)).isEqualTo(404);
    }

    @Test
    void countsTheVisitorsThatATrustedProxyNames() {
        ClockUtil.setCurrentTime(Date.from(clock.instant().truncatedTo(ChronoUnit.MINUTES)));
        var proxies = Arrays.stream(((TomcatWebServer) server.getWebServer())
                        .getTomcat()
                        .getEngine()
                        .getPipeline()
                        .getValves())
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(proxies.getInternalProxies()).as("nobody is trusted unasked").isEqualTo("none");
        proxies.setInternalProxies("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1");
        try {
            for (var i = 0; i < 70; i++) {
                assertThat(guess(i)).isEqualTo(404);
            }
        } finally {
            proxies.setInternalProxies("none");
        }
    }

    @Test
    void savesAndSendsOnlySoOften() {
        ClockUtil.setCurrentTime(Date.from(clock.instant().truncatedTo(ChronoUnit.MINUTES)));
        var nonce = nonce(token());
        counted(Act.SAVE, "link:" + token(), 60);
        assertThat(keep(nonce, 0, Map.of("answer", "ACCEPTED")).getStatusCode().value())
                .isEqualTo(429);
        counted(Act.SAVE, "link:" + token(), 59);
        assertThat(keep(nonce, 0, Map.of("answer", "ACCEPTED")).getStatusCode().value())
                .isEqualTo(200);
        counted(Act.SAVE, "network:127.0.0.1", 3000);
        assertThat(keep(nonce, 1, Map.of("answer", "DECLINED")).getStatusCode().value())
                .isEqualTo(429);

        counted(Act.SEND, "network:127.0.0.1", 300);
        assertThat(post(token(), nonce, ACCEPTED).getStatusCode().value()).isEqualTo(429);
        counted(Act.SEND, "network:127.0.0.1", 299);
        assertThat(post(token(), nonce, ACCEPTED).getStatusCode().value()).isEqualTo(200);
    }

    /** As if somebody had done it so often in this minute. */
    private void counted(Act act, String who, int times) {
        database.sql("""
                        insert into interviews.request_count (act, who, since, times) values (:act, :who, :since, :times)
                        on conflict (act, who, since) do update set times = :times
                        """)
                .param("act", act.name())
                .param("who", tokens.pseudonym(who))
                .param("since", clock.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
                .param("times", times)
                .update();
    }

    private int guess(int number) {
        return http.exchange(
                        RequestEntity.get("/forms/guess-" + number)
                                .header("X-Forwarded-For", "203.0.113." + number)
                                .build(),
                        String.class)
                .getStatusCode()
                .value();
    }

    @Test
    void closesWhenTheCaseIsCalledOffWhileItIsOpen() {
        var nonce = nonce(token());
        runtime.deleteProcessInstance(
                tasks.createTaskQuery().taskId(link.taskId()).singleResult().getProcessInstanceId(), "called off");

        var reply = post(token(), nonce, ACCEPTED);
        assertThat(reply.getStatusCode().value()).isEqualTo(410);
        assertThat(message(reply)).startsWith("This is no longer needed.");
        assertThat(get(token()).getStatusCode().value()).isEqualTo(410);
        assertThat(get(token()).getBody()).contains("This is no longer needed");
    }

    @Test
    void closesWhenStaffAnswerForThePerson() {
        var nonce = nonce(token());
        identities.setAuthentication("carla", List.of("coordinators"), List.of("02M999"));
        forms.submitTaskForm(link.taskId(), ACCEPTED);
        identities.clearAuthentication();

        assertThat(links.get(link.id()).revokedAt()).isNotNull();
        assertThat(links.get(link.id()).submittedAt()).isNull();
        assertThat(get(token()).getStatusCode().value()).isEqualTo(410);
        assertThat(post(token(), nonce, Map.of("answer", "DECLINED"))
                        .getStatusCode()
                        .value())
                .isEqualTo(410);
        assertThat(interviews.get(interview).offeredTimes()).isEqualTo("Any Thursday at ten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "..", "a%20b", "%C3%A9", "%22%3E%3Csvg%20onload%3Dalert(1)%3E", "' or 1=1", "TOO-LONG"})
    void doesNotExistForAnyOtherToken(String wrong) {
        var token = wrong.equals("TOO-LONG") ? "a".repeat(4000) : wrong;
        var page = http.exchange(
                RequestEntity.get(URI.create("http://localhost:%d/forms/%s".formatted(port, token.replace(" ", "%20"))))
                        .accept(MediaType.TEXT_HTML)
                        .build(),
                String.class);

        assertThat(page.getStatusCode().value()).isIn(400, 403, 404);
        assertThat(page.getBody()).contains("<h1>").doesNotContain("svg", "Exception", "Tomcat", "Whitelabel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%2Fb", "%2561", "a;b", "a//b", "..%2f", "%ff"})
    void refusesAddressesThatNobodyMailed(String wrong) {
        var page = http.exchange(
                RequestEntity.get(URI.create("http://localhost:%d/forms/%s".formatted(port, wrong)))
                        .accept(MediaType.TEXT_HTML)
                        .build(),
                String.class);

        assertThat(page.getStatusCode().value()).isIn(400, 403, 404);
        assertThat(String.valueOf(page.getBody())).doesNotContain("Exception", "Tomcat", "Whitelabel", "org.");
    }

    @Test
    void answersAnUnknownTokenInAPostToo() {
        assertThat(post("unknown", "nonce", ACCEPTED).getStatusCode().value()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void knowsNoOtherMethod(String method) {
        var response = http.exchange(
                RequestEntity.method(HttpMethod.valueOf(method), address(token()))
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{}"),
                String.class);

        assertThat(response.getStatusCode().value()).isEqualTo(405);
        assertPlainPage(response);
        assertStillOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "multipart/form-data"})
    void readsNothingButJson(String type) {
        var response = http.exchange(
                RequestEntity.post(address(token()))
                        .header(HttpHeaders.CONTENT_TYPE, type)
                        .accept(MediaType.TEXT_HTML)
                        .body("nonce=x".getBytes(UTF_8)),
                String.class);

        assertThat(response.getStatusCode().value()).isEqualTo(415);
        assertPlainPage(response);
        assertStillOpen();
    }

    @Test
    void readsNoLongerAnswerThanAPersonWrites() {
        assertThat(send(token(), "{\"answers\":{\"offeredTimes\":\"%s\"}}".formatted("x".repeat(200_000)))
                        .getStatusCode()
                        .value())
                .isEqualTo(413);
        assertStillOpen();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"nonce\":1,\"answers\":{}}",
                "{\"nonce\":\"x\",\"answers\":[]}",
                "{\"nonce\":\"x\",\"answers\":{\"a\":NaN}}",
                "{\"nonce\":\"x\"}{",
                "DEEP"
            })
    void refusesWhatIsNoAnswer(String sent) {
        var nesting = "{\"nonce\":\"x\",\"answers\":{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}";
        var reply = send(token(), sent.equals("DEEP") ? nesting : sent);

        assertThat(reply.getStatusCode().value()).isEqualTo(400);
        assertThat(message(reply)).isEqualTo("This is not an answer to a form.");
        assertStillOpen();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NESTED",
                "1e999999999",
                "123456789012345678901234567890",
                "-0.0",
                "[[[]]]",
                "{\"a\":{}}",
                "\"\\ud800\""
            })
    void answersOddValuesWithASentence(String value) {
        var odd = value.equals("NESTED") ? "[".repeat(900) + "]".repeat(900) : value;
        var sent = "{\"nonce\":\"%s\",\"answers\":{\"answer\":%s,\"offeredTimes\":%s}}"
                .formatted(nonce(token()), odd, odd);

        var reply = send(token(), sent);

        assertThat(reply.getStatusCode().value()).isIn(400, 422);
        assertThat(message(reply)).endsWith(".");
        assertStillOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
    void takesNoAnswerFromAnotherSite(String origin) throws Exception {
        var request = RequestEntity.post(address(token()))
                .header(HttpHeaders.ORIGIN, origin)
                .header("Sec-Fetch-Site", "cross-site")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(Map.of("nonce", nonce(token()), "answers", ACCEPTED)));

        assertThat(http.exchange(request, String.class).getStatusCode().value()).isEqualTo(403);
        assertStillOpen();
    }

    @Test
    void takesAnAnswerFromItself() throws Exception {
        var request = RequestEntity.post(address(token()))
                .header(HttpHeaders.ORIGIN, "http://localhost:" + port)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(Map.of("nonce", nonce(token()), "answers", ACCEPTED)));

        assertThat(http.exchange(request, String.class).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void leavesItsTokenNeitherInTheDatabaseNorInTheLog(CapturedOutput log) {
        get(token());
        post(token(), "wrong", ACCEPTED);
        post(token(), nonce(token()), Map.of());
        post(token(), nonce(token()), ACCEPTED);
        get(token());

        assertThat(token()).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(database.sql("select l::text from interviews.form_link l")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token()));
        assertThat(database.sql("select m::text from interviews.mail_log m")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token()));
        assertThat(database.sql("select count(*) from act_ru_variable where text_ like '%' || :token || '%'")
                        .param("token", token())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(log.getAll()).doesNotContain(token(), "Any Thursday at ten");
    }

    @Test
    void tellsNothingOfItsInnerLifeWhenItFails() {
        database.sql("update act_ru_variable set text_ = 'I-0' where name_ = 'interviewId' and text_ = :interview")
                .param("interview", interview)
                .update();

        var page = get(token());

        assertThat(page.getStatusCode().value()).isEqualTo(500);
        assertPlainPage(page);
        assertThat(page.getBody()).contains("Something went wrong on our side").doesNotContain("I-0");
    }

    @Test
    void isOneFamilyWithTheErrorPages() {
        var missing = http.exchange(
                RequestEntity.get(URI.create("http://localhost:%d/forms/a/b".formatted(port)))
                        .accept(MediaType.TEXT_HTML)
                        .build(),
                String.class);
        var closed = http.exchange(
                RequestEntity.get(URI.create("http://localhost:%d/nothing-here".formatted(port)))
                        .accept(MediaType.TEXT_HTML)
                        .build(),
                String.class);

        assertThat(missing.getStatusCode().value()).isEqualTo(404);
        assertThat(closed.getStatusCode().value()).isEqualTo(403);
        assertPlainPage(missing);
        assertPlainPage(closed);
    }

    private static void assertPlainPage(ResponseEntity<String> response) {
        assertThat(response.getBody())
                .contains("/app.css", "<h1>")
                .doesNotContain("Exception", "Whitelabel", "Tomcat", "org.wbl", "java.");
    }

    private void assertStillOpen() {
        assertThat(tasks.createTaskQuery().taskId(link.taskId()).count()).isOne();
        var now = links.get(link.id());
        assertThat(now.submittedAt()).isNull();
        assertThat(now.revokedAt()).isNull();
        assertThat(interviews.get(interview).offeredTimes()).isNull();
    }

    /** Opens the interview of a student with an employer who is asked for an answer. */
    private String invite() {
        var id = interviews.request(
                "02M999",
                row("student", "given_name", "Amina"),
                "carla",
                "carla",
                "theo",
                Mode.IN_PERSON_WORKPLACE,
                "Health",
                "She loves animals.",
                "");
        interviews.match(id, row("employer_contact", "name", "Dr. Nora Feld"));
        runtime.startProcessInstanceByKey(
                "employer-invitation",
                id,
                Variables.createVariables()
                        .putValue("interviewId", id)
                        .putValue("ending", "")
                        .putValueTyped("school", Variables.stringValue("02M999", true)));
        return id;
    }

    private long row(String table, String column, String value) {
        return database.sql("select id from interviews.%s where %s = :value".formatted(table, column))
                .param("value", value)
                .query(Long.class)
                .single();
    }

    private String task(String id) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("Activity_AnswerInvitation")
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
    }

    private String token() {
        return tokens.token(link.id());
    }

    private URI address(String token) {
        return URI.create("http://localhost:%d/forms/%s".formatted(port, token));
    }

    private ResponseEntity<String> get(String token) {
        return http.exchange(
                RequestEntity.get(address(token)).accept(MediaType.TEXT_HTML).build(), String.class);
    }

    private String nonce(String token) {
        return String.valueOf(get(token).getBody()).replaceAll("(?s).*data-nonce=\"([0-9a-f]+)\".*", "$1");
    }

    private ResponseEntity<String> post(String token, String nonce, Map<String, Object> answers) {
        try {
            return send(token, json.writeValueAsString(Map.of("nonce", nonce, "answers", answers)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ResponseEntity<String> send(String token, String body) {
        return http.exchange(
                RequestEntity.post(address(token))
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .body(body),
                String.class);
    }

    private String message(ResponseEntity<String> reply) {
        try {
            JsonNode sent = json.readTree(reply.getBody());
            return sent.path("message").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> with(String key, Object value) {
        var answers = new java.util.HashMap<>(ACCEPTED);
        answers.put(key, value);
        return answers;
    }

    private static FormLink emptyLink() {
        var never = OffsetDateTime.MIN;
        return new FormLink(new UUID(0, 0), "", "", "", "", 0, null, null, never, never, false, null, null, null);
    }
}
