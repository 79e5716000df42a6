package org.wbl.interviews.process.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.process.form.Feel.Node;
import org.wbl.interviews.process.form.Feel.Scope;
import org.wbl.interviews.process.form.Feel.Test;

/** How feelin 3.1 compares and combines values: null is one more outcome of every question. */
final class FeelValues {

    private FeelValues() {}

    /** {@code a = b}: null if the types differ; a list of one is that one, an empty list is nothing. */
    static @Nullable Boolean equal(@Nullable Object left, @Nullable Object right) {
        if ((left == null) != (right == null)) {
            return false;
        }
        var a = single(left);
        var b = single(right);
        if (type(a) != type(b)) {
            return null;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return x.size() == y.size() && allEqual(x, y);
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.size() == y.size()
                    && x.keySet().stream()
                            .allMatch(key -> y.containsKey(key) && Boolean.TRUE.equals(equal(x.get(key), y.get(key))));
        }
        return Tree.same(a, b);
    }

    static @Nullable Boolean and(@Nullable Object a, @Nullable Object b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        return (Boolean.TRUE.equals(a) && Boolean.TRUE.equals(b)) ? Boolean.TRUE : null;
    }

    static @Nullable Boolean or(@Nullable Object a, @Nullable Object b) {
        if (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)) {
            return true;
        }
        return (Boolean.FALSE.equals(a) && Boolean.FALSE.equals(b)) ? Boolean.FALSE : null;
    }

    static @Nullable Object add(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.doubleValue() + y.doubleValue();
        }
        return a instanceof String x && b instanceof String y ? x + y : null;
    }

    /** {@code value in tests}: tests are a list of values and questions, or a single one. */
    static @Nullable Boolean in(@Nullable Object value, @Nullable Object tests) {
        if (tests == null) {
            return null;
        }
        var all = tests instanceof List<?> list ? list : List.of(tests);
        return all.stream().anyMatch(test -> Boolean.TRUE.equals(ask(test, value)));
    }

    /** The outcome of unary tests on no input: the first that is true, else the outcome of the last. */
    static @Nullable Boolean anyHolds(List<Node> tests, Scope scope) {
        @Nullable Boolean outcome = null;
        for (var answer : all(tests, scope)) {
            if (!Boolean.TRUE.equals(outcome)) {
                outcome = outcomeOf(answer);
            }
        }
        return outcome;
    }

    /** {@code target.name}; of every item if the target is a list. */
    static @Nullable Object member(@Nullable Object target, String name) {
        if (target instanceof List<?> list) {
            var members = new ArrayList<@Nullable Object>();
            list.forEach(item -> members.add(item instanceof Map<?, ?> map ? map.get(name) : null));
            return members;
        }
        return target instanceof Map<?, ?> map ? map.get(name) : null;
    }

    static List<@Nullable Object> all(List<Node> nodes, Scope scope) {
        var values = new ArrayList<@Nullable Object>();
        nodes.forEach(node -> values.add(node.in(scope)));
        return values;
    }

    /** What counts as yes after "if", "some", "every" and in filters: anything but false and null. */
    static boolean truthy(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }

    static Type type(@Nullable Object value) {
        if (value == null) {
            return Type.NIL;
        }
        if (value instanceof Boolean) {
            return Type.BOOLEAN;
        }
        if (value instanceof Number) {
            return Type.NUMBER;
        }
        if (value instanceof String) {
            return Type.STRING;
        }
        if (value instanceof Map) {
            return Type.CONTEXT;
        }
        return value instanceof List ? Type.LIST : Type.OTHER;
    }

    enum Type {
        NIL,
        BOOLEAN,
        NUMBER,
        STRING,
        CONTEXT,
        LIST,
        OTHER
    }

    private static @Nullable Boolean ask(@Nullable Object test, @Nullable Object value) {
        return test instanceof Test question ? question.of(value) : equal(test, value);
    }

    private static @Nullable Boolean outcomeOf(@Nullable Object answer) {
        if (answer == null) {
            return null;
        }
        if (answer instanceof Boolean bool) {
            return bool;
        }
        return answer instanceof List<?> list ? list.contains(null) : ask(answer, null);
    }

    private static @Nullable Object single(@Nullable Object value) {
        if (value instanceof List<?> list && list.size() < 2) {
            return list.isEmpty() ? null : list.get(0);
        }
        return value;
    }

    private static boolean allEqual(List<?> a, List<?> b) {
        for (var i = 0; i < a.size(); i++) {
            if (!Boolean.TRUE.equals(equal(a.get(i), b.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
