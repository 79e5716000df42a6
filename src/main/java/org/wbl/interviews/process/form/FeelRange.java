package org.wbl.interviews.process.form;

import org.jspecify.annotations.Nullable;
import org.wbl.interviews.process.form.Feel.FeelFailure;
import org.wbl.interviews.process.form.Feel.Test;

/** The questions {@code < > <= >=} and {@code [a..b]}, with feelin's odd rule that a string bound is one letter. */
final class FeelRange {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private FeelRange() {}

    static Test below(@Nullable Object bound, boolean included) {
        requireBound(bound);
        return value -> (bound == null || value == null) ? null : isBelow(value, bound, included);
    }

    static Test above(@Nullable Object bound, boolean included) {
        requireBound(bound);
        return value -> (bound == null || value == null) ? null : isBelow(bound, value, included);
    }

    static Test between(@Nullable Object start, boolean startIncluded, @Nullable Object end, boolean endIncluded) {
        if (start == null || end == null) {
            return start == null ? below(end, end != null && endIncluded) : above(start, startIncluded);
        }
        requireBound(start);
        requireBound(end);
        if (FeelValues.type(start) != FeelValues.type(end)) {
            throw new FeelFailure("A range has two ends of the same type.");
        }
        if (start instanceof String first && end instanceof String last) {
            return letters(first, startIncluded, last, endIncluded);
        }
        var swapped = JsNumber.less(end, start);
        var low = swapped ? above(end, endIncluded) : above(start, startIncluded);
        var high = swapped ? below(start, startIncluded) : below(end, endIncluded);
        return value ->
                value == null ? null : Boolean.TRUE.equals(low.of(value)) && Boolean.TRUE.equals(high.of(value));
    }

    private static Test letters(String start, boolean startIncluded, String end, boolean endIncluded) {
        var from = LETTERS.indexOf(start) + (startIncluded ? 0 : 1);
        var to = LETTERS.indexOf(end) + (endIncluded ? 1 : 0);
        var letters = from < to ? LETTERS.substring(from, to) : "";
        return value -> value instanceof String text && text.length() == 1 && letters.contains(text);
    }

    /** NaN is on neither side. */
    private static boolean isBelow(Object low, Object high, boolean included) {
        if (JsNumber.less(low, high)) {
            return true;
        }
        if (!included) {
            return false;
        }
        return (low instanceof String a && high instanceof String b)
                ? a.equals(b)
                : JsNumber.of(low) == JsNumber.of(high);
    }

    private static void requireBound(@Nullable Object bound) {
        var letter = bound instanceof String text && text.length() == 1 && LETTERS.contains(text);
        if (bound != null && !(bound instanceof Number) && !letter) {
            throw new FeelFailure("A bound is a number or one letter.");
        }
    }
}
