package org.wbl.interviews.process.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads, writes and compares JSON-like values: maps, lists, strings, numbers, booleans and null. */
final class Tree {

    private Tree() {}

    /** Returns the value at {@code path}, or null if there is none; {@link #has} tells the two nulls apart. */
    static @Nullable Object get(@Nullable Object tree, List<String> path) {
        var current = tree;
        for (var key : path) {
            current = current instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return current;
    }

    static boolean has(@Nullable Object tree, List<String> path) {
        var parent = get(tree, path.subList(0, path.size() - 1));
        return parent instanceof Map<?, ?> map && map.containsKey(path.get(path.size() - 1));
    }

    /** Sets the value at {@code path}, making the maps on the way. */
    static void put(Map<String, @Nullable Object> tree, List<String> path, @Nullable Object value) {
        var current = tree;
        for (var key : path.subList(0, path.size() - 1)) {
            var next = asMap(current.get(key));
            if (next == null) {
                next = new LinkedHashMap<>();
                current.put(key, next);
            }
            current = next;
        }
        current.put(path.get(path.size() - 1), value);
    }

    /** Removes the value at {@code path}, then every map on the way that is empty now. */
    static void remove(Map<String, @Nullable Object> tree, List<String> path) {
        for (var length = path.size(); length > 0; length--) {
            var parent = asMap(get(tree, path.subList(0, length - 1)));
            if (parent == null) {
                continue;
            }
            parent.remove(path.get(length - 1));
            if (!parent.isEmpty()) {
                return;
            }
        }
    }

    static Map<String, @Nullable Object> copy(Map<?, ?> tree) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        tree.forEach((key, value) -> copy.put(String.valueOf(key), copyOf(value)));
        return copy;
    }

    static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(item -> copy.add(copyOf(item)));
            return copy;
        }
        return value;
    }

    /** Whether two values are the same JSON; {@code 1} and {@code 1.0} are. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.doubleValue() == y.doubleValue();
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return x.size() == y.size() && sameItems(x, y);
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(key -> same(x.get(key), y.get(key)));
        }
        return Objects.equals(a, b);
    }

    /** Whether JavaScript takes the value for true. */
    static boolean truthy(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
        }
        return value != null && !Boolean.FALSE.equals(value) && !"".equals(value);
    }

    @SuppressWarnings("unchecked") // only trees made by copy() are written to
    static @Nullable Map<String, @Nullable Object> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }

    private static boolean sameItems(List<?> a, List<?> b) {
        for (var i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
