package org.wbl.interviews.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts were written down by {@link ViewerVerdicts}. */
@DisplayName("The check of answers, measured by the viewer,")
class ViewerVerdictTests {

    private static final IdentityHashMap<ViewerCase, FormSchema> SCHEMAS = new IdentityHashMap<>();

    @ParameterizedTest
    @MethodSource("cases")
    void takesWhatTheViewerSubmitsAndNothingElse(ViewerCase example) {
        var submitted = submitted(example);

        var outcome = Outcome.of(schema(example), submitted, example.data());

        assertThat(outcome.isAccepted())
                .as(
                        "accepted, where the viewer complains of %s: %s",
                        example.said().errors(), outcome)
                .isEqualTo(errors(example).isEmpty());
        if (outcome.isAccepted()) {
            assertSame(example, outcome.accepted(), submitted);
        }
    }

    /** What a person wants to answer, sent past the viewer: fine if the viewer would have taken it just so. */
    @ParameterizedTest
    @MethodSource("cases")
    void takesAnAnswerOnlyIfAPersonCanGiveIt(ViewerCase example) {
        var submitted = submitted(example);
        var wanted = Tree.copy(submitted);
        var possible = errors(example).isEmpty();
        for (var entry : lastActs(example).entrySet()) {
            var field = field(example, entry.getKey());
            if (Tree.has(submitted, field.path())) {
                Tree.put(wanted, field.path(), entry.getValue());
                possible &= field.isLocked() || same(field, entry.getValue(), Tree.get(submitted, field.path()));
            }
        }

        var outcome = Outcome.of(schema(example), wanted, example.data());

        assertThat(outcome.isAccepted())
                .as(
                        "accepted %s, where the viewer submits %s and complains of %s: %s",
                        wanted, submitted, errors(example), outcome)
                .isEqualTo(possible);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesAnAnswerToNoQuestion(ViewerCase example) {
        var answers = submitted(example);
        answers.put("undeclared", "");

        assertThat(Outcome.of(schema(example), answers, example.data()).isAccepted())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ignoresAnswersToHiddenFields(ViewerCase example) {
        var submitted = submitted(example);
        var answers = Tree.copy(submitted);
        fields(example).stream()
                .filter(field -> !Tree.has(submitted, field.path()))
                .forEach(field -> Tree.put(answers, field.path(), "anything"));

        assertThat(Outcome.of(schema(example), answers, example.data()))
                .isEqualTo(Outcome.of(schema(example), submitted, example.data()));
    }

    @BeforeAll
    static void readCases() throws IOException {
        for (var file : List.of(ViewerCase.WRITTEN, ViewerCase.RANDOM)) {
            for (var example : ViewerCase.read(file)) {
                SCHEMAS.put(example, example.schema());
            }
        }
    }

    static Stream<ViewerCase> cases() {
        return SCHEMAS.keySet().stream();
    }

    private static FormSchema schema(ViewerCase example) {
        return Objects.requireNonNull(SCHEMAS.get(example));
    }

    private static void assertSame(
            ViewerCase example, Map<String, @Nullable Object> accepted, Map<String, @Nullable Object> submitted) {
        for (var field : fields(example)) {
            var path = field.path();
            if (Tree.has(accepted, path)) {
                assertThat(same(field, Tree.get(accepted, path), Tree.get(submitted, path)))
                        .as("%s: accepted %s, submitted %s", path, accepted, submitted)
                        .isTrue();
                Tree.remove(accepted, path);
            } else {
                assertThat(field.isLocked() || !Tree.has(submitted, path))
                        .as("%s: accepted %s, submitted %s", path, accepted, submitted)
                        .isTrue();
            }
        }
        assertThat(accepted).as("answers to no field").isEmpty();
    }

    /** Nothing answered has several forms, which all come to the same. */
    private static boolean same(Field field, @Nullable Object a, @Nullable Object b) {
        return Tree.same(field.filled(a), field.filled(b));
    }

    private static Map<String, @Nullable Object> submitted(ViewerCase example) {
        var submitted = example.said().submitted();
        return submitted == null ? new LinkedHashMap<>() : Tree.copy(submitted);
    }

    private static List<String> errors(ViewerCase example) {
        var errors = example.said().errors();
        return errors == null ? List.of() : errors;
    }

    private static Map<String, @Nullable Object> lastActs(ViewerCase example) {
        var last = new LinkedHashMap<String, @Nullable Object>();
        example.acts().forEach(act -> last.put(String.valueOf(act.get(0)), act.get(1)));
        return last;
    }

    private static Field field(ViewerCase example, String key) {
        return fields(example).stream()
                .filter(field -> String.join(".", field.path()).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Field> fields(ViewerCase example) {
        var fields = new ArrayList<Field>();
        collect(example.components(), List.of(), fields);
        return fields;
    }

    private static void collect(List<?> components, List<String> parent, List<Field> fields) {
        for (var each : components) {
            if (each instanceof Map<?, ?> component) {
                var key = "group".equals(component.get("type")) ? component.get("path") : component.get("key");
                var path = key == null
                        ? parent
                        : Stream.concat(
                                        parent.stream(),
                                        Stream.of(String.valueOf(key).split("\\.")))
                                .toList();
                if (component.get("components") instanceof List<?> inner) {
                    collect(inner, path, fields);
                } else {
                    fields.add(new Field(path, String.valueOf(component.get("type")), component.get("readonly")));
                }
            }
        }
    }

    private record Field(
            List<String> path, String type, @Nullable Object readOnly) {

        boolean isLocked() {
            return Tree.truthy(readOnly);
        }

        @Nullable
        Object filled(@Nullable Object value) {
            return switch (type) {
                case "checkbox" -> value == null ? false : value;
                case "checklist", "taglist" -> value == null ? List.of() : value;
                case "textfield", "textarea", "expression" -> "".equals(value) ? null : value;
                default -> value;
            };
        }
    }
}
