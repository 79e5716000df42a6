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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @EnumSource
    void asksKeepsAndShowsAgain(Window size) {
        cast.untilTheEmployerIsInvited();
        var window = open(size, "/forms/" + cast.token(Cast.EMPLOYER));
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        isUsable(size, "form");

        window.findElement(By.id("send")).click();
        await(ExpectedConditions.visibilityOfElementLocated(By.id("problems")));
        assertThat(window.switchTo().activeElement().getAttribute("id")).isEqualTo("problems");
        isUsable(size, "form-problems");
        window.findElement(By.cssSelector("#problems a")).click();
        assertThat(window.switchTo().activeElement().getAttribute("type")).isEqualTo("radio");

        window.findElement(By.cssSelector(".fjs-form input[type=radio]")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.id("kept"), "Saved."));
        isUsable(size, "form-saved");

        cast.employerAccepts();
        window.navigate().refresh();
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), "Any Thursday at ten"));
        isUsable(size, "receipt");
        window.findElement(By.partialLinkText("ask to correct it")).click();
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        isUsable(size, "correction");
        assertThat(complaints(window)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void asksForTheCodeInTheFamilysLanguageFromRightToLeft(Window size) {
        familyReads("ar");
        cast.untilTheVisitIsPlanned();
        var window = open(size, "/forms/" + cast.token(Cast.GUARDIAN));
        isUsable(size, "code-ask-ar");

        window.findElement(By.cssSelector("form button")).click();
        await(ExpectedConditions.visibilityOfElementLocated(By.id("code")));
        story.goesOn();
        isUsable(size, "code-ar");
        window.findElement(By.id("code")).sendKeys("000 000x", Keys.BACK_SPACE, Keys.ENTER);
        await(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[role=alert]")));
        isUsable(size, "code-wrong-ar");
        window.findElement(By.id("code")).sendKeys(cast.lastCode(Cast.GUARDIAN), Keys.ENTER);
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        assertThat(window.findElement(By.tagName("html")).getAttribute("dir")).isEqualTo("rtl");
        isUsable(size, "consent-ar");

        window.findElement(By.cssSelector(".fjs-form input[type=radio]")).click();
        window.findElement(By.id("send")).click();
        await(ExpectedConditions.visibilityOfElementLocated(By.id("problems")));
        assertThat(window.findElement(By.id("problems")).getText()).contains("يرجى الإجابة عن هذا السؤال");
        isUsable(size, "consent-problems-ar");
        window.findElement(By.linkText("español")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "Su consentimiento"));
        isUsable(size, "consent-es");
        assertThat(complaints(window)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyThereIsNothingToAnswer(Window size) {
        cast.untilTheEmployerIsInvited();
        var path = "/forms/" + cast.token(Cast.EMPLOYER);
        var window = open(size, "/forms/unknown");
        isUsable(size, "unknown");
        window.get(http.getRootUri() + path + "/wrong-person");
        await(ExpectedConditions.visibilityOfElementLocated(FIELD));
        isUsable(size, "wrong-person");
        window.get(mailServer.lastTo(Cast.EMPLOYER).stopLink().replace("http://localhost", http.getRootUri()));
        isUsable(size, "stop");

        story.later(Duration.ofDays(60));
        window.get(http.getRootUri() + path);
        await(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("form button")));
        isUsable(size, "expired");
        window.findElement(By.cssSelector("form button")).click();
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "on its way"));
        isUsable(size, "renewed");
        window.get(http.getRootUri() + path);
        isUsable(size, "revoked");
        story.goesOn();
    }

    @ParameterizedTest
    @EnumSource
    void isFollowedByCoordinators(Window size) {
        cast.untilTheVisitIsPlanned();
        var window = open(size, "/");
        cast.signsIn(Cast.COORDINATOR).cookies().forEach((name, value) -> window.manage()
                .addCookie(new Cookie(name, value)));
        window.get(http.getRootUri() + "/links?all=true");
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("table"), "Dr. Nora Feld"));
        isUsable(size, "mailed-forms");
        window.findElement(By.id("search")).sendKeys("bello", Keys.ENTER);
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("table"), "consent request"));
        isUsable(size, "mailed-forms-found");
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

    /** By everybody: axe-core finds nothing, and nothing has to be scrolled sideways. */
    private void isUsable(Window size, String page) {
        var window = Objects.requireNonNull(opened);
        Chromium.picture(window, size.picture(page));
        assertThat(Axe.faults(window)).as(page).isEmpty();
        assertThat(window.executeScript(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits the window", page)
                .isEqualTo(true);
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
