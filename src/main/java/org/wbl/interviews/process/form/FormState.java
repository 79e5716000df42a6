package org.wbl.interviews.process.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer would hold and show, given the data it started with and the answers that came in.
 *
 * <p>Rebuilt from the answers alone: a field that is hidden counts with the value it started with, because what a
 * person typed before it was hidden is never submitted.
 */
final class FormState {

    private final List<Component> fields = new ArrayList<>();
    private final List<Component> components;
    private final Map<String, @Nullable Object> initial;
    private final Map<String, @Nullable Object> answers;
    private final Set<Component> writable = new HashSet<>();

    private Map<String, @Nullable Object> state = Map.of();
    private Map<String, @Nullable Object> context = Map.of();
    private Set<Component> visible = Set.of();

    FormState(List<Component> components, Map<String, @Nullable Object> answers, Map<String, ?> data) {
        this.components = components;
        this.answers = answers;
        collect(components);
        this.initial = initial(data);
        findWritable();
        settle();
    }

    /** The fields on show, in the schema's order. */
    List<Component> visibleFields() {
        return fields.stream().filter(visible::contains).toList();
    }

    /** What the viewer starts with: the data, each field made fit for its component. */
    Map<String, @Nullable Object> initial() {
        return initial;
    }

    @Nullable
    Object initial(Component field) {
        return Tree.get(initial, field.path());
    }

    /** What formulas see. */
    Map<String, @Nullable Object> context() {
        return context;
    }

    /** What the field holds when the form is submitted. */
    @Nullable
    Object value(Component field) {
        if (field.isComputedOn("presubmit") && !isFixed(field)) {
            return computed(field);
        }
        return Tree.get(state, field.path());
    }

    Options options(Component field) {
        return field.options(initial, context);
    }

    /**
     * Whether the value is the person's own.
     *
     * <p>A field whose lock looks at fields the person may change (say {@code =confirmed}) is: one can write first and
     * lock then, and the viewer submits what was written. A field that process data locks is not.
     */
    boolean isWritable(Component field) {
        return writable.contains(field);
    }

    private void collect(List<Component> level) {
        for (var component : level) {
            if (component.isGroup()) {
                collect(component.children());
            } else {
                fields.add(component);
            }
        }
    }

    private Map<String, @Nullable Object> initial(Map<String, ?> data) {
        var raw = Tree.copy(data);
        var values = Tree.copy(data);
        for (var field : fields) {
            Tree.put(values, field.path(), Tree.copyOf(Given.value(field, raw)));
        }
        return values;
    }

    private void findWritable() {
        context = initial;
        var changeable = new HashSet<List<String>>();
        boolean grew;
        do {
            grew = false;
            for (var field : fields) {
                if (!writable.contains(field) && isChangeable(field, changeable)) {
                    writable.add(field);
                    changeable.add(field.path());
                    grew = true;
                }
            }
        } while (grew);
        writable.removeIf(field -> field.type() == Component.Type.EXPRESSION);
    }

    private boolean isChangeable(Component field, Set<List<String>> changeable) {
        if (field.disabled() || field.readOnly()) {
            return false;
        }
        var lock = field.lock();
        if (field.type() == Component.Type.EXPRESSION) {
            var formula = field.formulas().get("expression");
            return formula != null && changeable.stream().anyMatch(formula::looksAt);
        }
        return lock == null || !lock.holds(context) || changeable.stream().anyMatch(lock::looksAt);
    }

    private boolean isFixed(Component field) {
        var lock = field.lock();
        return field.disabled() || field.readOnly() || (lock != null && lock.holds(context));
    }

    /** Leaves out answers to fields that turn out to be hidden, until nothing changes any more. */
    private void settle() {
        Set<Component> candidates = new HashSet<>(fields);
        for (var round = 0; round <= fields.size() + 1; round++) {
            fill(candidates);
            visible = shown();
            if (visible.equals(candidates)) {
                return;
            }
            candidates = visible;
        }
    }

    private void fill(Set<Component> candidates) {
        state = Tree.copy(initial);
        for (var field : fields) {
            if (candidates.contains(field) && isWritable(field)) {
                Tree.put(state, field.path(), answer(field));
            }
        }
        refreshContext();
        compute();
    }

    /** Nothing answered is what an empty field holds, unless the viewer started with null and left it. */
    private @Nullable Object answer(Component field) {
        var answer = Tree.get(answers, field.path());
        return answer != null || initial(field) == null ? answer : field.emptyValue();
    }

    private void compute() {
        var computed =
                fields.stream().filter(field -> field.isComputedOn("change")).toList();
        for (var round = 0; round <= computed.size(); round++) {
            var changed = false;
            for (var field : computed) {
                var value = computed(field);
                if (!isFixed(field) && shown().contains(field) && !Tree.same(value, Tree.get(state, field.path()))) {
                    Tree.put(state, field.path(), value);
                    changed = true;
                }
            }
            if (!changed) {
                return;
            }
            refreshContext();
        }
    }

    private @Nullable Object computed(Component field) {
        var formula = field.formulas().get("expression");
        return formula == null ? field.attributes().get("expression") : formula.value(context);
    }

    private Set<Component> shown() {
        var shown = new HashSet<Component>();
        addShown(components, shown);
        return shown;
    }

    private void addShown(List<Component> level, Set<Component> shown) {
        for (var component : level) {
            if (isHidden(component, context)) {
                continue;
            }
            if (component.isGroup()) {
                addShown(component.children(), shown);
            } else {
                shown.add(component);
            }
        }
    }

    /**
     * As the viewer does: hidden values are removed by what the raw state says, then the starting values fill the gaps.
     */
    private void refreshContext() {
        var remaining = Tree.copy(state);
        removeHidden(components, state, remaining, false);
        var merged = new LinkedHashMap<>(initial);
        merged.putAll(remaining);
        context = merged;
    }

    private static void removeHidden(
            List<Component> level,
            Map<String, @Nullable Object> raw,
            Map<String, @Nullable Object> remaining,
            boolean parentHidden) {
        for (var component : level) {
            var hidden = parentHidden || isHidden(component, raw);
            if (component.isGroup()) {
                removeHidden(component.children(), raw, remaining, hidden);
            } else if (hidden) {
                Tree.remove(remaining, component.path());
            }
        }
    }

    private static boolean isHidden(Component component, Map<String, @Nullable Object> context) {
        var hide = component.hide();
        return hide != null && hide.holds(context);
    }
}
