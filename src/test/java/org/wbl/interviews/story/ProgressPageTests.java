package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Pdf;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.wbl.interviews.Axe;
import org.wbl.interviews.Browser;
import org.wbl.interviews.Chromium;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;

@StoryOf
@DisplayName("The page Progress")
class ProgressPageTests {

    @Autowired
    private Cast cast;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private WebApplicationContext application;

    /** Ten students of Harbor Point: 8 interviews held, 2 of them by one student; one absent, one open. */
    @BeforeEach
    void interviews() {
        database.sql("""
                        set search_path to interviews;
                        insert into interview (school, student_id, requested_by, coordinator, teacher, mode, career_field,
                            employer_id, requested_at, booked_at, starts_at, status, ending, closed_at)
                        select s.school, s.id, 'carla', 'carla', 'theo', 'VIDEO', 'Health',
                            (select min(id) from employer where school = '02M999'), day - interval '20 days',
                            day - interval '15 days', case when n < 10 then day end,
                            case when n = 10 then 'MATCHING' when n = 9 then 'NO_SHOW' else 'CLOSED' end,
                            case when n = 9 then 'STU_ABSENT' when n < 9 then 'COMPLETED' end,
                            case when n < 10 then day + interval '3 days' end
                        from (select *, row_number() over (order by student_number) as place from student where school = '02M999') s
                            join (select n, timestamptz '2026-10-05 15:00Z' + n * interval '10 days' as day,
                                greatest(n - 1, 1) as place from generate_series(1, 10) as n) made using (place);
                        insert into rating (interview_id, rater_role, skill, score, channel, at)
                        select id, rater, skill, 1 + (length(skill) + rank) % 4, 'LINK', starts_at
                        from interview, unnest(array['EMPLOYER', 'TEACHER', 'STUDENT']) with ordinality as r (rater, rank),
                            unnest(array['COMM', 'CRIT', 'APPR', 'TIME', 'PREP', 'INIT', 'RESP', 'LIST']) as skill
                        where ending = 'COMPLETED';
                        reset search_path;
                        """).update();
    }

    @Test
    void showsTheFiguresOfTheSchoolYearAndWhatIsBehindThem() {
        var carla = cast.signsIn(Cast.COORDINATOR);
        var page = page(carla, "/progress");

        assertThat(page.select("main .about").text()).contains("School year 2026–27", "Harbor Point High School");
        assertThat(tile(page, "Interviews held")).startsWith("8");
        assertThat(tile(page, "Held, of those decided")).startsWith("89%");
        assertThat(tile(page, "Students interviewed")).startsWith("7");
        assertThat(tile(page, "Students without an interview")).startsWith("3");
        assertThat(page.select("#how-far-interviews-came tbody tr").eachText())
                .containsExactly("Asked for 10", "Date agreed 10", "Prepared 8", "Held 8", "Reflected 0");

        var list = page(
                carla,
                page.select("a:containsOwn(Students without an interview)").attr("href"));
        assertThat(list.select("h1").text()).isEqualTo("Students without an interview");
        assertThat(list.select("tbody tr")).hasSize(3);
        assertThat(page(carla, page.select("a:containsOwn(Interviews held)").attr("href"))
                        .select("tbody tr"))
                .hasSize(8);
    }

    @Test
    void isAboutWhatIsChosenAndSoIsTheWorkbook() {
        var carla = cast.signsIn(Cast.COORDINATOR);
        var page = page(carla, "/progress?period=2026-spring&field=Health");

        assertThat(page.text()).contains("No interview has been recorded for this choice.");
        assertThat(page.select("#period option[selected]").text()).isEqualTo("Spring term 2026–27");
        assertThat(page.select("form.filters button").eachAttr("formaction"))
                .as("where the form goes with what is chosen in it now")
                .containsExactly("/reports/progress.xlsx", "/reports/progress.zip");
        assertThat(tile(page(carla, "/progress?period=2027"), "Interviews held"))
                .startsWith("0 8 the year before, −8");
    }

    @Test
    void saysWhatIsChosenEvenIfItIsNotOffered() {
        var lena = cast.signsIn(Cast.LEADER);
        var chosen = "?period=2040&school=13K998&grade=11&program=Of%20another%20school&field=Nothing&mode=PHONE"
                + "&subgroup=ENGLISH_LEARNER";
        var page = page(lena, "/progress" + chosen);

        assertThat(page.select("option[selected]").eachText())
                .containsExactly(
                        "School year 2040–41",
                        "Prospect Technical High School",
                        "11",
                        "Of another school",
                        "Nothing",
                        "By telephone",
                        "English learners");
        for (var shown :
                List.of(page, page(lena, "/progress/grades" + chosen), page(lena, "/progress/mails" + chosen))) {
            assertThat(shown.select("main .about").text())
                    .startsWith(
                            "School year 2040–41, Prospect Technical High School, grade 11, program Of another school,"
                                    + " career field Nothing, by telephone, English learners, as of ");
        }
    }

    @Test
    void saysThatThereIsNothing() {
        var page = page(cast.signsIn(Cast.COORDINATOR), "/progress?program=Nothing");

        assertThat(page.select("main .note").text()).isEqualTo("No interview has been recorded for this choice.");
        assertThat(page.select(".tiles, #trend, #skills, #reach")).isEmpty();
    }

    @Test
    void listsTheEmployersWhomItsTileCounts() {
        var carla = cast.signsIn(Cast.COORDINATOR);

        for (var chosen : List.of("?period=2026", "?period=all&mode=VIDEO")) {
            var hosts = tile(page(carla, "/progress" + chosen), "Employers who hosted");
            assertThat(page(carla, "/progress/hosts" + chosen).select("tbody tr"))
                    .as(chosen)
                    .hasSize(hosts.charAt(0) - '0');
        }
        assertThat(page(carla, "/progress/hosts?period=2025").select("tbody tr"))
                .isEmpty();
    }

    @Test
    void namesTheStudentsOfInterviews() {
        var list = page(cast.signsIn(Cast.COORDINATOR), "/progress/held");

        assertThat(list.select("thead th").eachText())
                .containsExactly(
                        "Case",
                        "School",
                        "Student",
                        "Family name",
                        "Given name",
                        "Grade",
                        "Employer",
                        "Mode",
                        "Asked for",
                        "Date",
                        "Outcome",
                        "Reflected");
        var student = database.sql("""
                        select family_name || ' ' || given_name from interviews.student s
                            join interviews.interview i on i.student_id = s.id
                        where i.ending = 'COMPLETED' order by i.requested_at limit 1
                        """).query(String.class).single();
        assertThat(list.select("tbody tr").first().text()).contains(student);
    }

    @Test
    void leadsToMoreTablesWithTheirSmallNumbersHidden() {
        var lena = cast.signsIn(Cast.LEADER);
        var links = page(lena, "/progress?school=02M999&field=Health").select("nav a");

        assertThat(links.eachText())
                .containsExactly("Programs", "Sectors", "Grade and mode", "Timeliness", "Mail health");
        for (var link : links) {
            assertThat(page(lena, link.attr("href")).select("h1, .about").text())
                    .startsWith(
                            link.text() + " School year 2026–27, Harbor Point High School, career field Health, as of");
        }
        assertThat(page(lena, links.get(0).attr("href")).select("tbody td").eachText())
                .contains("*");
        assertThat(page(lena, links.get(0).attr("href") + "&page=1").select("tbody tr"))
                .isEmpty();
        assertThat(page(cast.signsIn(Cast.COORDINATOR), "/progress/programs")
                        .select("tbody td")
                        .eachText())
                .doesNotContain("*");
    }

    /** Whoever waits for the charts reads the measures meanwhile. */
    @Test
    void sendsTheMeasuresFirst() throws Exception {
        var first = new AtomicReference<String>();
        var browser = MockMvcBuilders.webAppContextSetup(application)
                .addFilters((request, response, chain) ->
                        chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
                            @Override
                            public void flushBuffer() throws IOException {
                                first.compareAndSet(null, ((MockHttpServletResponse) response).getContentAsString());
                                super.flushBuffer();
                            }
                        }))
                .build();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        new StaffMember("lena", Set.of(Groups.LEADERSHIP), Set.of("02M999")), "password"));
        try {
            var whole = browser.perform(MockMvcRequestBuilders.get("/progress"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();

            assertThat(first.get())
                    .contains("Interviews held", "Rating by students")
                    .doesNotContain("class=\"shown");
            assertThat(whole).startsWith(first.get()).contains("class=\"shown", "More tables");
            assertThat(whole.strip()).endsWith("</html>");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void namesNobodyToLeadershipAndHidesSmallNumbers() {
        var lena = cast.signsIn(Cast.LEADER);
        var page = page(lena, "/progress?school=02M999");

        assertThat(tile(page, "Interviews held")).startsWith("8");
        assertThat(tile(page, "Students without an interview")).startsWith("*");
        assertThat(page.select(".tiles a").eachText()).containsExactly("Employers who hosted");
        assertThat(page.text())
                .contains("Counts of students from 1 to 5 are shown as *")
                .doesNotContain("Bello");
        for (var listing : List.of("asked", "held", "without", "interviewed", "reflected")) {
            assertThat(status(lena, "/progress/" + listing)).as(listing).isEqualTo(403);
        }
        assertThat(status(lena, "/progress/hosts")).isEqualTo(200);
        assertThat(status(lena, "/progress/hosts?grade=11"))
                .as("tells of few students")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"/progress?school=13K998", "/progress?period=soon", "/progress?grade=5", "/progress/held?page=-1"})
    void saysWhatCannotBeChosen(String address) {
        var answer = cast.signsIn(Cast.COORDINATOR).get(address);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("This cannot be shown", "Progress without filters");
    }

    @Test
    void isForThoseWhoAnswerForASchool() {
        for (var address : List.of("/progress", "/progress/held", "/reports/progress.zip")) {
            assertThat(status(cast.signsIn(Cast.TEACHER), address)).as(address).isEqualTo(403);
            assertThat(http.getForEntity(address, String.class).getStatusCode().value())
                    .as(address)
                    .isEqualTo(401);
        }
        assertThat(status(cast.signsIn(Cast.COORDINATOR), "/progress/unknown")).isEqualTo(404);
        assertThat(page(cast.signsIn(Cast.ELSEWHERE), "/progress").text())
                .as("another school's")
                .contains("No interview has been recorded for this choice.");
    }

    @ExtendWith(Chromium.class)
    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void isUsable(int width) {
        var carla = cast.signsIn(Cast.COORDINATOR);
        var window = Chromium.open(width, 900);
        try {
            window.get(http.getRootUri() + "/");
            carla.cookies().forEach((name, value) -> window.manage().addCookie(new Cookie(name, value)));
            window.get(http.getRootUri() + "/progress");
            new WebDriverWait(window, Duration.ofSeconds(20))
                    .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".chart svg")));

            assertThat(window.findElements(By.cssSelector(".chart svg"))).hasSize(9);
            Chromium.resize(window, width, 4200);
            Chromium.picture(window, "page-progress-" + width);
            assertThat(Axe.faults(window)).isEmpty();
            assertThat(pagesOf(window.print(new PrintOptions()), "page-progress-%d.pdf".formatted(width)))
                    .as("pages of paper")
                    .isLessThanOrEqualTo(2);
            window.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
            assertThat(Axe.faults(window)).as("with the tables").isEmpty();
            assertThat(window.executeScript(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            assertThat(window.manage().logs().get(LogType.BROWSER).getAll())
                    .as("what the browser complains of")
                    .noneMatch(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue());

            window.findElement(By.linkText("Interviews held")).click();
            new WebDriverWait(window, Duration.ofSeconds(20))
                    .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "Interviews held"));
            assertThat(Axe.faults(window)).as("the list").isEmpty();
            Chromium.picture(window, "page-progress-list-" + width);
            if (width > 1000) {
                assertThat(
                                window.executeScript(
                                        "const list = document.querySelector('.scroll'); return list.scrollWidth <= list.clientWidth"))
                        .as("all columns are in sight")
                        .isEqualTo(true);
            }
        } finally {
            window.quit();
        }
    }

    @ExtendWith(Chromium.class)
    @Test
    void showsInChartsWhatIsWithheld() {
        var lena = cast.signsIn(Cast.LEADER);
        var window = Chromium.open(1280, 900);
        try {
            window.get(http.getRootUri() + "/");
            lena.cookies().forEach((name, value) -> window.manage().addCookie(new Cookie(name, value)));
            window.get(http.getRootUri() + "/progress?school=02M999");
            new WebDriverWait(window, Duration.ofSeconds(20))
                    .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".chart svg")));

            assertThat(window.findElements(By.cssSelector("[data-table=how-many-interviews-students-had] svg text")))
                    .extracting(WebElement::getText)
                    .contains("None *", "Three or more")
                    .doesNotContain("0.2", "0.5");
        } finally {
            window.quit();
        }
    }

    private static int pagesOf(Pdf printed, String name) {
        try {
            var content = Base64.getDecoder().decode(printed.getContent());
            Files.write(Path.of("target", "screenshots", name), content);
            try (var pages = Loader.loadPDF(content)) {
                return pages.getNumberOfPages();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document page(Browser browser, String address) {
        var answer = browser.get(address);
        assertThat(answer.getStatusCode().value()).as(address).isEqualTo(200);
        return Jsoup.parse(String.valueOf(answer.getBody()));
    }

    private static int status(Browser browser, String address) {
        return browser.get(address).getStatusCode().value();
    }

    private static String tile(Document page, String title) {
        var tile = page.select(".tiles li").stream()
                .filter(one -> one.select(".tile-title").text().equals(title))
                .findFirst()
                .orElseThrow();
        return tile.text().substring(title.length()).strip();
    }
}
