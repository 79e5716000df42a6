package org.wbl.interviews.process.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Forms and answers made by chance, the same ones each time. */
final class RandomCases {

    private static final int CASES = 399;
    private static final int FIELDS = 5;
    private static final int UNSTEADY = 347; // the browser's answer hangs on its speed

    private static final List<String> TYPES = List.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "expression");
    private static final List<Object> OPTIONS = List.of("one", "two", 3);
    private static final List<String> TEXTS = List.of("", "one", "two", "three", "  ", "a\nb", "12", "é😀");
    private static final List<Double> NUMBERS = List.of(0.0, 1.0, 3.0, -2.0, 2.5, 0.125, 1e9);

    private final Random random;

    private RandomCases(long seed) {
        this.random = new Random(seed);
    }

    static List<ViewerCase> all() {
        var cases = new ArrayList<ViewerCase>();
        for (var seed = 1; cases.size() < CASES; seed++) {
            var made = new RandomCases(seed).one("random " + seed);
            if (seed != UNSTEADY && isCheckable(made)) {
                cases.add(made);
            }
        }
        return cases;
    }

    /** Conditions by chance often run in a circle; a form with one is refused when it is deployed. */
    private static boolean isCheckable(ViewerCase made) {
        try {
            made.schema();
            return true;
        } catch (FormSchemaRefused e) {
            return false;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ViewerCase one(String name) {
        var components = new ArrayList<Map<String, @Nullable Object>>();
        var data = new LinkedHashMap<String, @Nullable Object>();
        var acts = new ArrayList<List<@Nullable Object>>();
        var types = new ArrayList<String>();
        for (var i = 0; i < FIELDS; i++) {
            types.add(pick(TYPES));
        }
        for (var i = 0; i < FIELDS; i++) {
            var key = key(i);
            var type = types.get(i);
            components.add(component(type, key));
            if (chance(3)) {
                data.put(key, chance(4) ? pick(Arrays.asList(null, "one", 3, true, List.of("two"))) : answer(type));
            }
        }
        for (var i = 0; i < FIELDS; i++) {
            if (!types.get(i).equals("expression") && !chance(4)) {
                acts.add(Arrays.asList(key(i), answer(types.get(i))));
            }
        }
        if (chance(3)) {
            var again = random.nextInt(FIELDS);
            if (!types.get(again).equals("expression")) {
                acts.add(Arrays.asList(key(again), answer(types.get(again))));
            }
        }
        return new ViewerCase(name, chance(5) ? inGroup(components) : components, data, acts, null);
    }

    private Map<String, @Nullable Object> component(String type, String key) {
        var component = new LinkedHashMap<String, @Nullable Object>();
        component.put("type", type);
        component.put("key", key);
        if (type.equals("expression")) {
            component.put("expression", "=" + (chance(2) ? value() : test()));
            component.put("computeOn", chance(4) ? "presubmit" : "change");
            return component;
        }
        if (List.of("radio", "select", "checklist", "taglist").contains(type)) {
            component.put("values", OPTIONS);
        }
        var validate = new LinkedHashMap<String, @Nullable Object>();
        if (chance(2)) {
            validate.put("required", true);
        }
        if (type.startsWith("text") && chance(3)) {
            validate.put(chance(2) ? "minLength" : "maxLength", 1 + random.nextInt(4));
        }
        if (type.equals("number") && chance(2)) {
            validate.put(chance(2) ? "min" : "max", chance(4) ? "=" + value() : random.nextInt(4));
        }
        if (type.equals("number") && chance(3)) {
            component.put("decimalDigits", random.nextInt(3));
        }
        component.put("validate", validate);
        if (chance(3)) {
            component.put("conditional", Map.of("hide", "=" + test()));
        }
        if (chance(8)) {
            component.put("readonly", chance(2) ? true : "=" + test());
        }
        if (chance(12)) {
            component.put("disabled", true);
        }
        if (chance(6)) {
            component.put("defaultValue", answer(type));
        }
        return component;
    }

    private String test() {
        return switch (random.nextInt(9)) {
            case 0 -> value() + " = " + value();
            case 1 -> value() + " != " + value();
            case 2 -> key(random.nextInt(FIELDS)) + " > " + pick(List.of("0", "1", "3"));
            case 3 -> "not(" + value() + " = " + pick(List.of("null", "true", "\"one\"")) + ")";
            case 4 -> test() + pick(List.of(" and ", " or ")) + test();
            case 5 -> "list contains(" + key(random.nextInt(FIELDS)) + ", \"one\")";
            case 6 -> "count(" + key(random.nextInt(FIELDS)) + ") > 1";
            case 7 -> "string length(" + key(random.nextInt(FIELDS)) + ") > 2";
            default -> key(random.nextInt(FIELDS));
        };
    }

    private String value() {
        return switch (random.nextInt(7)) {
            case 0 -> pick(List.of("null", "true", "false", "\"\"", "\"one\"", "3", "0"));
            case 1 -> key(random.nextInt(FIELDS)) + " + 1";
            case 2 -> "(if " + key(random.nextInt(FIELDS)) + " = null then 1 else " + key(random.nextInt(FIELDS)) + ")";
            default -> key(random.nextInt(FIELDS));
        };
    }

    private @Nullable Object answer(String type) {
        return switch (type) {
            case "textfield" -> pick(TEXTS).replace("\n", "");
            case "textarea" -> pick(TEXTS);
            case "number" -> chance(6) ? null : pick(NUMBERS);
            case "checkbox" -> chance(2);
            case "checklist", "taglist" ->
                OPTIONS.stream().filter(option -> chance(2)).toList();
            default -> pick(OPTIONS);
        };
    }

    private static List<Map<String, @Nullable Object>> inGroup(List<Map<String, @Nullable Object>> components) {
        var inner = components.subList(0, 2);
        var grouped = new ArrayList<>(components.subList(2, FIELDS));
        var group = new LinkedHashMap<String, @Nullable Object>();
        group.put("type", "group");
        group.put("components", List.copyOf(inner));
        group.put("conditional", Map.of("hide", "=f4 = \"one\""));
        grouped.add(0, group);
        return grouped;
    }

    private static String key(int index) {
        return "f" + index;
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
