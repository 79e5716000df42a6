package org.wbl.interviews.mail;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The plain text of a letter, from its page: headings are underlined, list items get a dash, terms a colon, and a
 * button's address stands on a line of its own, that of a link within a sentence in angle brackets, so that nothing
 * after it becomes part of it.
 *
 * <p>It knows only what letters are made of: {@code h1 h2 p li dt dd} that hold text, inside anything.
 */
final class PlainText {

    private final List<String> blocks = new ArrayList<>();
    private String previous = "";

    private PlainText() {}

    static String of(String html) {
        var text = new PlainText();
        Jsoup.parse(html).body().select("h1, h2, p, li, dt, dd").forEach(text::add);
        return String.join("\n", text.blocks).strip() + "\n";
    }

    private void add(Element element) {
        var kind = element.normalName();
        if (startsParagraph(kind)) {
            blocks.add("");
        }
        blocks.add(written(element, kind));
        previous = kind;
    }

    private boolean startsParagraph(String kind) {
        var continuesList = kind.equals(previous) && kind.equals("li");
        var continuesTerms = (kind.equals("dt") && previous.equals("dd"));
        return !continuesList && !continuesTerms && !kind.equals("dd");
    }

    private String written(Element element, String kind) {
        var words = element.text();
        return switch (kind) {
            case "h1" -> words + "\n" + "=".repeat(words.length());
            case "li" -> "- " + words;
            case "dd" -> "%s: %s".formatted(blocks.remove(blocks.size() - 1), words);
            case "p" -> withAddresses(element);
            default -> words;
        };
    }

    private static String withAddresses(Element paragraph) {
        var written = paragraph.clone();
        var button = written.selectFirst("a.button");
        if (button != null) {
            return paragraph.text() + ":\n" + button.attr("href");
        }
        written.select("a[href^=http]").forEach(link -> link.appendText(" <%s>".formatted(link.attr("href"))));
        return written.text();
    }
}
