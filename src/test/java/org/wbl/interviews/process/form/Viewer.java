package org.wbl.interviews.process.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.wbl.interviews.Chromium;

/** The vendored form-js viewer in a Chromium without a window. */
final class Viewer implements AutoCloseable {

    private static final Path VIEWER = Path.of("src/main/resources/static/vendor/form-js-1.8.7/form-viewer.min.js");
    private static final Path FILL = Path.of("src/test/resources/form/fill.js");
    private static final int AT_ONCE = 20;
    /** A frame for each case, because a form that the viewer fails at leaves the whole page broken. */
    private static final String FILL_ALL = """
            const [sources, cases, done] = arguments;
            const fillOne = async (each) => {
              const frame = document.createElement('iframe');
              frame.style = 'position: fixed; inset: 0; width: 200px; height: 100px';
              document.body.appendChild(frame);
              try {
                sources.forEach((source) => frame.contentWindow.eval(source));
                return await frame.contentWindow.fill(each);
              } catch (error) {
                return { failure: String(error) };
              } finally {
                frame.remove();
              }
            };
            Promise.all(JSON.parse(cases).map(fillOne)).then((all) => done(JSON.stringify(all)));
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver browser;
    private final List<String> sources;

    Viewer() throws IOException {
        browser = Chromium.open(800, 600);
        browser.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "America/New_York"));
        browser.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", "en-US"));
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        sources = List.of(Files.readString(VIEWER), Files.readString(FILL));
    }

    /** Returns what the viewer makes of each case, in the same order. */
    List<Verdict> verdicts(List<ViewerCase> cases) throws JsonProcessingException {
        var verdicts = new ArrayList<Verdict>();
        for (var from = 0; from < cases.size(); from += AT_ONCE) {
            var some = cases.subList(from, Math.min(from + AT_ONCE, cases.size()));
            var answer = browser.executeAsyncScript(
                    FILL_ALL,
                    sources,
                    JSON.writeValueAsString(
                            some.stream().map(ViewerCase::forViewer).toList()));
            verdicts.addAll(JSON.readValue(String.valueOf(answer), new TypeReference<List<Verdict>>() {}));
        }
        return verdicts;
    }

    @Override
    public void close() {
        browser.quit();
    }
}
