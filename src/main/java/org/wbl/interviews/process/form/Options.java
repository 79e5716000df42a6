package org.wbl.interviews.process.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a select, radio, checklist or tag list offers.
 *
 * @param values the values on offer; may hold duplicates
 * @param loaded false if the viewer could not make a list of them: then it offers nothing and keeps what it was given
 */
record Options(List<Object> values, boolean loaded) {

    private static final Options NONE = new Options(List.of(), false);

    /** Options from what the schema or the data holds: plain values, or maps with {@code label} and {@code value}. */
    static Options of(@Nullable Object listed) {
        return listed instanceof List<?> list ? new Options(values(list), true) : new Options(List.of(), true);
    }

    /** Options from an expression's value; the viewer gives up on anything but a list and nothing. */
    static Options computed(@Nullable Object value) {
        return value instanceof List<?> || !Tree.truthy(value) ? of(value) : NONE;
    }

    static Options none() {
        return NONE;
    }

    boolean offer(@Nullable Object value) {
        return values.stream().anyMatch(option -> Tree.same(option, value));
    }

    private static List<Object> values(List<?> listed) {
        var values = new ArrayList<Object>();
        for (var option : listed) {
            var value = option instanceof Map<?, ?> map ? ofMap(map) : option;
            if (value != null && isAllowed(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Object ofMap(Map<?, ?> option) {
        var value = option.get("value");
        var labelled = option.get("label") instanceof String label && !label.isEmpty();
        return labelled || isPlain(value) ? value : null;
    }

    private static boolean isAllowed(Object value) {
        return value instanceof Map<?, ?> map ? !map.isEmpty() : isPlain(value);
    }

    private static boolean isPlain(@Nullable Object value) {
        if (value instanceof Number number) {
            return !Double.isNaN(number.doubleValue());
        }
        return value instanceof Boolean || (value instanceof String text && !text.isEmpty());
    }
}
