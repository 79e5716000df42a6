package org.wbl.interviews.process.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which fields a condition depends on, through computed fields and through the conditions of these fields.
 *
 * <p>Along a chain of three conditions, or a circle, the viewer shows what depends on the order of typing: it looks at
 * answers that have been hidden since and are never submitted. Nobody could check that afterwards.
 */
final class Dependencies {

    private static final int LONGEST_CHAIN = 2;

    private final List<Field> fields = new ArrayList<>();
    private final Deque<Component> open = new ArrayDeque<>();

    private record Field(Component component, List<Feel> conditions) {}

    private Dependencies(List<Component> components) {
        collect(components, List.of());
    }

    /** Refuses a form whose conditions depend on each other in a circle or over more than two steps. */
    static void requireShort(List<Component> components) {
        var dependencies = new Dependencies(components);
        for (var field : dependencies.fields) {
            if (dependencies.chain(field) > LONGEST_CHAIN) {
                throw new FormSchemaRefused(
                        "The component '%s' of the form is hidden by a field that is hidden by a field that may be hidden itself; let its condition look at the first of them."
                                .formatted(Label.plain(field.component().key())));
            }
        }
    }

    private void collect(List<Component> level, List<Feel> outer) {
        for (var component : level) {
            var conditions = new ArrayList<>(outer);
            if (component.hide() != null) {
                conditions.add(component.hide());
            }
            if (component.isGroup()) {
                collect(component.children(), conditions);
            } else {
                fields.add(new Field(component, conditions));
            }
        }
    }

    /** How many conditions stand one behind the other, this field's own being the last. */
    private int chain(Field field) {
        var component = field.component();
        if (open.contains(component)) {
            throw new FormSchemaRefused("The component '%s' of the form depends on itself; change its expression."
                    .formatted(Label.plain(component.key())));
        }
        open.push(component);
        var longest = field.conditions().stream()
                .mapToInt(condition -> longest(condition) + 1)
                .max()
                .orElse(0);
        var formula = component.formulas().get("expression");
        var computed = formula == null ? 0 : longest(formula);
        open.pop();
        return Math.max(longest, computed);
    }

    private int longest(Feel formula) {
        return fields.stream()
                .filter(field -> formula.looksAt(field.component().path()))
                .mapToInt(this::chain)
                .max()
                .orElse(0);
    }
}
