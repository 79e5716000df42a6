package org.wbl.interviews;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser, where the machine has one; a test class with this condition is skipped, in one line, where not. */
public final class Chromium implements ExecutionCondition {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (browser().isPresent() && driver().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a Chromium.");
        }
        if (context.getTestMethod().isEmpty()) {
            System.Logger log = System.getLogger(Chromium.class.getName());
            log.log(
                    System.Logger.Level.WARNING,
                    "{0} skipped: no Chromium with its chromedriver on this machine's PATH",
                    context.getDisplayName());
        }
        return ConditionEvaluationResult.disabled("There is no Chromium with its chromedriver.");
    }

    /** Opens a window of this size, in CSS pixels; the caller closes it. */
    public static ChromeDriver open(int width, int height) {
        var options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver().orElseThrow().toFile())
                .build();
        var window = new ChromeDriver(service, options);
        resize(window, width, height);
        return window;
    }

    /** Makes the window so wide and high, in pixels of CSS. */
    public static void resize(ChromeDriver window, int width, int height) {
        window.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        window.manage().window().setSize(new Dimension(width, height));
    }

    /** Keeps a picture of the window as target/screenshots/NAME.png, for people to look at. */
    public static void picture(ChromeDriver window, String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), window.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> browser() {
        return onPath(List.of("chromium", "chromium-browser", "google-chrome"));
    }

    private static Optional<Path> driver() {
        return onPath(List.of("chromedriver"));
    }

    private static Optional<Path> onPath(List<String> names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
