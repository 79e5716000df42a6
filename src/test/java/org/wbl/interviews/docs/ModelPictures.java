package org.wbl.interviews.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.wbl.interviews.Chromium;
import org.wbl.interviews.docs.Pictures.Picture;

/**
 * Draws every model, decision and form into {@code docs/diagrams}, as Camunda Modeler and the pages behind links show
 * them: each whose file has changed since it was drawn. Delete the folder to have all of them drawn.
 */
final class ModelPictures {

    private static final Path VENDOR = Path.of("src/test/resources/vendor");
    private static final Path DMN = VENDOR.resolve("dmn-js-17.10.2");
    private static final Path PAGES = Path.of("src/main/resources/static");
    private static final Path BPMN = PAGES.resolve("vendor/bpmn-js-18.31.1/bpmn-viewer.min.js");
    private static final Path FORM = PAGES.resolve("vendor/form-js-1.8.7");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int WIDTH = 720;
    private static final int WIDEST_TABLE = 4000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FACT = Pattern.compile("\\{\\{(\\w+)}}");

    private static final String DRAW_MODEL = """
            const [model, done] = arguments;
            document.body.innerHTML = '<div id="canvas" style="width: 1600px; height: 900px"></div>';
            const viewer = new BpmnJS({container: '#canvas'});
            viewer.importXML(model)
                .then(({warnings}) => warnings.length ? Promise.reject(warnings.join()) : viewer.saveSVG())
                .then(({svg}) => done(svg), error => done('failed: ' + error));
            """;

    private static final String DRAW_DECISION = """
            const [model, done] = arguments;
            const viewer = new DmnJS({container: '#canvas'});
            viewer.importXML(model)
                .then(({warnings}) => {
                    const tables = viewer.getViews().filter(view => view.type === 'decisionTable');
                    if (warnings.length || tables.length !== 1) throw warnings.join() || tables.length + ' tables';
                    return viewer.open(tables[0]);
                })
                .then(() => done('drawn'), error => done('failed: ' + error));
            """;

    /** Not as wide as a window but as the table, with the mark of bpmn.io below it. */
    private static final String WHOLE_TABLE = """
            body { margin: 0 }
            #canvas { width: max-content }
            .view-drd { display: none }
            .tjs-container { overflow: visible !important }
            .dmn-decision-table-container { box-sizing: border-box; padding: 10px 10px 50px }
            """;

    /** As the page behind a link, see {@code form.html}; the scripts of that page draw it. */
    private static final String FORM_PAGE = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
            <link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s">
            <style>main { padding-block: 1rem }</style>
            <script type="application/json" id="schema">%s</script><script type="application/json" id="data">%s</script><script type="application/json" id="words">{}</script>
            <script defer src="%s"></script><script defer src="%s"></script></head>
            <body><main id="page"><h1 id="title"></h1><div id="problems" hidden></div>
            <section class="card" id="card" hidden><p class="hint" id="required" hidden>Questions marked
            * need an answer.</p><div class="form" id="form"></div></section>
            <p id="actions" hidden></p><button id="send" hidden></button><span id="status"></span></main></body></html>
            """;

    private static final String FORM_IS_DRAWN = """
            const done = arguments[0];
            const problems = document.getElementById('problems');
            const look = () => !document.getElementById('card').hidden ? done('drawn')
                : !problems.hidden ? done('failed: ' + problems.textContent) : setTimeout(look, 50);
            look();
            """;

    private final ChromeDriver browser;

    private ModelPictures(ChromeDriver browser) {
        this.browser = browser;
        browser.manage().timeouts().scriptTimeout(LIMIT);
    }

    public static void main(String[] arguments) throws IOException {
        var pictures = Pictures.all();
        var drawn = Pictures.drawn();
        var stale = pictures.stream()
                .filter(picture ->
                        !Files.exists(picture.file()) || !picture.checksum().equals(drawn.get(picture.name())))
                .toList();
        if (!stale.isEmpty()) {
            var browser = Chromium.open(WIDTH, WIDTH);
            try {
                new ModelPictures(browser).draw(stale);
            } finally {
                browser.quit();
            }
        }
        removeOthers(pictures);
        Files.writeString(Pictures.LOCK, Pictures.lock(pictures));
        Files.writeString(Pictures.INDEX, Pictures.index(pictures));
        System.out.printf("%d pictures, of which %d were drawn anew.%n", pictures.size(), stale.size());
    }

    private static void removeOthers(List<Picture> pictures) throws IOException {
        var known = pictures.stream().map(Picture::file).toList();
        try (var files = Files.walk(Pictures.FOLDER)) {
            for (var file : files.filter(file -> file.toString().matches(".*\\.(svg|png)"))
                    .filter(file -> !known.contains(file))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private void draw(List<Picture> pictures) throws IOException {
        for (var picture : pictures) {
            Files.createDirectories(picture.file().getParent());
            if (picture.name().endsWith(".bpmn")) {
                Files.writeString(picture.file(), model(picture));
            } else {
                Files.write(picture.file(), picture.name().endsWith(".dmn") ? decision(picture) : form(picture));
            }
        }
    }

    private String model(Picture picture) throws IOException {
        open("");
        browser.executeScript(Files.readString(BPMN));
        var svg = answer(picture, DRAW_MODEL, picture.content());
        // Black lines would vanish on a page in dark mode.
        return svg.replaceFirst("<svg ", "<svg style=\"background: white\" ");
    }

    private byte[] decision(Picture picture) throws IOException {
        open("""
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>%s %s %s</style></head>
                <body><div id="canvas"></div></body></html>
                """.formatted(
                        Files.readString(DMN.resolve("dmn-js-shared.css")),
                        Files.readString(DMN.resolve("dmn-js-decision-table.css")),
                        WHOLE_TABLE));
        browser.executeScript(Files.readString(DMN.resolve("dmn-viewer.min.js")));
        answer(picture, DRAW_DECISION, picture.content());
        return photograph("#canvas", WIDEST_TABLE);
    }

    private byte[] form(Picture picture) throws IOException {
        var schema = JSON.readTree(picture.content());
        showEverything(schema);
        open(FORM_PAGE.formatted(
                address(FORM.resolve("form-js.css")),
                address(PAGES.resolve("app.css")),
                schema.toString().replace("</", "<\\/"),
                JSON.writeValueAsString(facts(picture, schema)),
                address(FORM.resolve("form-viewer.min.js")),
                address(PAGES.resolve("form.js"))));
        answer(picture, FORM_IS_DRAWN);
        return photograph("main", WIDTH);
    }

    /** What hides until something else is answered is to be looked at, too. */
    private static void showEverything(JsonNode component) {
        if (component instanceof ObjectNode object) {
            object.remove("conditional");
        }
        component.forEach(ModelPictures::showEverything);
    }

    /** What the application fills in, under its own name: a fact for its text, a choice for its list. */
    private static Map<String, Object> facts(Picture picture, JsonNode schema) throws JsonProcessingException {
        var facts = new TreeMap<String, Object>();
        var named = FACT.matcher(picture.content());
        while (named.find()) {
            facts.put(named.group(1), inBrackets(named.group(1)));
        }
        for (var list : schema.findValuesAsText("valuesKey")) {
            facts.put(list, List.of(Map.of("label", inBrackets(list), "value", list)));
        }
        return facts;
    }

    private static String inBrackets(String name) {
        return "[" + name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT) + "]";
    }

    private String answer(Picture picture, String script, Object... arguments) {
        String answer;
        try {
            answer = String.valueOf(browser.executeAsyncScript(script, arguments));
        } catch (ScriptTimeoutException e) {
            throw new IllegalStateException("'%s' is not drawn in time.".formatted(picture.name()), e);
        }
        if (answer.startsWith("failed")) {
            throw new IllegalStateException("'%s' cannot be drawn: %s".formatted(picture.name(), answer));
        }
        return answer;
    }

    /** Opens a page from a file, so that it may read its styles and scripts from files. */
    private void open(String page) throws IOException {
        var file = Path.of("target", "picture.html");
        Files.writeString(file, page);
        browser.get(address(file));
    }

    private static String address(Path file) {
        return file.toUri().toString();
    }

    private byte[] photograph(String element, int width) throws IOException {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", WIDTH, "deviceScaleFactor", 1, "mobile", false));
        var box = (Map<?, ?>) browser.executeScript(
                "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
                        + " return {width: Math.ceil(box.width), height: Math.ceil(box.height), x: box.x, y: box.y, scale: 1}",
                element);
        var answer = browser.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", box));
        return FewColours.of(Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
    }
}
