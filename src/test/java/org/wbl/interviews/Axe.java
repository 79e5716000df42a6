package org.wbl.interviews;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** Asks axe-core what keeps people from using a page: WCAG 2.2, levels A and AA, and its own good practices. */
public final class Axe {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              rules: {'target-size': {enabled: true}},
            }).then((found) => done(found.violations.flatMap((each) =>
              each.nodes.map((node) => `${each.id}: ${node.target} (${each.help})`))), (error) => done([`${error}`]));
            """;
    private static final String SCRIPT = read();

    private Axe() {}

    /** Returns a line for each fault of the page as it stands. */
    @SuppressWarnings("unchecked")
    public static List<String> faults(ChromeDriver window) {
        window.executeScript(SCRIPT);
        return (List<String>) Objects.requireNonNull(window.executeAsyncScript(RUN));
    }

    private static String read() {
        try (var script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
