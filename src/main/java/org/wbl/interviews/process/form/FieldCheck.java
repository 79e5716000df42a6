package org.wbl.interviews.process.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks one visible field's value by the viewer's rules.
 *
 * <p>Each method returns how the sentence goes on after the label, or null if all is well.
 */
final class FieldCheck {

    private static final int LONGEST_TEXT = 10_000;
    private static final BigDecimal TOO_LARGE_FOR_DECIMALS = BigDecimal.TEN.pow(21);

    private static final JsPattern EMAIL = JsPattern.of(
            "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
    private static final Pattern BIG = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,9})?");

    private final Component field;
    private final FormState state;
    private final Clock clock;
    private final Map<String, @Nullable Object> validate;

    FieldCheck(Component field, FormState state, Clock clock) {
        this.field = field;
        this.state = state;
        this.clock = clock;
        this.validate = field.validate();
    }

    /** Returns why the field's value may not be submitted, or null. */
    @Nullable
    String problem() {
        var value = state.value(field);
        if (state.isWritable(field)) {
            var misfit = misfit(value);
            if (misfit != null) {
                return misfit;
            }
        }
        return invalid(value);
    }

    private @Nullable String misfit(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var untouched = Tree.same(value, state.initial(field));
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> untouched ? tooLong(value) : text(value);
            case NUMBER -> untouched ? null : number(value);
            case CHECKBOX -> untouched || value instanceof Boolean ? null : "must be ticked or not.";
            case DATETIME -> new Times(field, clock, untouched).misfit(value);
            case RADIO, SELECT -> one(value, untouched);
            case CHECKLIST, TAGLIST -> some(value);
            case EXPRESSION, GROUP -> null;
        };
    }

    private @Nullable String text(Object value) {
        if (!(value instanceof String text)) {
            return "must be a text.";
        }
        if (text.indexOf('\0') >= 0 || text.indexOf('\r') >= 0) {
            return "holds a character that cannot be stored; please type the text again.";
        }
        if (field.type() == Component.Type.TEXTFIELD && text.indexOf('\n') >= 0) {
            return "must be on one line.";
        }
        return tooLong(text);
    }

    private @Nullable String tooLong(Object value) {
        var limit = limit("maxLength");
        var longest = limit instanceof Number number ? Math.max(LONGEST_TEXT, number.doubleValue()) : LONGEST_TEXT;
        return value instanceof String text && text.length() > longest
                ? "must have at most %s characters.".formatted(JsNumber.print(longest))
                : null;
    }

    private @Nullable String number(Object value) {
        if (Tree.truthy(field.attributes().get("serializeToString"))) {
            return value instanceof String text && JsNumber.isDecimal(text) ? null : numberWanted();
        }
        return value instanceof Number number && Double.isFinite(number.doubleValue()) ? null : numberWanted();
    }

    /** A radio keeps any option, a select takes those for nothing that JavaScript takes for false. */
    private @Nullable String one(Object value, boolean untouched) {
        var options = state.options(field);
        if (!options.loaded() || (untouched && !Tree.truthy(value))) {
            return untouched ? null : optionWanted();
        }
        var choosable = field.type() == Component.Type.RADIO || Tree.truthy(value);
        return choosable && options.offer(value) ? null : optionWanted();
    }

    private @Nullable String some(Object value) {
        if (!(value instanceof List<?> chosen)) {
            return optionWanted();
        }
        var options = state.options(field);
        var given = state.initial(field) instanceof List<?> list ? list : List.of();
        for (var item : chosen) {
            var offered = options.loaded() ? options.offer(item) : count(given, item) > 0;
            if (!offered || count(chosen, item) > Math.max(1, count(given, item))) {
                return optionWanted();
            }
        }
        return null;
    }

    private static long count(List<?> list, @Nullable Object value) {
        return list.stream().filter(item -> Tree.same(item, value)).count();
    }

    private @Nullable String invalid(@Nullable Object value) {
        if (field.type() == Component.Type.NUMBER && Tree.truthy(value) && !hasRightSteps(value)) {
            return numberWanted();
        }
        if (isMissing(value)) {
            return "is missing.";
        }
        var pattern = field.pattern();
        if (pattern != null && Tree.truthy(value) && !pattern.isIn(JsText.print(value))) {
            return field.attributes().get("description") instanceof String description
                    ? "is not written as asked for: " + description
                    : "does not have the expected form.";
        }
        if (isOutOfRange(value)) {
            return numberWanted();
        }
        var length = length(value);
        return length != null ? length : contact(value);
    }

    private boolean isMissing(@Nullable Object value) {
        var empty = value == null
                || "".equals(value)
                || (field.type() == Component.Type.CHECKBOX && Boolean.FALSE.equals(value))
                || (value instanceof List<?> list && list.isEmpty());
        return empty && Tree.truthy(validate.get("required"));
    }

    private boolean hasRightSteps(@Nullable Object value) {
        var digits = field.attributes().get("decimalDigits");
        var increment = field.attributes().get("increment");
        var countsDigits = digits != null && JsNumber.of(digits) >= 0;
        if (!countsDigits && !Tree.truthy(increment)) {
            return true;
        }
        var text = JsText.print(value);
        if (!BIG.matcher(text).matches()) {
            return false;
        }
        var number = new BigDecimal(text);
        if (Math.abs((long) number.precision() - number.scale()) > 400) {
            return false;
        }
        if (countsDigits
                && (number.abs().compareTo(TOO_LARGE_FOR_DECIMALS) >= 0
                        || number.stripTrailingZeros().scale() > JsNumber.of(digits))) {
            return false;
        }
        return !Tree.truthy(increment)
                || number.remainder(new BigDecimal(JsText.print(increment))).signum() == 0;
    }

    private boolean isOutOfRange(@Nullable Object value) {
        if (!Tree.truthy(value) && !(value instanceof Number)) {
            return false;
        }
        var min = limit("min");
        var max = limit("max");
        return (min != null && JsNumber.less(value, min)) || (max != null && JsNumber.less(max, value));
    }

    private @Nullable String length(@Nullable Object value) {
        var min = limit("minLength");
        var max = limit("maxLength");
        if (!Tree.truthy(value) || (min == null && max == null)) {
            return null;
        }
        if (!(value instanceof String text)) {
            return "must be a text.";
        }
        var length = JsText.trim(text).length();
        if (min != null && length < JsNumber.of(min)) {
            return "must have at least %s.".formatted(characters(min));
        }
        return max != null && length > JsNumber.of(max) ? "must have at most %s.".formatted(characters(max)) : null;
    }

    private @Nullable String contact(@Nullable Object value) {
        if (!Tree.truthy(value)) {
            return null;
        }
        var type = validate.get("validationType");
        if ("phone".equals(type) && !JsPhone.PATTERN.isIn(JsText.print(value))) {
            return "must be an international phone number such as +4930664040900.";
        }
        return "email".equals(type) && !EMAIL.isIn(JsText.print(value))
                ? "must be an e-mail address such as name@example.org."
                : null;
    }

    private @Nullable Object limit(String name) {
        var formula = field.formulas().get(name);
        return formula == null ? validate.get(name) : formula.value(state.context());
    }

    private String optionWanted() {
        return field.type().isSomeOfOptions() ? "may only hold listed options." : "must be one of the listed options.";
    }

    private String numberWanted() {
        var min = shown(limit("min"));
        var max = shown(limit("max"));
        var digits = field.attributes().get("decimalDigits");
        var increment = field.attributes().get("increment");
        var sentence = new StringBuilder("must be a ");
        sentence.append(digits != null && JsNumber.of(digits) == 0 ? "whole number" : "number");
        if (min != null && max != null) {
            sentence.append(" from ").append(min).append(" to ").append(max);
        } else if (min != null) {
            sentence.append(" of at least ").append(min);
        } else if (max != null) {
            sentence.append(" of at most ").append(max);
        }
        if (digits != null && JsNumber.of(digits) > 0) {
            sentence.append(" with at most %s decimals".formatted(JsText.print(digits)));
        }
        if (Tree.truthy(increment)) {
            sentence.append(" in steps of ").append(Label.plain(JsText.print(increment)));
        }
        return sentence.append('.').toString();
    }

    /** A limit is only named if the schema or process data set it: a computed one may repeat an answer. */
    private static @Nullable String shown(@Nullable Object limit) {
        return limit instanceof Number number ? JsNumber.print(number) : null;
    }

    private static String characters(Object count) {
        var number = JsNumber.of(count);
        return JsNumber.print(number) + (number == 1 ? " character" : " characters");
    }
}
