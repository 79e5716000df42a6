package org.wbl.interviews.process.form;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a field is called in sentences.
 *
 * <p>Computed from what the viewer was given only, never from answers, because a sentence must not repeat an answer.
 */
final class Label {

    private static final int LONGEST = 80;
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}]{1,1000})}}");
    private static final Pattern MARKUP = Pattern.compile("[<>&\\p{Cntrl}]");

    private final String text;
    private final String key;

    Label(@Nullable String text, String key) {
        this.text = text == null ? "" : text;
        this.key = key;
    }

    /** Returns plain text of at most 80 characters; the key if the label is empty or cannot be computed. */
    String text(Map<String, @Nullable Object> given) {
        var computed = plain(computed(given).lines().findFirst().orElse(""));
        return computed.isEmpty() ? plain(key) : computed;
    }

    /** Returns all of it as plain text; the key if it is empty or cannot be computed. */
    String whole(Map<String, @Nullable Object> given) {
        var computed = unmarked(computed(given));
        return computed.isEmpty() ? unmarked(key) : computed;
    }

    private static String unmarked(String text) {
        return JsText.trim(MARKUP.matcher(text).replaceAll(""));
    }

    /** Removes what could be taken for markup, and all after 80 characters. */
    static String plain(String text) {
        var plain = unmarked(text);
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }

    private String computed(Map<String, @Nullable Object> given) {
        try {
            if (Feel.isExpression(text)) {
                return printed(Feel.expression(text, key).value(given));
            }
            return TEMPLATE.matcher(text)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(printed(
                            Feel.expression("=" + found.group(1).strip(), key).value(given))));
        } catch (FormSchemaRefused | Budget.Exceeded e) {
            return "";
        }
    }

    private static String printed(@Nullable Object value) {
        return value == null ? "" : JsText.print(value);
    }
}
