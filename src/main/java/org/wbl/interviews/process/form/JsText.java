package org.wbl.interviews.process.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Strings as the viewer's JavaScript trims and writes them. */
final class JsText {

    /** What {@code trim()} removes and {@code \s} matches; more than Java's own idea of white space. */
    static final String SPACES = "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
            + "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

    private JsText() {}

    static String trim(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && SPACES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && SPACES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** {@code String(value)}. */
    static String print(@Nullable Object value) {
        if (value instanceof Number number) {
            return JsNumber.print(number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> item == null ? "" : print(item)).collect(Collectors.joining(","));
        }
        return value instanceof Map<?, ?> ? "[object Object]" : String.valueOf(value);
    }
}
