package org.wbl.interviews.process.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a form's JSON, and refuses what could not be checked later. */
final class SchemaReading {

    static final Set<String> FORBIDDEN_KEYS = Set.of("__proto__", "constructor", "prototype");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP = new TypeReference<>() {};
    private static final Set<String> WITHOUT_ANSWER =
            Set.of("text", "html", "table", "iframe", "image", "spacer", "separator", "button");
    private static final List<String> COMPUTED_LIMITS = List.of("min", "max", "minLength", "maxLength");
    private static final int DEEPEST = 20;

    private final Set<String> ids = new HashSet<>();
    private final Map<List<String>, Boolean> claims = new HashMap<>();

    /** What was read. */
    record Schema(String id, List<Component> components) {}

    static Schema read(String json) {
        try {
            var schema = JSON.readValue(json, MAP);
            if (schema == null || !(schema.get("components") instanceof List<?> components)) {
                throw new FormSchemaRefused("The form has no components; deploy a Camunda Form.");
            }
            return new SchemaReading().schema(String.valueOf(schema.getOrDefault("id", "")), components);
        } catch (JsonProcessingException e) {
            throw new FormSchemaRefused("The form is not JSON; deploy a Camunda Form.");
        }
    }

    private Schema schema(String id, List<?> listed) {
        return new Schema(id, components(listed, List.of(), 0));
    }

    private List<Component> components(List<?> listed, List<String> parent, int depth) {
        if (depth > DEEPEST) {
            throw new FormSchemaRefused("The form has groups in groups, more than 20 deep; make it flatter.");
        }
        var components = new ArrayList<Component>();
        for (var each : listed) {
            if (!(each instanceof Map<?, ?> attributes)) {
                throw new FormSchemaRefused("The form has a component that is not an object; correct its JSON.");
            }
            component(Tree.copy(attributes), parent, depth).ifPresent(components::add);
        }
        return components;
    }

    private Optional<Component> component(Map<String, @Nullable Object> attributes, List<String> parent, int depth) {
        var typeName = String.valueOf(attributes.get("type"));
        var where = "The component '%s' of the form".formatted(nameOf(attributes));
        var id = attributes.get("id");
        if (id != null && !ids.add(id.toString())) {
            throw new FormSchemaRefused("%s has the same id as another; give each its own.".formatted(where));
        }
        if (WITHOUT_ANSWER.contains(typeName)) {
            return Optional.empty();
        }
        var type = type(typeName, where);
        return Optional.of(
                type == Component.Type.GROUP
                        ? group(attributes, parent, where, depth)
                        : field(type, attributes, parent, where));
    }

    private Component group(Map<String, @Nullable Object> attributes, List<String> parent, String where, int depth) {
        var path = attributes.get("path") instanceof String text && !text.isEmpty()
                ? path(parent, text, where, false)
                : parent;
        var listed = attributes.get("components") instanceof List<?> list ? list : List.of();
        return new Component(
                Component.Type.GROUP,
                path,
                new Label("", ""),
                attributes,
                false,
                false,
                null,
                condition(attributes, List.of("conditional", "hide"), where),
                Map.of(),
                null,
                components(listed, path, depth + 1));
    }

    private Component field(
            Component.Type type, Map<String, @Nullable Object> attributes, List<String> parent, String where) {
        if (!(attributes.get("key") instanceof String key) || key.isEmpty()) {
            throw new FormSchemaRefused("%s has no key; give it one.".formatted(where));
        }
        withDefaults(type, attributes);
        var path = path(parent, key, where, true);
        requireSteps(type, attributes, where);
        var formulas = formulas(type, attributes, where);
        var readOnly = attributes.get("readonly");
        return new Component(
                type,
                path,
                label(attributes, String.join(".", path)),
                attributes,
                Tree.truthy(attributes.get("disabled")),
                Tree.truthy(readOnly) && !Feel.isExpression(readOnly),
                condition(attributes, List.of("readonly"), where),
                condition(attributes, List.of("conditional", "hide"), where),
                formulas,
                pattern(attributes, where),
                List.of());
    }

    private static void withDefaults(Component.Type type, Map<String, @Nullable Object> attributes) {
        switch (type) {
            case DATETIME -> attributes.putIfAbsent("subtype", "date");
            case EXPRESSION -> attributes.putIfAbsent("computeOn", "change");
            case CHECKLIST, TAGLIST, RADIO, SELECT -> {
                if (!Tree.truthy(attributes.get("valuesKey")) && !Tree.truthy(attributes.get("valuesExpression"))) {
                    attributes.putIfAbsent("values", List.of(Map.of("label", "Value", "value", "value")));
                }
            }
            default -> {
                // nothing to add
            }
        }
    }

    private static Component.Type type(String name, String where) {
        for (var type : Component.Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        throw new FormSchemaRefused("%s is of type '%s', whose answers cannot be checked; use another component."
                .formatted(where, Label.plain(name)));
    }

    /** Two fields may not share a path, nor may one lie inside the other; the viewer refuses such a form too. */
    private List<String> path(List<String> parent, String text, String where, boolean isField) {
        var path =
                Stream.concat(parent.stream(), Stream.of(text.split("\\.", -1))).toList();
        for (var i = 0; i < path.size(); i++) {
            var key = path.get(i);
            if (FORBIDDEN_KEYS.contains(key) || key.isEmpty() || (i > 0 && key.matches("\\d+"))) {
                throw new FormSchemaRefused("%s has a key that cannot be used; give it another.".formatted(where));
            }
            var claimedByField = claims.get(path.subList(0, i + 1));
            var isLast = i == path.size() - 1;
            if (claimedByField != null && (claimedByField || (isField && isLast))) {
                throw new FormSchemaRefused("%s has the key of another component; give each its own.".formatted(where));
            }
            claims.put(path.subList(0, i + 1), isField && isLast);
        }
        return path;
    }

    private static void requireSteps(Component.Type type, Map<String, @Nullable Object> attributes, String where) {
        var increment = attributes.get("increment");
        if (type == Component.Type.NUMBER
                && Tree.truthy(increment)
                && (!JsNumber.isDecimal(String.valueOf(increment)) || JsNumber.of(increment) == 0)) {
            throw new FormSchemaRefused("%s has an increment that is not a number; correct it.".formatted(where));
        }
    }

    private static @Nullable Feel condition(
            Map<String, @Nullable Object> attributes, List<String> place, String where) {
        var text = Tree.get(attributes, place);
        return text instanceof String expression && Feel.isExpression(expression)
                ? Feel.condition(expression, where)
                : null;
    }

    private static Map<String, Feel> formulas(
            Component.Type type, Map<String, @Nullable Object> attributes, String where) {
        var formulas = new LinkedHashMap<String, Feel>();
        for (var limit : COMPUTED_LIMITS) {
            var value = Tree.get(attributes, List.of("validate", limit));
            if (value instanceof String text && Feel.isExpression(text)) {
                formulas.put(limit, Feel.expression(text, where));
            }
        }
        var name = type == Component.Type.EXPRESSION ? "expression" : "valuesExpression";
        if (attributes.get(name) instanceof String text && Feel.isExpression(text)) {
            formulas.put(name, Feel.expression(text, where));
        }
        return formulas;
    }

    private static @Nullable JsPattern pattern(Map<String, @Nullable Object> attributes, String where) {
        var pattern = Tree.get(attributes, List.of("validate", "pattern"));
        if (!Tree.truthy(pattern)) {
            return null;
        }
        try {
            return JsPattern.of(JsText.print(pattern));
        } catch (PatternSyntaxException e) {
            throw new FormSchemaRefused("%s has a pattern that cannot be checked (%s); write a simpler one."
                    .formatted(where, Label.plain(e.getDescription())));
        }
    }

    private static Label label(Map<String, @Nullable Object> attributes, String key) {
        for (var name : List.of("label", "dateLabel", "timeLabel")) {
            if (attributes.get(name) instanceof String text && !text.isBlank()) {
                return new Label(text, key);
            }
        }
        return new Label("", key);
    }

    private static String nameOf(Map<String, @Nullable Object> attributes) {
        for (var name : List.of("key", "id", "label")) {
            if (attributes.get(name) instanceof String text && !text.isBlank()) {
                return Label.plain(text);
            }
        }
        return "without name";
    }
}
