package org.wbl.interviews.process.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A FEEL expression, measured by the viewer,")
class FeelTests {

    private static final FeelCases CASES = FeelCases.read();

    @ParameterizedTest
    @MethodSource("expressions")
    void hasTheViewersValueOrIsRefusedAtDeployment(FeelCases.Case expected) throws AnswersRefused {
        var form = """
                {"components": [{"type": "expression", "key": "value_0", "expression": %s}]}""".formatted(quoted(expected));

        if (expected.refusedAsValue()) {
            assertThatExceptionOfType(FormSchemaRefused.class).isThrownBy(() -> FormSchema.parse(form));
        } else {
            var accepted = FormSchema.parse(form).check(Map.of(), CASES.data());
            assertThat(Tree.same(accepted.get("value_0"), stored(expected.value())))
                    .as("%s, expected %s", accepted, expected.value())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void hidesWhatTheViewerHidesOrIsRefusedAtDeployment(FeelCases.Case expected) throws AnswersRefused {
        var form = """
                {"components": [{"type": "textfield", "key": "field_0", "conditional": {"hide": %s}}]}""".formatted(quoted(expected));

        if (expected.refusedAsCondition()) {
            assertThatExceptionOfType(FormSchemaRefused.class).isThrownBy(() -> FormSchema.parse(form));
        } else {
            assertThat(FormSchema.parse(form).check(Map.of(), CASES.data()).isEmpty())
                    .isEqualTo(expected.hides());
        }
    }

    static Stream<FeelCases.Case> expressions() {
        return CASES.expressions().stream();
    }

    /** Nothing has one form where it is stored. */
    private static @Nullable Object stored(@Nullable Object value) {
        return "".equals(value) ? null : value;
    }

    private static String quoted(FeelCases.Case expression) {
        return TextNode.valueOf("=" + expression.feel()).toString();
    }
}
