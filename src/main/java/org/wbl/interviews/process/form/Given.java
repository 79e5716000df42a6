package org.wbl.interviews.process.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field starts with: the value from the data made fit, else the schema's default, else the empty value. */
final class Given {

    private static final Pattern DAY = Pattern.compile("[+-]?\\d{4,6}-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\\d|3[01])");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("([01]?\\d|2[0-4])(:[0-5]?\\d(:[0-5]?\\d(\\.\\d+)?)?)?(Z|[+-]\\d{1,2}(:?\\d{1,2})?)?");

    private Given() {}

    static @Nullable Object value(Component field, Map<String, @Nullable Object> data) {
        if (Tree.has(data, field.path())) {
            return fit(field, Tree.get(data, field.path()), data);
        }
        return field.attributes().containsKey("defaultValue")
                ? field.attributes().get("defaultValue")
                : field.emptyValue();
    }

    private static @Nullable Object fit(Component field, @Nullable Object value, Map<String, @Nullable Object> data) {
        return switch (field.type()) {
            case TEXTFIELD -> text(value).replaceAll("[\r\n\t]", " ");
            case TEXTAREA -> text(value);
            case NUMBER -> number(field, value);
            case CHECKBOX -> Boolean.TRUE.equals(value);
            case DATETIME -> value instanceof String text && isTime(field, text) ? text : null;
            case RADIO, SELECT -> one(field, value, data);
            case CHECKLIST, TAGLIST -> some(field, value, data);
            case EXPRESSION, GROUP -> value;
        };
    }

    private static String text(@Nullable Object value) {
        return value == null || value instanceof List || value instanceof Map ? "" : JsText.print(value);
    }

    private static @Nullable Object number(Component field, @Nullable Object value) {
        var isNumber = value instanceof Number || (value instanceof String text && !text.isEmpty());
        if (!isNumber || Double.isNaN(JsNumber.of(value))) {
            return null;
        }
        return Tree.truthy(field.attributes().get("serializeToString"))
                ? JsText.print(value)
                : JsNumber.normal(JsNumber.of(value));
    }

    private static boolean isTime(Component field, String text) {
        return switch (String.valueOf(field.attributes().get("subtype"))) {
            case "date" -> DAY.matcher(text).matches();
            case "time" -> TIME_OF_DAY.matcher(text).matches();
            case "datetime" -> {
                var parts = text.split("T", -1);
                yield parts.length == 2
                        && DAY.matcher(parts[0]).matches()
                        && TIME_OF_DAY.matcher(parts[1]).matches();
            }
            default -> true;
        };
    }

    private static @Nullable Object one(Component field, @Nullable Object value, Map<String, @Nullable Object> data) {
        return isComputed(field) || offered(field, data).offer(value) ? value : null;
    }

    private static @Nullable Object some(Component field, @Nullable Object value, Map<String, @Nullable Object> data) {
        if (isComputed(field)) {
            return value;
        }
        var options = offered(field, data);
        var kept = new ArrayList<@Nullable Object>(value instanceof List<?> list ? list : List.of());
        kept.removeIf(item -> !options.offer(item));
        return kept;
    }

    private static boolean isComputed(Component field) {
        return Tree.truthy(field.attributes().get("valuesExpression"));
    }

    /** Here, unlike for display, an empty {@code valuesKey} counts as none. */
    private static Options offered(Component field, Map<String, @Nullable Object> data) {
        var key = field.attributes().get("valuesKey");
        return Options.of(
                Tree.truthy(key)
                        ? data.get(JsText.print(key))
                        : field.attributes().get("values"));
    }
}
