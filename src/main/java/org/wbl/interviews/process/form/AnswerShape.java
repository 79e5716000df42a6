package org.wbl.interviews.process.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at names, nesting and size of what came in, before anything is computed from it. */
final class AnswerShape {

    private static final int LARGEST_BYTES = 65_536;
    private static final int DEEPEST = 40;
    private static final int MOST_PROBLEMS = 3;
    private static final int BYTES_OF_A_SCALAR = 8;
    private static final Pattern ECHOED = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    private final Map<String, @Nullable Object> declared = new LinkedHashMap<>();

    AnswerShape(List<Component> fields) {
        fields.forEach(field -> Tree.put(declared, field.path(), field));
    }

    /** Returns at most three problems: more would only help somebody who is guessing. */
    List<FieldProblem> problems(Map<String, ?> answers) {
        if (size(answers, 0) > LARGEST_BYTES) {
            return List.of(new FieldProblem("", "", "The answers are larger than 64 KB; please shorten them."));
        }
        var problems = new ArrayList<FieldProblem>();
        compare(answers, declared, "", problems);
        return problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS));
    }

    private static void compare(Map<?, ?> answers, Map<?, ?> declared, String prefix, List<FieldProblem> problems) {
        answers.forEach((key, answer) -> {
            var expected = declared.get(key);
            if (expected instanceof Map<?, ?> group && answer instanceof Map<?, ?> inner) {
                compare(inner, group, prefix + key + ".", problems);
            } else if (expected == null || (expected instanceof Map && answer != null)) {
                problems.add(unknown(prefix + key));
            }
        });
    }

    private static FieldProblem unknown(String key) {
        return ECHOED.matcher(key).matches()
                ? new FieldProblem(key, "", "'%s' is not a field of this form.".formatted(key))
                : new FieldProblem("", "", "An answer was sent for a field that is not in this form.");
    }

    /** Roughly the bytes of the answers as JSON; too large if nested too deep or not JSON at all. */
    private static long size(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return LARGEST_BYTES + 1L;
        }
        if (value instanceof String text) {
            return text.length() > LARGEST_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length + 2L;
        }
        if (value instanceof List<?> list) {
            return 2L
                    + list.stream().mapToLong(item -> size(item, depth + 1) + 1).sum();
        }
        if (value instanceof Map<?, ?> map) {
            return 2L
                    + map.entrySet().stream()
                            .mapToLong(entry -> size(String.valueOf(entry.getKey()), depth + 1)
                                    + size(entry.getValue(), depth + 1)
                                    + 2)
                            .sum();
        }
        return BYTES_OF_A_SCALAR;
    }
}
