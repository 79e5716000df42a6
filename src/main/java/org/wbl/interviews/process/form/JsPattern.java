package org.wbl.interviews.process.form;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A JavaScript regular expression without flags, found anywhere in a text as {@code test} does.
 *
 * <p>JavaScript counts an emoji as two characters and Java as one; both halves are therefore moved to a private range,
 * in the pattern and in the text, before Java's engine sees them.
 */
final class JsPattern {

    static final int LONGEST = 1000;

    private static final Duration ALLOWED = Duration.ofMillis(100);
    private static final String DOT = "[^\\n\\r\\u2028\\u2029]";
    private static final String WORD = "[A-Za-z0-9_]";
    private static final String BOUNDARY = "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";
    private static final String NO_BOUNDARY = "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";
    private static final String SPACES =
            "\\t\\n\\x0B\\f\\r\\x20\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

    private final Pattern pattern;

    private JsPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @throws PatternSyntaxException if it is not one, or one that Java cannot match in the same way
     */
    static JsPattern of(String source) {
        if (source.length() > LONGEST) {
            throw new PatternSyntaxException("longer than " + LONGEST + " characters", "", -1);
        }
        return trusted(source);
    }

    /** Reads a pattern of our own, of any length. */
    static JsPattern trusted(String source) {
        return new JsPattern(Pattern.compile(new Translation(source).run()));
    }

    /**
     * Whether the pattern is found in the text.
     *
     * @throws Budget.Exceeded if that takes more than 100 ms, or more depth than the stack has
     */
    boolean isIn(String text) {
        try {
            return pattern.matcher(new Watched(moved(text), new Budget(ALLOWED)))
                    .find();
        } catch (StackOverflowError e) {
            throw new Budget.Exceeded();
        }
    }

    private static String moved(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        var moved = new StringBuilder();
        text.chars().forEach(unit -> moved.append(moved((char) unit)));
        return moved.toString();
    }

    private static char moved(char unit) {
        return Character.isSurrogate(unit) ? (char) (unit - Character.MIN_SURROGATE + '\uE000') : unit;
    }

    /** A text whose reading is counted, so that a pattern that backtracks for ever is stopped. */
    private record Watched(CharSequence text, Budget budget) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.subSequence(start, end), budget);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** From JavaScript's notation to Java's, one construct after the other. */
    private static final class Translation {

        private final String source;
        private final StringBuilder result = new StringBuilder();
        private int at;
        private boolean quantifiable;

        Translation(String source) {
            this.source = source;
        }

        String run() {
            while (at < source.length()) {
                var c = source.charAt(at++);
                switch (c) {
                    case '\\' -> escape();
                    case '[' -> characterClass();
                    case '(' -> group();
                    case ')' -> part(")", true);
                    case '.' -> part(DOT, true);
                    case '^' -> part("^", false);
                    case '$' -> part("\\z", false);
                    case '|' -> part("|", false);
                    case '*', '+', '?' -> quantifier(String.valueOf(c));
                    case '{' -> brace();
                    default -> part(literal(c), true);
                }
            }
            return result.toString();
        }

        private void part(String java, boolean mayRepeat) {
            result.append(java);
            quantifiable = mayRepeat;
        }

        /** Java would read a second quantifier as "possessive"; JavaScript refuses it. */
        private void quantifier(String java) {
            if (!quantifiable) {
                throw refused("nothing to repeat");
            }
            result.append(java);
            if (at < source.length() && source.charAt(at) == '?') {
                result.append('?');
                at++;
            }
            quantifiable = false;
        }

        private void brace() {
            var end = source.indexOf('}', at);
            var bounds = end < 0 ? "" : source.substring(at, end);
            if (bounds.matches("\\d{1,4}(,\\d{0,4})?")) {
                at = end + 1;
                quantifier("{" + bounds + "}");
            } else if (bounds.matches("\\d+(,\\d*)?")) {
                throw refused("a repetition above 9999");
            } else {
                part("\\{", true);
            }
        }

        private void group() {
            if (!source.startsWith("?", at)) {
                part("(", false);
            } else if (source.startsWith("?:", at) || source.startsWith("?=", at) || source.startsWith("?!", at)) {
                part("(" + source.substring(at, at + 2), false);
                at += 2;
            } else if (source.startsWith("?<=", at) || source.startsWith("?<!", at)) {
                throw refused("a look behind");
            } else if (source.startsWith("?<", at) && source.indexOf('>', at) > 0) {
                at = source.indexOf('>', at) + 1;
                part("(", false);
            } else {
                throw refused("an unknown group");
            }
        }

        private void escape() {
            var c = next();
            switch (c) {
                case 'b' -> part(BOUNDARY, false);
                case 'B' -> part(NO_BOUNDARY, false);
                case 's' -> part("[" + SPACES + "]", true);
                case 'S' -> part("[^" + SPACES + "]", true);
                case 'k' -> throw refused("a reference back");
                default -> part(escaped(c), true);
            }
        }

        private String escaped(char c) {
            return switch (c) {
                case 'd', 'D', 'w', 'W' -> "\\" + c;
                case 't', 'n', 'r', 'f' -> "\\" + c;
                case 'v' -> "\\x0B";
                case '0' -> zero();
                case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> throw refused("a reference back");
                case 'c' -> throw refused("a control character");
                case 'x' -> hexadecimal(2, c);
                case 'u' -> hexadecimal(4, c);
                default -> literal(c);
            };
        }

        private String zero() {
            if (at < source.length() && Character.isDigit(source.charAt(at))) {
                throw refused("an octal number");
            }
            return "\\x00";
        }

        private String hexadecimal(int digits, char c) {
            var end = at + digits;
            if (end > source.length() || !source.substring(at, end).matches("[0-9A-Fa-f]+")) {
                return literal(c);
            }
            var unit = (char) Integer.parseInt(source.substring(at, end), 16);
            at = end;
            return literal(unit);
        }

        private void characterClass() {
            var negated = source.startsWith("^", at);
            at += negated ? 1 : 0;
            if (source.startsWith("]", at)) {
                at++;
                part(negated ? "[\\s\\S]" : "(?!)", true);
                return;
            }
            result.append(negated ? "[^" : "[");
            while (!source.startsWith("]", at)) {
                var c = next();
                result.append(c == '\\' ? escapedInClass() : c == '-' ? "-" : literal(c));
            }
            at++;
            part("]", true);
        }

        private String escapedInClass() {
            var c = next();
            return switch (c) {
                case 'b' -> "\\x08";
                case 's' -> SPACES;
                case 'S' -> "[^" + SPACES + "]";
                case '-' -> "\\-";
                default -> escaped(c);
            };
        }

        private char next() {
            if (at >= source.length()) {
                throw refused("no end");
            }
            return source.charAt(at++);
        }

        private static String literal(char c) {
            return Character.isLetterOrDigit(c) && c < 128 ? String.valueOf(c) : "\\u%04X".formatted((int) moved(c));
        }

        private PatternSyntaxException refused(String what) {
            return new PatternSyntaxException(what, "", -1);
        }
    }
}
