package org.wbl.interviews.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.RequestEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;
import org.wbl.interviews.InterviewsApplication;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffAccounts;

/**
 * Two nodes on one database; the second is another application in the same JVM, and lives as long as it: closing one
 * application takes the web applications' static parts from all.
 */
@ApplicationTest
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("A login")
class StaffSessionsTests {

    private static final String PASSWORD = "a-password-for-two-nodes";
    private static final String TASKS = Browser.WEB + "/task/count";
    private static final String COOKIE = "SESSION";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Environment environment;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private IdentityService identities;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SessionRepository<? extends Session> sessions;

    @Autowired
    private ConversionService springSessionConversionService;

    private TestRestTemplate secondHttp;

    @BeforeAll
    void startASecondNode() {
        var secondNode = new SpringApplicationBuilder(InterviewsApplication.class)
                .run(
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                        "--spring.datasource.username=" + environment.getRequiredProperty("spring.datasource.username"),
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--server.shutdown=immediate");
        secondHttp = new TestRestTemplate(new RestTemplateBuilder()
                .rootUri("http://localhost:" + secondNode.getEnvironment().getRequiredProperty("local.server.port")));
        ProcessEngines.registerProcessEngine(engine);
    }

    @BeforeEach
    void anAccount() {
        accounts.add(
                new StaffAccounts.Account(
                        "nora", "Nora", "Node", "nora@schools.example", Groups.COORDINATORS, List.of()),
                PASSWORD);
    }

    @Test
    void holdsOnAnotherNode() {
        var onFirst = Browser.of(http, "nora", PASSWORD);
        var onSecond = onNode(secondHttp, onFirst);

        assertThat(onSecond.get(TASKS).getStatusCode().value()).isEqualTo(200);
        assertThat(onSecond.post(TASKS, Map.of()).getStatusCode().value())
                .as("with the anti-forgery token of the other node")
                .isEqualTo(200);
        assertThat(onFirst.get(TASKS).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void endsOnEveryNodeAtOnce() {
        var onFirst = Browser.of(http, "nora", PASSWORD);
        var old = onNode(http, onFirst);
        var onSecond = onNode(secondHttp, onFirst);

        assertThat(onSecond.signOut().getStatusCode().value()).isEqualTo(200);

        assertThat(old.get(TASKS).getStatusCode().value()).isEqualTo(401);
        assertThat(onNode(secondHttp, old).get(TASKS).getStatusCode().value()).isEqualTo(401);
        assertThat(old.get("/reports/progress.xlsx").getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void isNotBroughtBackByARequestThatWasUnderWay() {
        assertNotBroughtBack(sessions);
    }

    private <S extends Session> void assertNotBroughtBack(SessionRepository<S> repository) {
        var browser = Browser.of(http, "nora", PASSWORD);
        var old = onNode(http, browser);
        var underWay = repository.findById(sessionId(browser));
        Object login = underWay.getAttribute("authenticatedUser");
        browser.signOut();

        underWay.setAttribute("authenticatedUser", login);
        repository.save(underWay);

        assertThat(old.get(TASKS).getStatusCode().value()).isEqualTo(401);
        assertThat(browser.get(TASKS).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void canFollowALogoutWithoutAnotherPageBetween() {
        var browser = Browser.of(http, "nora", PASSWORD);
        browser.signOut();

        assertThat(browser.sendLogin("nora", PASSWORD, "welcome")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void getsANewSessionThatNobodyKnewBefore() {
        var browser = new Browser(http);
        browser.get("/camunda/api/engine/engine");
        var planted = onNode(http, browser);

        browser.signIn("nora", PASSWORD, "welcome");

        assertThat(browser.cookie(COOKIE)).isNotEqualTo(planted.cookie(COOKIE));
        assertThat(planted.get(TASKS).getStatusCode().value()).isEqualTo(401);
        assertThat(browser.get(TASKS).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void endsAfterHalfAnHourOfSilence() {
        var browser = Browser.of(http, "nora", PASSWORD);
        assertThat(database.sql("select max_inactive_interval from interviews.staff_session where session_id = :id")
                        .param("id", sessionId(browser))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1800);

        database.sql("""
                        update interviews.staff_session
                        set last_access_time = last_access_time - 1801000, expiry_time = expiry_time - 1801000
                        where session_id = :id
                        """).param("id", sessionId(browser)).update();

        assertThat(browser.get(TASKS).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void endsWithTheAccount() {
        accounts.add(
                new StaffAccounts.Account(
                        "leaver", "Lee", "Leaver", "leaver@schools.example", Groups.COORDINATORS, List.of()),
                PASSWORD);
        var browser = Browser.of(http, "leaver", PASSWORD);
        var onSecond = onNode(secondHttp, browser);
        assertThat(onSecond.get(TASKS).getStatusCode().value()).isEqualTo(200);

        identities.deleteUser("leaver");

        assertThat(browser.get(TASKS).getStatusCode().value()).isEqualTo(401);
        assertThat(onSecond.get(TASKS).getStatusCode().value()).isEqualTo(401);
        assertThat(browser.get("/reports/progress.xlsx").getStatusCode().value())
                .isEqualTo(401);
        assertThat(http.withBasicAuth("leaver", PASSWORD)
                        .getForEntity("/engine-rest/task/count", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void losesTheRightsOfAGroupAtOnce() {
        var browser = Browser.of(http, "nora", PASSWORD);
        assertThat(browser.get(TASKS).getStatusCode().value()).isEqualTo(200);

        identities.deleteMembership("nora", Groups.COORDINATORS);
        try {
            assertThat(browser.get(TASKS).getStatusCode().value()).isEqualTo(403);
        } finally {
            identities.createMembership("nora", Groups.COORDINATORS);
        }
    }

    @Test
    void isKeptInACookieThatScriptsAndOtherSitesCannotUse() {
        var answer = http.getForEntity("/camunda/app/tasklist/default/", String.class);

        var cookies = answer.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of());
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure").containsOnlyOnce("SameSite=Lax"));
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith(COOKIE + "="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("; HttpOnly", "; Path=/;"));
    }

    @Test
    void hasAnIdThatNobodyGuesses() {
        var ids = Stream.generate(() -> Browser.of(http, "nora", PASSWORD))
                .limit(2)
                .map(StaffSessionsTests::sessionId)
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).hasSize(32));
    }

    @Test
    void isReadFromTheDatabaseWithNothingElse() {
        var foreign = springSessionConversionService.convert(new ArrayDeque<>(List.of("x")), byte[].class);

        assertThatThrownBy(() -> springSessionConversionService.convert(foreign, Object.class))
                .isInstanceOf(ConversionFailedException.class)
                .hasRootCauseMessage("filter status: REJECTED");
    }

    @Test
    void needsTheAntiForgeryToken() {
        var browser = Browser.of(http, "nora", PASSWORD);

        var forged = http.exchange(
                RequestEntity.post(TASKS)
                        .header(HttpHeaders.COOKIE, COOKIE + "=" + browser.cookie(COOKIE))
                        .body(Map.of()),
                String.class);

        assertThat(forged.getStatusCode().value()).isEqualTo(403);
    }

    private static Browser onNode(TestRestTemplate node, Browser browser) {
        var same = new Browser(node);
        browser.cookies().forEach(same::setCookie);
        return same;
    }

    /** The cookie holds the id in Base64. */
    private static String sessionId(Browser browser) {
        return new String(Base64.getDecoder().decode(Objects.requireNonNull(browser.cookie(COOKIE))), UTF_8);
    }
}
