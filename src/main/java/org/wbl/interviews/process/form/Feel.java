package org.wbl.interviews.process.form;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A FEEL expression of a form, evaluated to what the viewer makes of it.
 *
 * <p>Camunda's engine parses; the values follow feelin 3.1, the viewer's own engine, because the two disagree just
 * where authors write conditions: {@code minutes != ""} with a number is true in the viewer and null in the engine.
 * Only expressions about dates and times are evaluated by Camunda's engine itself.
 */
final class Feel {

    static final int LONGEST = 1000;

    private static final Duration ALLOWED = Duration.ofMillis(50);

    private final FeelSyntax.Program program;

    private Feel(FeelSyntax.Program program) {
        this.program = program;
    }

    /** Whether the viewer would evaluate the value instead of taking it as it is. */
    static boolean isExpression(@Nullable Object value) {
        return value instanceof String text && text.startsWith("=");
    }

    /** Whether the expression looks at the value at {@code path}, at a part of it, or at what holds it. */
    boolean looksAt(List<String> path) {
        return variables().stream().anyMatch(name -> {
            var common = Math.min(name.size(), path.size());
            return name.subList(0, common).equals(path.subList(0, common));
        });
    }

    /** Reads an expression that starts with {@code =}; {@code where} opens the sentence if it cannot be read. */
    static Feel expression(String text, String where) {
        return new Feel(FeelSyntax.expression(checked(text, where), where));
    }

    /** Reads a condition that starts with {@code =}, which the viewer reads as unary tests. */
    static Feel condition(String text, String where) {
        return new Feel(FeelSyntax.condition(checked(text, where), where));
    }

    /** The variables the expression looks at, each as the parts of its name. */
    Set<List<String>> variables() {
        return program.variables();
    }

    /** Returns the value; null also where the viewer fails. */
    @Nullable
    Object value(Map<String, @Nullable Object> data) {
        try {
            return plain(program.node().in(new Scope(null, data, new Budget(ALLOWED))));
        } catch (FeelFailure | StackOverflowError e) {
            return null;
        }
    }

    /** Whether a condition holds; null and failures are false, as in the viewer. */
    boolean holds(Map<String, @Nullable Object> data) {
        return Boolean.TRUE.equals(value(data));
    }

    private static String checked(String text, String where) {
        if (text.length() > LONGEST) {
            throw new FormSchemaRefused("%s has an expression of %d characters; shorten it to %d."
                    .formatted(where, text.length(), LONGEST));
        }
        return text.substring(1);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Number number) {
            return JsNumber.normal(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return list.stream().<@Nullable Object>map(Feel::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var copy = Tree.copy(map);
            copy.replaceAll((key, item) -> plain(item));
            return copy;
        }
        return value instanceof String || value instanceof Boolean ? value : null;
    }

    /** Names and what they stand for, innermost first. */
    record Scope(@Nullable Scope outer, Map<String, @Nullable Object> names, Budget budget) {

        boolean has(String name) {
            return names.containsKey(name) || (outer != null && outer.has(name));
        }

        @Nullable
        Object get(String name) {
            return names.containsKey(name) || outer == null ? names.get(name) : outer.get(name);
        }

        Scope with(Map<String, @Nullable Object> inner) {
            budget.step();
            return new Scope(this, inner, budget);
        }

        Map<String, @Nullable Object> flat() {
            var all = outer == null ? new HashMap<String, @Nullable Object>() : outer.flat();
            all.putAll(names);
            return all;
        }
    }

    /** One part of an expression. */
    @FunctionalInterface
    interface Node {
        @Nullable
        Object in(Scope scope);
    }

    /** A value that is itself a question, such as {@code > 5}. */
    @FunctionalInterface
    interface Test {
        @Nullable
        Boolean of(@Nullable Object value);
    }

    /** Thrown where the viewer's engine throws: the whole expression has no value. */
    static final class FeelFailure extends RuntimeException {

        FeelFailure(String message) {
            super(message, null, false, false);
        }
    }
}
