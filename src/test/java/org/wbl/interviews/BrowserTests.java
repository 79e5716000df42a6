package org.wbl.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Does what a new user does first, in a real browser; pictures stay in target/screenshots. */
@RunningDemo
@ExtendWith(Chromium.class)
@DisplayName("In a browser")
class BrowserTests {

    private static final String PASSWORD = "try-it-in-ten-minutes";

    @LocalServerPort
    private int port;

    private ChromeDriver desk;
    private ChromeDriver phone;

    @BeforeEach
    void openWindows() {
        desk = Chromium.open(1440, 900);
        phone = Chromium.open(390, 844);
    }

    @AfterEach
    void closeWindows() {
        desk.quit();
        phone.quit();
    }

    @Test
    void aCoordinatorWorksInTasklistAndAnEmployerAnswersOnThePhone() {
        startInterview();
        signOut();
        setObjectives();
        signOut();
        matchEmployer();
        answerInvitation();
        assertThat(complaints(phone)).isEmpty();
        lookIntoTheMirror();
    }

    @Test
    void anAdministratorImportsTheSchoolCalendarOnADeskOrAPhone() {
        signIn("adele");
        desk.get(address("/calendar"));
        type(desk, By.id("file"), Path.of("forms/README.md").toAbsolutePath().toString());
        click(desk, By.xpath("//button[normalize-space()='Import']"));
        assertThat(await(desk, ExpectedConditions.visibilityOfElementLocated(By.className("error")))
                        .getText())
                .contains("Nothing was imported", "Line 1:");
        Chromium.picture(desk, "calendar-refused");

        desk.manage().getCookies().forEach(cookie -> {
            phone.get(address("/"));
            phone.manage().addCookie(cookie);
        });
        phone.get(address("/calendar"));
        type(
                phone,
                By.id("file"),
                Path.of("docs/school-calendar.csv").toAbsolutePath().toString());
        click(phone, By.xpath("//button[normalize-space()='Import']"));
        await(phone, ExpectedConditions.textToBePresentInElementLocated(By.className("note"), "38 days"));
        assertFitsTheWindow();
        Chromium.picture(phone, "calendar");
        assertThat(complaints(phone)).isEmpty();
    }

    /** An administrator chooses a step in the drawn model, and sees the case that waits there. */
    private void lookIntoTheMirror() {
        signOut();
        signIn("adele");
        desk.manage().logs().get(LogType.BROWSER); // what Tasklist complained of is past
        for (var size : List.of(new Dimension(1280, 900), new Dimension(320, 640))) {
            Chromium.resize(desk, size.width, size.height);
            desk.get(address("/mirror"));
            await(desk, ExpectedConditions.textToBePresentInElementLocated(By.className("step-figures"), "now"));
            assertThat(desk.findElement(By.cssSelector(".bjs-powered-by svg")).isDisplayed())
                    .isTrue();
            for (var scheme : List.of("light", "dark")) {
                desk.executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
                Chromium.picture(desk, "mirror-%d-%s".formatted(size.width, scheme));
                assertThat(Axe.faults(desk)).as(size + scheme).isEmpty();
            }
            assertThat(desk.executeScript(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);

            desk.executeScript(
                    "document.querySelector('[data-element-id=Activity_Before]').scrollIntoView({block: 'center'})");
            click(desk, By.cssSelector("[data-element-id=Activity_Before] .djs-hit"));
            var slowest = await(desk, ExpectedConditions.visibilityOfElementLocated(By.cssSelector("section.card")));
            assertThat(slowest.getText())
                    .contains("Slowest cases: Before: prepare the interview", "I-1001", "still open");
            await(desk, ExpectedConditions.presenceOfElementLocated(By.cssSelector(".djs-element.chosen")));
            assertThat(Axe.faults(desk)).as("slowest, " + size).isEmpty();
            Chromium.picture(desk, "mirror-%d-slowest".formatted(size.width));
        }
        assertThat(complaints(desk)).isEmpty();
    }

    /** The coordinator asks for an interview: the lists of the start form hold the own school's people only. */
    private void startInterview() {
        signIn("carla");
        await(desk, ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), "This week's interviews"));
        assertThat(desk.getTitle()).contains("Informational interviews");
        assertThat(desk.findElement(By.tagName("body")).getText())
                .contains("My tasks", "My school's tasks", "Waiting for others", "Overdue")
                .doesNotContain("migrate to Camunda 8");
        click(desk, By.cssSelector(".start-process-action a"));
        click(desk, By.xpath("//div[contains(@class,'modal-body')]//a[normalize-space()='Informational interview']"));
        choose(0, "Amina Bello");
        choose(1, "Theo Grant");
        choose(2, "Carla");
        choose(3, "Health");
        choose(4, "At the workplace");
        type(desk, By.cssSelector(".modal-body textarea"), "She wants to become a vet.");
        Chromium.picture(desk, "start-form");
        click(desk, By.xpath("//div[contains(@class,'modal-footer')]//button[normalize-space()='Start']"));
        await(desk, ExpectedConditions.invisibilityOfElementLocated(By.className("modal-body")));
    }

    private void setObjectives() {
        signIn("theo");
        openTask("Set learning objectives");
        assertThat(desk.findElement(By.cssSelector(".tasks-list")).getText()).contains("I-1001, Amina Bello");
        type(desk, By.cssSelector(".fjs-form input[type=text]"), "Biology");
        type(desk, By.cssSelector(".fjs-form textarea"), "Know what a vet does all day.");
        Chromium.picture(desk, "task-form");
        completeTask();
    }

    private void matchEmployer() {
        signIn("carla");
        openTask("Match an employer");
        click(desk, By.cssSelector(".fjs-form input[type=radio]"));
        choose(0, "Riverside Animal Clinic");
        completeTask();
    }

    /** The employer opens the mail's link on a phone and answers. */
    private void answerInvitation() {
        phone.get(address("/demo/mailbox?to=nora.feld@riverside-clinic.example"));
        while (phone.findElements(By.partialLinkText("interview request")).isEmpty()) {
            await(phone, ExpectedConditions.presenceOfElementLocated(By.tagName("h1")));
            phone.navigate().refresh();
        }
        Chromium.picture(phone, "mailbox");
        click(phone, By.partialLinkText("interview request"));
        await(phone, ExpectedConditions.frameToBeAvailableAndSwitchToIt(By.tagName("iframe")));
        var link = Objects.requireNonNull(
                await(phone, ExpectedConditions.presenceOfElementLocated(By.cssSelector("a[href*='/forms/']")))
                        .getAttribute("href"));
        Chromium.picture(phone, "mail");
        phone.get(address("/forms/" + link.substring(link.lastIndexOf('/') + 1)));
        await(phone, ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".fjs-form input[type=radio]")));
        assertFitsTheWindow();
        Chromium.picture(phone, "emailed-form");

        click(phone, By.id("send"));
        assertThat(await(phone, ExpectedConditions.visibilityOfElementLocated(By.id("problems")))
                        .getText())
                .contains("Please answer this question.");
        Chromium.picture(phone, "emailed-form-problem");

        click(phone, By.cssSelector(".fjs-form input[type=radio]"));
        var texts = await(phone, ExpectedConditions.numberOfElementsToBe(By.cssSelector(".fjs-form textarea"), 2));
        texts.get(0).sendKeys("Any Thursday at ten");
        texts.get(1).sendKeys("Ring twice, please.");
        await(phone, ExpectedConditions.textToBePresentInElementLocated(By.id("kept"), "Saved."));
        Chromium.picture(phone, "emailed-form-saved");
        goOnAtTheDesk(phone.getCurrentUrl());
        for (var box : phone.findElements(By.cssSelector(".fjs-form input[type=checkbox]"))) {
            phone.executeScript("arguments[0].click()", box);
        }
        click(phone, By.id("send"));
        await(phone, ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), "Thank you"));
        Chromium.picture(phone, "emailed-form-sent");

        phone.navigate().refresh();
        await(phone, ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), "Any Thursday at ten"));
        Chromium.picture(phone, "receipt");
        click(phone, By.partialLinkText("ask to correct it"));
        await(phone, ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".fjs-form textarea")))
                .sendKeys("Thursdays at nine.");
        Chromium.picture(phone, "ask-to-correct");
        click(phone, By.id("send"));
        await(phone, ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), "with the school now"));
    }

    /** The same link shows what was begun on the phone; of two windows that write, the later one is told. */
    private void goOnAtTheDesk(String link) {
        desk.get(link);
        var texts = await(desk, ExpectedConditions.numberOfElementsToBe(By.cssSelector(".fjs-form textarea"), 2));
        assertThat(texts.get(0).getAttribute("value")).isEqualTo("Any Thursday at ten");
        texts.get(1).sendKeys(" The bell is on the left.");
        await(desk, ExpectedConditions.textToBePresentInElementLocated(By.id("kept"), "Saved."));
        phone.findElements(By.cssSelector(".fjs-form textarea")).get(1).sendKeys(" Twice!");
        await(phone, ExpectedConditions.textToBePresentInElementLocated(By.id("kept"), "in another window"));
        Chromium.picture(phone, "emailed-form-newer");
        click(phone, By.cssSelector("#kept button"));
        await(
                phone,
                ExpectedConditions.attributeToBe(
                        By.cssSelector(".fjs-form-field:nth-of-type(1) textarea, .fjs-form textarea"),
                        "value",
                        "Any Thursday at ten"));
        assertThat(phone.findElements(By.cssSelector(".fjs-form textarea"))
                        .get(1)
                        .getAttribute("value"))
                .endsWith("The bell is on the left.");
    }

    private void signIn(String user) {
        desk.get(address("/camunda/app/tasklist/default/"));
        type(desk, By.cssSelector("input[type=text]"), user);
        type(desk, By.cssSelector("input[type=password]"), PASSWORD);
        click(desk, By.cssSelector("button[type=submit]"));
        await(desk, ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".start-process-action a")));
    }

    private void signOut() {
        desk.manage().deleteAllCookies();
    }

    private void openTask(String name) {
        click(
                desk,
                By.xpath(
                        "//*[contains(@class,'task-filter-item') or contains(@class,'item')]//a[contains(.,'My school')]"));
        click(desk, By.xpath("//ol[contains(@class,'tasks-list')]//*[normalize-space()='%s']".formatted(name)));
        await(desk, ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".fjs-form")));
    }

    private void completeTask() {
        click(desk, By.xpath("//div[contains(@class,'form-actions')]//button[normalize-space()='Complete']"));
        await(desk, ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(".fjs-form")));
    }

    private void choose(int select, String label) {
        await(
                desk,
                ExpectedConditions.visibilityOfElementLocated(
                        By.cssSelector(".fjs-form-field-select .fjs-input-group")));
        click(
                desk,
                By.xpath("(//*[contains(@class,'fjs-form-field-select')])[%d]//*[contains(@class,'fjs-input-group')]"
                        .formatted(select + 1)));
        click(desk, By.xpath("//*[contains(@class,'fjs-dropdownlist-item')][contains(.,'%s')]".formatted(label)));
    }

    private void assertFitsTheWindow() {
        assertThat(phone.executeScript(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }

    private static List<String> complaints(ChromeDriver window) {
        return window.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("412")) // another window has saved meanwhile
                .toList();
    }

    private static void type(ChromeDriver window, By place, String text) {
        await(window, ExpectedConditions.elementToBeClickable(place)).sendKeys(text);
    }

    /** Clicks as soon as nothing lies above the element: windows of Tasklist slide in. */
    private static void click(ChromeDriver window, By place) {
        waiting(window)
                .ignoring(ElementClickInterceptedException.class, StaleElementReferenceException.class)
                .until(ready -> {
                    var element = await(window, ExpectedConditions.presenceOfElementLocated(place));
                    window.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    await(window, ExpectedConditions.elementToBeClickable(element))
                            .click();
                    return true;
                });
    }

    private static WebDriverWait waiting(ChromeDriver window) {
        return new WebDriverWait(window, Duration.ofSeconds(30));
    }

    private static <T> T await(ChromeDriver window, org.openqa.selenium.support.ui.ExpectedCondition<T> condition) {
        return waiting(window).until(condition);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
