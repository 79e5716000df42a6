package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.Axe;
import org.wbl.interviews.Chromium;

/**
 * Every page behind a mailed link, in every state, on a small phone and at a desk; pictures stay in target/screenshots.
 */
@StoryOf
@ExtendWith(Chromium.class)
@DisplayName("A page behind a mailed link, in a browser")
class EmailedPagesTests {

    private static final By FIELD = By.cssSelector(".fjs-form input, .fjs-form textarea");

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient database;

    private @Nullable ChromeDriver opened;

    /** As wide as pages must fit without scrolling sideways (WCAG 1.4.10), and as a desk's window. */
    private enum Window {
        PHONE(320, 640),
        DESK(1280, 900);

        private final int width;
        private final int height;

        Window(int width, int height) {
            this.width = width;
            this.height = height;
        }

        private String picture(String page) {
            return "page-%s-%d".formatted(page, width);
        }
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.quit();
        }
        familyReads("en");
        database.sql("truncate interviews.translation_review").update();
    }

    @Test
    void asksKeepsAndShowsAgain() {
        cast.untilTheEmployerIsInvited();
        var window = open(Window.PHONE, "/forms/" + cast.token(Cast.EMPLOYER));
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        isUsable("form");

        window.findElement(By.id("send")).click();
        await(ExpectedConditions.visibilityOfElementLocated(By.id("problems")));
        assertThat(window.switchTo().activeElement().getAttribute("id")).isEqualTo("problems");
        isUsable("form-problems");
        window.findElement(By.cssSelector("#problems a")).click();
        assertThat(window.switchTo().activeElement().getAttribute("type")).isEqualTo("radio");

        window.findElement(By.cssSelector(".fjs-form input[type=radio]")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.id("kept"), "Saved."));
        isUsable("form-saved");

        cast.employerAccepts();
        window.navigate().refresh();
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), "Any Thursday at ten"));
        isUsable("receipt");
        window.findElement(By.partialLinkText("ask to correct it")).click();
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        isUsable("correction");
        assertThat(complaints(window)).isEmpty();
    }

    @Test
    void asksForTheCodeInTheFamilysLanguageFromRightToLeft() {
        familyReads("ar");
        cast.untilTheVisitIsPlanned();
        var window = open(Window.PHONE, "/forms/" + cast.token(Cast.GUARDIAN));
        isUsable("code-ask-ar");

        window.findElement(By.cssSelector("form button")).click();
        await(ExpectedConditions.visibilityOfElementLocated(By.id("code")));
        story.goesOn();
        isUsable("code-ar");
        window.findElement(By.id("code")).sendKeys("000 000x", Keys.BACK_SPACE, Keys.ENTER);
        await(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[role=alert]")));
        isUsable("code-wrong-ar");
        window.findElement(By.id("code")).sendKeys(cast.lastCode(Cast.GUARDIAN), Keys.ENTER);
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        assertThat(window.findElement(By.tagName("html")).getAttribute("dir")).isEqualTo("rtl");
        isUsable("consent-ar");

        window.findElement(By.cssSelector(".fjs-form input[type=radio]")).click();
        window.findElement(By.id("send")).click();
        await(ExpectedConditions.visibilityOfElementLocated(By.id("problems")));
        assertThat(window.findElement(By.id("problems")).getText()).contains("يرجى الإجابة عن هذا السؤال");
        isUsable("consent-problems-ar");
        window.findElement(By.linkText("español")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "Su consentimiento"));
        isUsable("consent-es");
        assertThat(complaints(window)).isEmpty();
    }

    @Test
    void saysWhyThereIsNothingToAnswer() {
        cast.untilTheEmployerIsInvited();
        var path = "/forms/" + cast.token(Cast.EMPLOYER);
        var window = open(Window.PHONE, "/forms/unknown");
        isUsable("unknown");
        window.get(http.getRootUri() + path + "/wrong-person");
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        isUsable("wrong-person");
        window.get(mailServer.lastTo(Cast.EMPLOYER).stopLink().replace("http://localhost", http.getRootUri()));
        isUsable("stop");

        story.later(Duration.ofDays(60));
        window.get(http.getRootUri() + path);
        await(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("form button")));
        isUsable("expired");
        window.findElement(By.cssSelector("form button")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "on its way"));
        isUsable("renewed");
        window.get(http.getRootUri() + path);
        isUsable("revoked");
        story.goesOn();
    }

    @Test
    void helpsOnTheDay() {
        cast.untilTheInterviewIsBookedFor("VIDEO");
        cast.untilEverybodyIsReadyAtSchool();
        story.goesOnUntil("2027-03-18T09:50");
        var window = open(Window.PHONE, cast.changePath(Cast.STUDENT));
        isUsable("day");

        window.findElement(By.xpath("//button[normalize-space()='Tell the other side']"))
                .click();
        await(ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("[role=status]"), "about 5 minutes later"));
        window.findElement(By.xpath("//button[normalize-space()='I am here']")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("[role=status]"), "that you are there"));
        isUsable("day-said");
        window.findElement(By.partialLinkText("made me feel unsafe")).click();
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        isUsable("concern");
        window.navigate().back();
        window.findElement(By.partialLinkText("Change or call off")).click();
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        isUsable("change");
        assertThat(complaints(window)).isEmpty();
        story.goesOn();
    }

    @Test
    void isAllOnTheEmployersDesk() {
        cast.untilTheInterviewIsBooked();
        var window = open(Window.PHONE, cast.deskPath(Cast.EMPLOYER));
        isUsable("desk-code-ask");
        window.findElement(By.cssSelector("form button")).click();
        await(ExpectedConditions.visibilityOfElementLocated(By.id("code")));
        story.goesOn();
        window.findElement(By.id("code")).sendKeys(cast.lastCode(Cast.EMPLOYER), Keys.ENTER);
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "Your page"));
        isUsable("desk");

        window.executeScript("document.getElementById('until').value = '2027-06-01'");
        window.findElement(By.xpath("//button[normalize-space()='Take a break']"))
                .click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector("[role=status]"), "June 1, 2027"));
        isUsable("desk-break");
        window.findElement(By.xpath("//button[normalize-space()='End the break now']"))
                .click();
        await(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector("[role=status]")));
        window.findElement(By.id("language")).sendKeys("العربية");
        window.findElement(By.xpath("//button[normalize-space()='Use this language']"))
                .click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "صفحتكم"));
        isUsable("desk-ar");
        window.findElement(By.cssSelector("ul.desk a[href*='/open/']")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), "Any Thursday at ten"));
        assertThat(complaints(window)).isEmpty();
        story.goesOn();
    }

    @Test
    void isFollowedByCoordinators() {
        cast.untilTheVisitIsPlanned();
        var window = open(Window.PHONE, "/");
        cast.signsIn(Cast.COORDINATOR).cookies().forEach((name, value) -> window.manage()
                .addCookie(new Cookie(name, value)));
        window.get(http.getRootUri() + "/links?all=true");
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("table"), "Dr. Nora Feld"));
        isUsable("mailed-forms");
        window.findElement(By.id("search")).sendKeys("bello", Keys.ENTER);
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("table"), "consent request"));
        isUsable("mailed-forms-found");
        window.findElement(By.xpath("//button[normalize-space()='Remind now']")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector("[role=status]"), "is reminded"));
        story.goesOn();
    }

    @Test
    void isFilledInWithTheKeyboardAlone() {
        cast.untilTheEmployerIsInvited();
        var window = open(Window.DESK, "/forms/" + cast.token(Cast.EMPLOYER));
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));

        press(window, Keys.TAB);
        assertThat(focused(window).getAttribute("type")).isEqualTo("radio");
        press(window, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        for (var tabs = 0; tabs < 12 && !"send".equals(focused(window).getAttribute("id")); tabs++) {
            press(window, Keys.TAB);
            assertThat(window.executeScript("return getComputedStyle(document.activeElement).outlineStyle"
                            + " + getComputedStyle(document.activeElement).boxShadow"))
                    .as("one sees where one is: %s", focused(window).getTagName())
                    .isNotEqualTo("nonenone");
        }
        press(window, Keys.ENTER);

        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "Thank you"));
        assertThat(focused(window).getTagName()).as("what is read next").isEqualTo("h1");
        assertThat(window.findElement(By.tagName("main")).getText())
                .contains("The same link shows it until", "A mail for you to keep is on its way.");
        assertThat(story.status()).isEqualTo("MATCHING");
        story.goesOn();
    }

    @Test
    void asksNobodyElseAndLoadsFast() {
        cast.untilTheEmployerIsInvited();
        var window = open(Window.PHONE, "/forms/" + cast.token(Cast.EMPLOYER));
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));

        @SuppressWarnings("unchecked")
        var loaded = (List<Map<String, Object>>) Objects.requireNonNull(window.executeScript("""
                return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .map((each) => ({name: each.name, size: each.transferSize}))
                """));

        assertThat(loaded)
                .allSatisfy(each -> assertThat(String.valueOf(each.get("name"))).startsWith(http.getRootUri()));
        assertThat(loaded.stream()
                        .mapToLong(each -> ((Number) each.get("size")).longValue())
                        .sum())
                .as("bytes on the first load")
                .isBetween(50_000L, 300_000L);
    }

    private static void press(ChromeDriver window, CharSequence... keys) {
        focused(window).sendKeys(keys);
    }

    private static WebElement focused(ChromeDriver window) {
        return window.switchTo().activeElement();
    }

    private ChromeDriver open(Window size, String path) {
        var window = Chromium.open(size.width, size.height);
        opened = window;
        window.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        window.get(http.getRootUri() + path);
        return window;
    }

    /** By everybody, on a phone and at a desk: axe-core finds nothing, and nothing has to be scrolled sideways. */
    private void isUsable(String page) {
        var window = Objects.requireNonNull(opened);
        for (var size : List.of(Window.DESK, Window.PHONE)) {
            Chromium.resize(window, size.width, size.height);
            Chromium.picture(window, size.picture(page));
            assertThat(Axe.faults(window)).as(page).isEmpty();
            assertThat(window.executeScript(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("%s fits the window", page)
                    .isEqualTo(true);
        }
    }

    private void familyReads(String language) {
        database.sql("update interviews.guardian set language = :language where email = :email")
                .param("language", language)
                .param("email", Cast.GUARDIAN)
                .update();
    }

    private <T> T await(ExpectedCondition<T> condition) {
        return new WebDriverWait(Objects.requireNonNull(opened), Duration.ofSeconds(30)).until(condition);
    }

    private static List<String> complaints(ChromeDriver window) {
        return window.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("401")) // a wrong code
                .toList();
    }
}
