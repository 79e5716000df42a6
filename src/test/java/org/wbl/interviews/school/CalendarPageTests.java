package org.wbl.interviews.school;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;
import org.wbl.interviews.demo.SampleData;

/** In a school year for which the sample schools have no calendar yet. */
@ApplicationTest
@ActiveProfiles("demo")
@DisplayName("The calendar page")
class CalendarPageTests {

    private static final String HARBOR_POINT = "02M999";
    private static final String PROSPECT = "13K998";
    private static final String LABOR_DAY = "date,kind,name\n2050-09-05,HOLIDAY,Labor Day\n";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SchoolCalendars calendars;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void itIsAugust() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2050-08-15T12:00:00Z")));
    }

    @AfterEach
    void cleanUp() {
        ClockUtil.reset();
        database.sql("delete from interviews.calendar_day where day between '2050-01-01' and '2051-12-31'")
                .update();
    }

    @Test
    void importsASchoolYearAndShowsItInWords() {
        var page = upload(signIn("adele"), HARBOR_POINT, """
                date,kind,name
                2050-09-05,HOLIDAY,Labor Day
                2050-11-10,HALF_DAY,<b>Family</b> conferences
                2051-01-24,EXAM,Regents exams
                2050-12-30,CLOSED,Recess
                """);

        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(text(page))
                .contains("Imported: the school year has 4 days in its calendar.")
                .contains("Mon, Sep 5, 2050", "Labor Day", "no school, no business day")
                .contains("&lt;b&gt;Family&lt;/b&gt; conferences", "half day: no visits to workplaces")
                .contains("exams: no interviews", "no school");
        assertThat(days(HARBOR_POINT))
                .containsExactly(
                        "2050-09-05 HOLIDAY Labor Day",
                        "2050-11-10 HALF_DAY <b>Family</b> conferences",
                        "2050-12-30 CLOSED Recess",
                        "2051-01-24 EXAM Regents exams");
        assertThat(calendars.of(HARBOR_POINT).isSchoolDay(LocalDate.parse("2050-12-30")))
                .isFalse();
        assertThat(days(PROSPECT)).isEmpty();
    }

    @Test
    void replacesThatYearAlone() {
        database.sql("""
                        insert into interviews.calendar_day (school, day, kind, name) values
                            ('02M999', '2050-06-30', 'CLOSED', 'Year before'), ('02M999', '2050-07-01', 'CLOSED', 'First'),
                            ('02M999', '2051-06-30', 'CLOSED', 'Last'), ('02M999', '2051-07-03', 'CLOSED', 'Year after'),
                            ('13K998', '2050-09-05', 'CLOSED', 'Other school')
                        """).update();

        upload(signIn("adele"), HARBOR_POINT, LABOR_DAY);

        assertThat(days(HARBOR_POINT))
                .containsExactly(
                        "2050-06-30 CLOSED Year before",
                        "2050-09-05 HOLIDAY Labor Day",
                        "2051-07-03 CLOSED Year after");
        assertThat(days(PROSPECT)).containsExactly("2050-09-05 CLOSED Other school");
    }

    @Test
    void importsNothingOfAFileWithABadRow() {
        var adele = signIn("adele");
        upload(adele, HARBOR_POINT, LABOR_DAY);

        var page = upload(adele, HARBOR_POINT, """
                date,kind,name
                2050-10-10,HOLIDAY,Fine
                2050-10-11,<script>,Not so
                gestern,CLOSED,Nor this
                """);

        assertThat(page.getStatusCode().value()).isEqualTo(422);
        assertThat(text(page))
                .contains("Nothing was imported")
                .contains("Line 3: the kind must be HOLIDAY, CLOSED, HALF_DAY or EXAM.")
                .contains("Line 4: the date must be a day of the calendar, written like 2026-11-26.")
                .doesNotContain("<script>", "gestern", "Imported:");
        assertThat(days(HARBOR_POINT)).containsExactly("2050-09-05 HOLIDAY Labor Day");
    }

    @Test
    void refusesAFileThatNoCalendarNeeds() {
        var adele = signIn("adele");

        var page = upload(adele, HARBOR_POINT, LABOR_DAY + "\n".repeat(64 * 1024));

        assertThat(page.getStatusCode().value()).isEqualTo(413);
        assertThat(text(page)).contains("A calendar file has at most 64 KB.");
        assertThat(days(HARBOR_POINT)).isEmpty();
    }

    @Test
    void isOfOnesOwnSchoolOnly() {
        var adele = signIn("adele");

        assertThat(text(adele.get("/calendar"))).contains("Harbor Point").doesNotContain("Prospect", "<select");
        assertThat(adele.get("/calendar?school=13K998").getStatusCode().value()).isEqualTo(403);
        assertThat(upload(adele, PROSPECT, LABOR_DAY).getStatusCode().value()).isEqualTo(403);
        assertThat(upload(adele, "99X999", LABOR_DAY).getStatusCode().value()).isEqualTo(403);
        assertThat(days(PROSPECT)).isEmpty();
    }

    @Test
    void letsTheDistrictChooseTheSchool() {
        var dana = signIn("dana");

        assertThat(text(dana.get("/calendar")))
                .contains("Harbor Point", "Prospect Technical")
                .doesNotContain("<table");
        assertThat(upload(dana, PROSPECT, LABOR_DAY).getStatusCode().value()).isEqualTo(200);
        assertThat(days(PROSPECT)).containsExactly("2050-09-05 HOLIDAY Labor Day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "theo", "lena", "mo"})
    void isForAdministratorsOnly(String user) {
        var browser = signIn(user);

        assertThat(browser.get("/calendar").getStatusCode().value()).isEqualTo(403);
        assertThat(send(browser, HARBOR_POINT, LABOR_DAY, token(signIn("adele").get("/calendar")))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(days(HARBOR_POINT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed"})
    void takesNoFileFromAnotherSitesPage(String token) {
        assertThat(send(signIn("adele"), HARBOR_POINT, LABOR_DAY, token)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(days(HARBOR_POINT)).isEmpty();
    }

    @Test
    void takesNoFileFromAStrangerAndBeginsNoSession() {
        var sessions =
                database.sql("select count(*) from interviews.staff_session").query(Long.class);
        var before = sessions.single();

        var answer = send(new Browser(http), HARBOR_POINT, LABOR_DAY, "");

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(sessions.single()).isEqualTo(before);
        assertThat(days(HARBOR_POINT)).isEmpty();
    }

    @Test
    void refusesABodyThatIsNoUpload() {
        var adele = signIn("adele");
        var token = token(adele.get("/calendar"));

        assertThat(raw(adele, token, "multipart/form-data", "no boundary")).isEqualTo(400);
        assertThat(raw(adele, token, "multipart/form-data;boundary=x", "no part"))
                .isEqualTo(400);
        assertThat(raw(adele, token, "text/csv", LABOR_DAY)).isEqualTo(415);
    }

    @Test
    void takesTwoFilesAtOnceOneAfterTheOther() throws Exception {
        var second = transaction.execute(status -> {
            replace("2050-09-05,HOLIDAY,First");
            var waiting = CompletableFuture.runAsync(() -> replace("2050-09-06,HOLIDAY,Second"));
            await().until(() -> database.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single());
            return waiting;
        });
        Objects.requireNonNull(second).get();

        assertThat(days(HARBOR_POINT)).containsExactly("2050-09-06 HOLIDAY Second");
    }

    private void replace(String row) {
        try {
            calendars.replace(HARBOR_POINT, CalendarFile.read(("date,kind,name\n" + row).getBytes(UTF_8)));
        } catch (CalendarFile.Refused e) {
            throw new AssertionError(e);
        }
    }

    private ResponseEntity<String> upload(Browser browser, String school, String file) {
        return send(browser, school, file, token(browser.get("/calendar?school=" + ownSchool(browser, school))));
    }

    /** Of a school that one may not see there is no page with a token; the own school's has one. */
    private static String ownSchool(Browser browser, String school) {
        return browser.get("/calendar?school=" + school).getStatusCode().is2xxSuccessful() ? school : HARBOR_POINT;
    }

    private static ResponseEntity<String> send(Browser browser, String school, String file, String token) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("school", school);
        parts.add("_csrf", token);
        parts.add("file", new ByteArrayResource(file.getBytes(UTF_8)) {
            @Override
            public String getFilename() {
                return "calendar.csv";
            }
        });
        var answer = browser.send(HttpMethod.POST, "/calendar", MediaType.MULTIPART_FORM_DATA, parts);
        var next = answer.getHeaders().getLocation();
        return next == null ? answer : browser.get(next.toString());
    }

    private int raw(Browser browser, String token, String type, String body) {
        var request = RequestEntity.post("/calendar")
                .header(HttpHeaders.COOKIE, "SESSION=" + browser.cookie("SESSION"))
                .header("X-CSRF-TOKEN", token)
                .contentType(MediaType.parseMediaType(type))
                .body(body.getBytes(UTF_8));
        return http.exchange(request, String.class).getStatusCode().value();
    }

    private static String token(ResponseEntity<String> page) {
        var token = TOKEN.matcher(text(page));
        assertThat(token.find()).as(text(page)).isTrue();
        return token.group(1);
    }

    private List<String> days(String school) {
        return database.sql("""
                        select day || ' ' || kind || ' ' || name from interviews.calendar_day
                        where school = :school and day between '2050-01-01' and '2051-12-31' order by day
                        """).param("school", school).query(String.class).list();
    }

    private Browser signIn(String user) {
        return Browser.of(http, user, SampleData.PASSWORD);
    }

    private static String text(ResponseEntity<String> page) {
        return String.valueOf(page.getBody());
    }
}
