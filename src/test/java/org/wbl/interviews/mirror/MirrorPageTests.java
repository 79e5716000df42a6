package org.wbl.interviews.mirror;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;
import org.wbl.interviews.Chromium;
import org.wbl.interviews.demo.SampleData;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffAccounts;

/**
 * Seven cases of two schools, counted by hand, on March 1, 2050, at noon. At "Ask" they waited, and were due:
 *
 * <pre>
 *   M-1  Harbor Point   Feb 1 to Feb 2, 1 day           Feb 3
 *   M-2  Harbor Point   Feb 1 to Feb 4, 3 days          Feb 3: late; since then it waits for its mail
 *   M-3  Harbor Point   Feb 10 to Feb 12, 2 days        Feb 20: called off before
 *   M-4  Harbor Point   Jan 1 to Jan 11, 10 days        Jan 5: late; all of it more than 30 days ago
 *   M-5  Harbor Point   from Feb 20, 9 days until now   Feb 25: late
 *   M-6  Harbor Point   from Feb 28, 27 h until now     Mar 10: not due
 *   M-7  Prospect       Feb 1 to Feb 21, 20 days        Feb 2: late; since then it waits for its mail
 * </pre>
 */
@ApplicationTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The process mirror")
class MirrorPageTests {

    private static final String HARBOR_POINT = "02M999";
    private static final String PROSPECT = "13K998";
    private static final String OF_NO_SCHOOL = "nemo";
    private static final String PAGE = "/mirror?process=asking&period=last-30-days";

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="asking" name="Asking &amp; sending" isExecutable="true" camunda:historyTimeToLive="180">
                <bpmn:startEvent id="Event_Begun"/>
                <bpmn:userTask id="%1$s" name="Ask"/>
                <bpmn:sendTask id="Activity_Send" name="Send" camunda:asyncBefore="true" camunda:expression="${true}"/>
                <bpmn:endEvent id="Event_Ended"/>
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="%1$s"/>
                <bpmn:sequenceFlow id="Flow_2" sourceRef="%1$s" targetRef="Activity_Send"/>
                <bpmn:sequenceFlow id="Flow_3" sourceRef="Activity_Send" targetRef="Event_Ended"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identities;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Clock clock;

    private final List<String> deployments = new ArrayList<>();

    @BeforeAll
    void sevenCases() {
        accounts.add(
                new StaffAccounts.Account(
                        OF_NO_SCHOOL, "Nemo", "Nobody", "n@schools.example", Groups.ADMINISTRATORS, List.of()),
                SampleData.PASSWORD);
        deploy("Activity_Ask");
        begins("M-4", HARBOR_POINT, "2050-01-01T09:00", "2050-01-05T09:00");
        isAnswered("M-4", "2050-01-11T09:00");
        isSent("M-4");
        begins("M-1", HARBOR_POINT, "2050-02-01T09:00", "2050-02-03T09:00");
        begins("M-2", HARBOR_POINT, "2050-02-01T09:00", "2050-02-03T09:00");
        begins("M-7", PROSPECT, "2050-02-01T09:00", "2050-02-02T09:00");
        isAnswered("M-1", "2050-02-02T09:00");
        isSent("M-1");
        isAnswered("M-2", "2050-02-04T09:00");
        begins("M-3", HARBOR_POINT, "2050-02-10T09:00", "2050-02-20T09:00");
        itIs("2050-02-12T09:00");
        runtime.deleteProcessInstance(instance("M-3"), "called off");
        begins("M-5", HARBOR_POINT, "2050-02-20T09:00", "2050-02-25T09:00");
        isAnswered("M-7", "2050-02-21T09:00");
        begins("M-6", HARBOR_POINT, "2050-02-28T09:00", "2050-03-10T09:00");
        itIs("2050-03-01T12:00");
    }

    @AfterAll
    void cleanUp() {
        ClockUtil.reset();
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        identities.deleteUser(OF_NO_SCHOOL);
    }

    @Test
    void countsWaitsAndOverdueTasksOfThePeriod() {
        assertThat(rows(signIn("adele"), PAGE))
                .containsExactly(
                        "Ask user task | 2 | 3 | 2.0 days | 2.8 days | 67% 2 of 3 | Five cases",
                        "Send send task | 1 | 1 | under 1 min | under 1 min |  | Five cases");
    }

    @Test
    void countsWhatRunsWhateverThePeriod() {
        assertThat(rows(signIn("adele"), "/mirror?process=asking&period=everything"))
                .containsExactly(
                        "Ask user task | 2 | 4 | 2.5 days | 7.9 days | 75% 3 of 4 | Five cases",
                        "Send send task | 1 | 2 | under 1 min | under 1 min |  | Five cases");
        assertThat(rows(signIn("adele"), "/mirror?process=asking&period=school-year-2048"))
                .containsExactly(
                        "Ask user task | 2 | 0 |  |  |  | Five cases", "Send send task | 1 | 0 |  |  |  | Five cases");
    }

    @Test
    void listsTheFiveSlowestCasesDoneOrOpen() {
        var adele = signIn("adele");

        assertThat(slowest(adele, PAGE + "&step=Activity_Ask"))
                .containsExactly(
                        "M-5 | Harbor Point High School | 9.1 days | Feb 20, 2050, 9:00 AM | still open",
                        "M-2 | Harbor Point High School | 3.0 days | Feb 1, 2050, 9:00 AM | Feb 4, 2050, 9:00 AM",
                        "M-3 | Harbor Point High School | 2.0 days | Feb 10, 2050, 9:00 AM | Feb 12, 2050, 9:00 AM",
                        "M-6 | Harbor Point High School | 27 h | Feb 28, 2050, 9:00 AM | still open",
                        "M-1 | Harbor Point High School | 24 h | Feb 1, 2050, 9:00 AM | Feb 2, 2050, 9:00 AM");
        assertThat(slowest(adele, "/mirror?process=asking&period=everything&step=Activity_Ask"))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("M-4 | Harbor Point High School | 10 days");
        assertThat(slowest(adele, PAGE + "&step=Activity_Send"))
                .as("one whose job has not run")
                .contains("M-2 | Harbor Point High School | 25 days | Feb 4, 2050, 9:00 AM | still open");
    }

    @Test
    void saysWhatTheFiguresRestOn() {
        assertThat(page(signIn("adele"), PAGE).text())
                .contains("3 cases run now: 3 on version 1 of Jan 1, 2050")
                .contains("began on January 1, 2050; ended cases are kept for 180 days.");
    }

    @Test
    void isOfTheOwnSchools() {
        var abel = signIn("abel");

        assertThat(rows(abel, PAGE))
                .containsExactly(
                        "Ask user task | 0 | 1 | 20 days | 20 days | 100% 1 of 1 | Five cases",
                        "Send send task | 1 | 0 |  |  |  | Five cases");
        assertThat(slowest(abel, PAGE + "&step=Activity_Ask"))
                .singleElement()
                .asString()
                .startsWith("M-7 | ");
        assertThat(page(abel, PAGE).text()).contains("One case runs now: 1 on version 1");
        assertThat(page(signIn(OF_NO_SCHOOL), PAGE).text()).contains("0 cases run now. No case is known here");
        assertThat(rows(signIn(OF_NO_SCHOOL), PAGE)).first().isEqualTo("Ask user task | 0 | 0 |  |  |  | Five cases");
    }

    @Test
    void isOfEverySchoolForTheDistrict() {
        var dana = signIn("dana");

        assertThat(rows(dana, PAGE))
                .containsExactly(
                        "Ask user task | 2 | 4 | 2.5 days | 14 days | 75% 3 of 4 | Five cases",
                        "Send send task | 2 | 1 | under 1 min | under 1 min |  | Five cases");
        assertThat(rows(dana, PAGE + "&school=" + PROSPECT)).isEqualTo(rows(signIn("abel"), PAGE));
    }

    @Test
    void namesStepsThatOnlyFormerVersionsHave() {
        deploy("Activity_Request");
        try {
            var page = page(signIn("adele"), PAGE);
            assertThat(rows(page, "tr[data-step]"))
                    .containsExactlyInAnyOrder(
                            "Ask user task | 0 | 0 |  |  |  | Five cases",
                            "Send send task | 1 | 1 | under 1 min | under 1 min |  | Five cases",
                            "Ask only in former versions | 2 | 3 | 2.0 days | 2.8 days | 67% 2 of 3 | Five cases");
            assertThat(page.text()).contains("3 on version 1 of").contains("The drawing is of version 2.");
        } finally {
            repository.deleteDeployment(deployments.remove(1), true);
        }
    }

    @Test
    void givesTheModelInUseToTheDrawing() {
        var answer = signIn("adele").get("/mirror/asking.bpmn");

        assertThat(answer.getBody()).isEqualTo(MODEL.formatted("Activity_Ask"));
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).startsWith("application/xml");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"asking.bpmn\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "theo", "lena", "mo"})
    void isForAdministratorsAlone(String user) {
        var browser = signIn(user);

        for (var address : List.of("/mirror", PAGE, "/mirror/asking.bpmn", "/mirror?process=unknown")) {
            assertThat(browser.get(address).getStatusCode().value()).as(address).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "Asking", "asking' or '1'='1"})
    void knowsNoOtherProcess(String process) {
        var adele = signIn("adele");
        var encoded = URLEncoder.encode(process, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(adele.get("/mirror?process=" + encoded).getStatusCode().value())
                .isEqualTo(404);
        assertThat(adele.get("/mirror/" + encoded + ".bpmn").getStatusCode().value())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "period=yesterday, There is no such period. Choose one from the list.",
        "period=school-year-1999, There is no such period. Choose one from the list.",
        "school=13K998, This is none of your schools. Choose one from the list.",
        "school=%3Cb%3E, This is none of your schools. Choose one from the list.",
        "step=Event_Begun, This process has no such step. Choose one from the table.",
        "step=%3Cb%3E, This process has no such step. Choose one from the table.",
    })
    void saysWhichChoiceIsNone(String choice, String sentence) {
        var answer = signIn("adele").get("/mirror?process=asking&" + choice);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(parsed(answer).select(".error").text()).isEqualTo(sentence);
        assertThat(answer.getBody()).doesNotContain("yesterday", "1999", "<b>", "Event_Begun");
        assertThat(parsed(answer).select("section.card")).as("no list").isEmpty();
    }

    @Test
    void opensWithTheInterview() {
        var page = page(signIn("adele"), "/mirror");

        assertThat(page.select("option[selected]").eachText()).contains("Informational interview", "Last 90 days");
        assertThat(page.select("tr[data-step=Activity_Before] a[href*=process=interview-preparation]"))
                .as("the steps of the process that it calls")
                .isNotEmpty();
    }

    @Test
    @ExtendWith(Chromium.class)
    void drawsTheWholeModelAndLeadsFromItsSteps() throws IOException {
        var window = Chromium.open(1280, 900);
        try {
            var adele = signIn("adele");
            window.get(http.getRootUri() + "/app.css");
            adele.cookies().forEach((name, value) -> window.manage().addCookie(new Cookie(name, value)));
            window.get(http.getRootUri() + "/mirror?process=interview-conduct");
            var wait = new WebDriverWait(window, Duration.ofSeconds(20));
            wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".step-figures")));

            assertThat(window.executeScript("const frame = document.querySelector('.canvas');"
                            + " return frame.scrollWidth <= frame.clientWidth"))
                    .isEqualTo(true);
            try (var paper = Loader.loadPDF(
                    Base64.getDecoder().decode(window.print(new PrintOptions()).getContent()))) {
                assertThat(new PDFTextStripper().getText(paper))
                        .as("an event that only the drawing has")
                        .contains("Everybody ready");
            }
            // An event is so small that its figures reach to its middle.
            new Actions(window)
                    .moveToElement(window.findElement(By.cssSelector("[data-element-id=Event_DayBefore]")))
                    .click()
                    .perform();
            wait.until(ExpectedConditions.urlContains("step=Event_DayBefore"));
        } finally {
            window.quit();
        }
    }

    private void deploy(String step) {
        itIs("2050-01-01T08:00");
        deployments.add(repository
                .createDeployment()
                .addString("asking.bpmn", MODEL.formatted(step))
                .deploy()
                .getId());
        itIs("2050-03-01T12:00");
    }

    private void begins(String number, String school, String moment, String due) {
        itIs(moment);
        runtime.startProcessInstanceByKey("asking", number, Map.of("school", school));
        tasks.setDueDate(task(number), date(due));
    }

    private void isAnswered(String number, String moment) {
        itIs(moment);
        tasks.complete(task(number));
    }

    private void isSent(String number) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance(number))
                .singleResult()
                .getId());
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    private String task(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    private void itIs(String moment) {
        ClockUtil.setCurrentTime(date(moment));
    }

    private Date date(String moment) {
        return Date.from(LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant());
    }

    private Browser signIn(String user) {
        return Browser.of(http, user, SampleData.PASSWORD);
    }

    private static List<String> rows(Browser browser, String address) {
        return rows(page(browser, address), "tr[data-step]");
    }

    private static List<String> slowest(Browser browser, String address) {
        return rows(page(browser, address), "section.card tbody tr");
    }

    private static List<String> rows(Document page, String rows) {
        return page.select(rows).stream()
                .map(row -> row.select("td").stream().map(Element::text).collect(joining(" | ")))
                .toList();
    }

    private static Document page(Browser browser, String address) {
        var answer = browser.get(address);
        assertThat(answer.getStatusCode().value()).as(address).isEqualTo(200);
        return parsed(answer);
    }

    private static Document parsed(ResponseEntity<String> answer) {
        return Jsoup.parse(Objects.requireNonNull(answer.getBody()));
    }
}
