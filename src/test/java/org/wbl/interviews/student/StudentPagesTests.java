package org.wbl.interviews.student;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;
import org.wbl.interviews.demo.SampleData;

@ApplicationTest
@ActiveProfiles("demo")
@DisplayName("The pages of students")
class StudentPagesTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void removeStudents() {
        database.sql("delete from interviews.student where student_number like 'page-%'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "theo", "adele"})
    void listTheStudentsOfOnesSchoolByName(String user) {
        var page = Jsoup.parse(text(signIn(user).get("/students")));

        assertThat(page.select("table td:first-child").eachText())
                .startsWith("Bello, Amina", "Brooks, Elijah", "Fuentes, Diego")
                .hasSize(10);
        assertThat(page.text()).contains("900000101", "Grade 11, Health sciences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lena", "mo", "dana"})
    void areForThoseWhoWorkWithStudents(String user) {
        var browser = signIn(user);

        for (var address : List.of(
                "/students", "/students/" + id("Amina"), "/students/" + id("Amina") + "/employability-profile.pdf")) {
            assertThat(browser.get(address).getStatusCode().value()).as(address).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tomas, 'Vega, Tomás'",
        "'  VEGA  tomás ', 'Vega, Tomás'",
        "'reyes, sofia', 'Reyes, Sofia'",
        "000109, 'Vega, Tomás'",
        "Kofi, ''",
        "'%', ''",
        "'_', ''",
        "'''; drop table student', ''",
        "'((((', ''",
    })
    void findAStudentByPartOfNameOrNumber(String search, String found) {
        var page = Jsoup.parse(text(search(signIn("carla"), search)));

        assertThat(String.join("; ", page.select("table td:first-child").eachText()))
                .isEqualTo(found);
        assertThat(page.text().contains("No student of your school has this name or number"))
                .isEqualTo(found.isEmpty());
    }

    @Test
    void showASearchAsItWasTypedAndNothingElse() {
        var search = "\"><script>alert(1)</script>\u0000" + "x".repeat(500);

        var answer = search(signIn("carla"), search);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(text(answer)).doesNotContain("<script>", "x".repeat(100));
    }

    @Test
    void takeNoSearchFromAnotherSitesPage() {
        assertThat(post(signIn("carla"), "Amina", "guessed").getStatusCode().value())
                .isEqualTo(403);
    }

    @Test
    void showFiftyStudentsAtATime() {
        database.sql("""
                        insert into interviews.student (school, student_number, given_name, family_name, email, born_on, grade,
                            program)
                        select '02M999', 'page-' || number, 'Alex', 'Aaron' || to_char(number, '000'), 'a@example.org',
                            '2009-01-01', 10, 'Health sciences'
                        from generate_series(1, 120) as number
                        """).update();
        var browser = signIn("carla");
        var first = Jsoup.parse(text(browser.get("/students")));
        var second = Jsoup.parse(text(browser.get(first.select("a.button.quiet").attr("href"))));

        assertThat(first.select("table td:first-child").eachText())
                .hasSize(50)
                .startsWith("Aaron 001, Alex")
                .endsWith("Aaron 050, Alex");
        assertThat(second.select("table td:first-child").eachText())
                .startsWith("Aaron 051, Alex")
                .hasSize(50);
        assertThat(Jsoup.parse(text(search(browser, "aaron"))).text())
                .contains("There are more students like this. Type more of the name.");
    }

    @Test
    void showWhatIsKnownOfAStudentAndLeadToTheProfile() throws IOException {
        var browser = signIn("theo");
        var page = Jsoup.parse(text(browser.get("/students/" + id("Mei"))));

        assertThat(page.select("h1").text()).isEqualTo("Mei Lin");
        assertThat(page.text()).contains("Harbor Point High School", "900000103", "Interviews None yet.", "0.00");
        var profile = browser.download(
                page.select("a:contains(Employability Skills Profile)").attr("href"));
        assertThat(MediaType.APPLICATION_PDF.includes(profile.getHeaders().getContentType()))
                .isTrue();
        assertThat(profile.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("inline; filename=\"employability-skills-profile.pdf\"");
        assertThat(profile.getHeaders().getCacheControl()).contains("no-store");
        try (var document = Loader.loadPDF(profile.getBody())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1e9", "99999999999999999999", "1/other", "1%00"})
    void knowNoOtherAddress(String address) {
        assertThat(signIn("carla").get("/students/" + address).getStatusCode().value())
                .isIn(400, 404);
    }

    private ResponseEntity<String> search(Browser browser, String words) {
        var token = TOKEN.matcher(text(browser.get("/students")));
        assertThat(token.find()).isTrue();
        return post(browser, words, token.group(1));
    }

    private static ResponseEntity<String> post(Browser browser, String words, String token) {
        return browser.send(
                HttpMethod.POST,
                "/students",
                MediaType.APPLICATION_FORM_URLENCODED,
                "search=%s&_csrf=%s".formatted(URLEncoder.encode(words, UTF_8), token));
    }

    private long id(String givenName) {
        return database.sql("select id from interviews.student where given_name = :name")
                .param("name", givenName)
                .query(Long.class)
                .single();
    }

    private Browser signIn(String user) {
        return Browser.of(http, user, SampleData.PASSWORD);
    }

    private static String text(ResponseEntity<String> page) {
        return String.valueOf(page.getBody());
    }
}
