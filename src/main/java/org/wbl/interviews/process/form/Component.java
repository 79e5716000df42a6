package org.wbl.interviews.process.form;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds an answer, or a group of such fields.
 *
 * @param path the keys from the top of the answers to this field; of a group without a path, those of its parent
 * @param attributes what the schema says about it, as read
 * @param disabled never submitted
 * @param readOnly always read-only: shown and submitted as given
 * @param lock when the field is read-only, if that is computed
 * @param hide when the field is hidden, if ever
 * @param formulas everything else that is computed, by the place in the schema, such as {@code validate.min}
 * @param pattern what a text must match, if anything
 * @param children the fields of a group; empty for a field
 */
record Component(
        Type type,
        List<String> path,
        Label label,
        Map<String, @Nullable Object> attributes,
        boolean disabled,
        boolean readOnly,
        @Nullable Feel lock,
        @Nullable Feel hide,
        Map<String, Feel> formulas,
        @Nullable JsPattern pattern,
        List<Component> children) {

    enum Type {
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        DATETIME,
        EXPRESSION,
        CHECKBOX,
        CHECKLIST,
        TAGLIST,
        RADIO,
        SELECT,
        GROUP;

        boolean isText() {
            return this == TEXTFIELD || this == TEXTAREA;
        }

        boolean isOneOfOptions() {
            return this == RADIO || this == SELECT;
        }

        boolean isSomeOfOptions() {
            return this == CHECKLIST || this == TAGLIST;
        }
    }

    String key() {
        return String.join(".", path);
    }

    boolean isGroup() {
        return type == Type.GROUP;
    }

    boolean isComputedOn(String event) {
        return type == Type.EXPRESSION && event.equals(attributes.get("computeOn"));
    }

    Map<String, @Nullable Object> validate() {
        var validate = Tree.asMap(attributes.get("validate"));
        return validate == null ? Map.of() : validate;
    }

    /** What an empty field holds in the viewer. */
    @Nullable
    Object emptyValue() {
        return switch (type) {
            case TEXTFIELD, TEXTAREA -> "";
            case CHECKBOX -> false;
            case CHECKLIST, TAGLIST -> List.of();
            default -> null;
        };
    }

    /** Returns an answer as a person reads it: of options their labels, of a checkbox yes or no. */
    String words(@Nullable Object value, Map<String, @Nullable Object> initial) {
        if (value instanceof List<?> chosen) {
            return chosen.stream().map(each -> words(each, initial)).collect(joining(", "));
        }
        if (value instanceof Boolean ticked) {
            return ticked ? "yes" : "no";
        }
        var listed = attributes.containsKey("valuesKey")
                ? initial.get(String.valueOf(attributes.get("valuesKey")))
                : attributes.get("values");
        if (listed instanceof List<?> options) {
            for (var option : options) {
                if (option instanceof Map<?, ?> map && Tree.same(map.get("value"), value)) {
                    return String.valueOf(map.get("label"));
                }
            }
        }
        return value == null ? "" : JsText.print(value);
    }

    /** The options on offer, given what the viewer was given and everything a formula may look at. */
    Options options(Map<String, @Nullable Object> initial, Map<String, @Nullable Object> context) {
        if (attributes.containsKey("valuesKey")) {
            return Options.of(initial.get(String.valueOf(attributes.get("valuesKey"))));
        }
        if (attributes.containsKey("values")) {
            return Options.of(attributes.get("values"));
        }
        var formula = formulas.get("valuesExpression");
        if (formula != null) {
            return Options.computed(formula.value(context));
        }
        return Options.none();
    }
}
