package org.wbl.interviews.process.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as the viewer's JavaScript reads, compares and writes them. */
final class JsNumber {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");
    private static final double LARGEST_EXACT = 9_007_199_254_740_991d;
    private static final int DIGITS_OF_A_DOUBLE = 17;

    private JsNumber() {}

    /** {@code Number(value)}: NaN where JavaScript says so, 0 for a blank string. */
    static double of(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (value instanceof String text) {
            return ofText(JsText.trim(text));
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? 0 : list.size() == 1 ? of(list.get(0)) : Double.NaN;
        }
        return Double.NaN;
    }

    /** {@code a < b}: by characters if both are strings, as numbers otherwise; false if either is no number. */
    static boolean less(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y) < 0;
        }
        return of(a) < of(b);
    }

    /** Whether the string is a plain decimal number, which is all that a number field should hold. */
    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** Returns the shortest decimal that stands for the same double, which is what JavaScript prints. */
    static BigDecimal shortest(double value) {
        var exact = new BigDecimal(value);
        for (var digits = 1; digits < DIGITS_OF_A_DOUBLE; digits++) {
            var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(DIGITS_OF_A_DOUBLE, RoundingMode.HALF_EVEN));
    }

    /** {@code String(number)}. */
    static String print(Number number) {
        var value = number.doubleValue();
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return "0";
        }
        var decimal = shortest(value);
        var exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -7 && exponent < 21) {
            return decimal.toPlainString();
        }
        var digits = decimal.unscaledValue().abs().toString();
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (value < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "" : "+") + exponent;
    }

    /** Returns an Integer or a Long for a whole number, a Double otherwise; null for what JSON cannot hold. */
    static @Nullable Number normal(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return null;
        }
        if (value != Math.rint(value) || Math.abs(value) > LARGEST_EXACT) {
            return value;
        }
        var whole = (long) value;
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }

    private static double ofText(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (isDecimal(text)) {
            return Double.parseDouble(text);
        }
        return switch (text) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> ofPrefixed(text);
        };
    }

    private static double ofPrefixed(String text) {
        var radix = text.matches("0[xX].+") ? 16 : text.matches("0[oO].+") ? 8 : text.matches("0[bB].+") ? 2 : 0;
        if (radix == 0 || text.length() > 14 || text.charAt(2) == '-' || text.charAt(2) == '+') {
            return Double.NaN;
        }
        try {
            return Long.parseLong(text.substring(2), radix);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
