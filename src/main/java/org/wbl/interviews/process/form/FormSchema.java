package org.wbl.interviews.process.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deployed Camunda Form. Immutable and thread-safe; parsed once per deployed version.
 *
 * <p>The form-js 1.8.7 viewer is the reference: answers it lets a person submit are accepted, all others refused.
 * Answers and data are JSON-like: maps, lists, strings, numbers, booleans and null.
 */
public final class FormSchema {

    private final String id;
    private final List<Component> components;
    private final List<Component> fields;
    private final Clock clock;

    private FormSchema(SchemaReading.Schema schema, Clock clock) {
        this.id = schema.id();
        this.components = schema.components();
        this.fields = fieldsOf(components).toList();
        Dependencies.requireShort(components);
        this.clock = clock;
    }

    /**
     * Reads a form.
     *
     * @throws FormSchemaRefused if it holds a component, expression or pattern that cannot be checked
     */
    public static FormSchema parse(String json) {
        return parse(json, Clock.systemUTC());
    }

    static FormSchema parse(String json, Clock clock) {
        return new FormSchema(SchemaReading.read(json), clock);
    }

    /** Returns the form's id; empty if it has none. */
    public String id() {
        return id;
    }

    /** Returns the names under which answers come in, top level only, in the schema's order. */
    public Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        fields.forEach(field -> keys.add(field.path().get(0)));
        return keys;
    }

    /**
     * Returns the custom properties the author gave a field.
     *
     * @param key the field's key, with dots between the levels if it lies in groups
     */
    public Map<String, String> properties(String key) {
        var properties = new LinkedHashMap<String, String>();
        fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> field.attributes().get("properties"))
                .map(Tree::asMap)
                .ifPresent(map -> map.forEach((name, value) -> properties.put(name, String.valueOf(value))));
        return properties;
    }

    /**
     * Checks answers and returns those to store.
     *
     * <p>Holds every visible field that the person may write, whether answered or not, and every visible computed field
     * with our own result. Nothing answered is null, {@code false} for a checkbox and an empty list for a multiple
     * choice; whole numbers are Integer or Long, others Double. Answers to hidden, disabled, read-only and computed
     * fields are left out: what came in for them is not looked at.
     *
     * @param answers what came in, in the shape the viewer submits: maps within maps for groups with a path
     * @param data what the viewer was given: values to start with, and lists of options
     * @return the answers in the schema's order, in the same shape
     * @throws AnswersRefused if the viewer would not have let a person submit this
     */
    public Map<String, @Nullable Object> check(Map<String, ?> answers, Map<String, ?> data) throws AnswersRefused {
        refuseIfAny(new AnswerShape(fields).problems(answers));
        try {
            var state = new FormState(components, Tree.copy(answers), data);
            refuseIfAny(problems(state));
            return accepted(state);
        } catch (Budget.Exceeded e) {
            throw new AnswersRefused(List.of(
                    new FieldProblem("", "", "The answers took too long to check; please give shorter answers.")));
        }
    }

    /**
     * A question as the form asks it, and the answer in words.
     *
     * @param answer empty where nothing was answered
     */
    public record Line(String question, String answer) {}

    /**
     * Returns what was asked and answered, in the form's order; what the form hides or only shows is left out.
     *
     * @param answers as {@link #check} took them
     * @param data what the viewer was given
     */
    public List<Line> lines(Map<String, ?> answers, Map<String, ?> data) {
        var state = new FormState(components, Tree.copy(answers), data);
        return state.visibleFields().stream()
                .filter(state::isWritable)
                .map(field -> new Line(
                        field.label().whole(state.initial()), field.words(state.value(field), state.initial())))
                .toList();
    }

    private List<FieldProblem> problems(FormState state) {
        var problems = new ArrayList<FieldProblem>();
        for (var field : state.visibleFields()) {
            var problem = field.disabled() ? null : problem(field, state);
            if (problem != null) {
                var label = field.label().text(state.initial());
                problems.add(new FieldProblem(field.key(), label, "'%s' %s".formatted(label, problem)));
            }
        }
        return problems;
    }

    private @Nullable String problem(Component field, FormState state) {
        try {
            return new FieldCheck(field, state, clock).problem();
        } catch (Budget.Exceeded e) {
            return "took too long to check; please give a shorter answer.";
        }
    }

    private static Map<String, @Nullable Object> accepted(FormState state) {
        var accepted = new LinkedHashMap<String, @Nullable Object>();
        for (var field : state.visibleFields()) {
            var computed = field.type() == Component.Type.EXPRESSION && !field.disabled();
            if (computed || state.isWritable(field)) {
                Tree.put(accepted, field.path(), stored(field, state.value(field)));
            }
        }
        return accepted;
    }

    private static @Nullable Object stored(Component field, @Nullable Object value) {
        if (value == null || value.equals("")) {
            var empty = field.emptyValue();
            return "".equals(empty) ? null : empty;
        }
        return value instanceof Number number ? JsNumber.normal(number.doubleValue()) : value;
    }

    private static void refuseIfAny(List<FieldProblem> problems) throws AnswersRefused {
        if (!problems.isEmpty()) {
            throw new AnswersRefused(problems);
        }
    }

    private static Stream<Component> fieldsOf(List<Component> components) {
        return components.stream().flatMap(each -> each.isGroup() ? fieldsOf(each.children()) : Stream.of(each));
    }
}
