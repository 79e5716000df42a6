package org.wbl.interviews.docs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Draws every model as Camunda Modeler shows it: {@code docs/diagrams} keeps the picture of the README, the others are
 * written to {@code target/diagrams}, to be looked at before a changed model is released.
 */
final class ModelPictures {

    static final String ROOT = "informational-interview";
    static final Path KEPT = Path.of("docs/diagrams");

    private static final Path OTHERS = Path.of("target/diagrams");
    private static final Path VIEWER = Path.of("src/test/resources/vendor/bpmn-js-18.31.1/bpmn-viewer.min.js");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String DRAW = """
            const [model, done] = arguments;
            document.body.innerHTML = '<div id="canvas" style="width: 1600px; height: 900px"></div>';
            const viewer = new BpmnJS({container: '#canvas'});
            viewer.importXML(model)
                .then(({warnings}) => warnings.length ? Promise.reject(warnings.join()) : viewer.saveSVG())
                .then(({svg}) => done(svg), error => done('failed: ' + error));
            """;

    private ModelPictures() {}

    public static void main(String[] arguments) throws IOException {
        var browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver())
                        .build(),
                new ChromeOptions().addArguments("--headless=new", "--no-sandbox"));
        try {
            browser.manage().timeouts().scriptTimeout(LIMIT);
            browser.get("about:blank");
            browser.executeScript(Files.readString(VIEWER));
            for (var model : models()) {
                var svg = String.valueOf(browser.executeAsyncScript(DRAW, Files.readString(model)));
                if (!svg.contains("<svg")) {
                    throw new IllegalStateException("'%s' cannot be drawn: %s".formatted(model, svg));
                }
                write(model.getFileName().toString().replace(".bpmn", ""), onWhitePaper(svg));
            }
        } finally {
            browser.quit();
        }
    }

    private static void write(String name, String svg) throws IOException {
        var folder = ROOT.equals(name) ? KEPT : OTHERS;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".svg"), svg);
    }

    /** Black lines would vanish on a page in dark mode. */
    private static String onWhitePaper(String svg) {
        return svg.replaceFirst("<svg ", "<svg style=\"background: white\" ");
    }

    /** Named here, so that Selenium looks for nothing on the internet. */
    private static File driver() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, "chromedriver"))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The pictures are drawn by Chromium: put it and its chromedriver on the PATH."));
    }

    private static List<Path> models() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }
}
