package org.wbl.interviews.process.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check of answers")
class FormSchemaTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "my secret answer";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void saysWhatIsWrongInOneSentenceEach() {
        var form = form(
                field("textfield", "name", "validate", Map.of("required", true)),
                field("number", "minutes", "label", "Minutes", "validate", Map.of("min", 10, "max", 60)),
                field("radio", "answer", "values", List.of("yes", "no")));

        assertThat(Outcome.of(form, Map.of("minutes", 61, "answer", "maybe"), Map.of())
                        .problems())
                .containsExactly(
                        new FieldProblem("name", "name", "'name' is missing."),
                        new FieldProblem("minutes", "Minutes", "'Minutes' must be a number from 10 to 60."),
                        new FieldProblem("answer", "answer", "'answer' must be one of the listed options."));
    }

    @ParameterizedTest
    @MethodSource("fieldsThatRefuseTheSecret")
    void neverRepeatsAnAnswer(Map<String, @Nullable Object> field) {
        var outcome = Outcome.of(form(field), Map.of("a", SECRET), Map.of("list", List.of("x")));

        assertThat(outcome.problems()).isNotEmpty();
        assertThat(outcome.problems().toString()).doesNotContain(SECRET).doesNotContain("secret");
    }

    static Stream<Map<String, @Nullable Object>> fieldsThatRefuseTheSecret() {
        return Stream.of(
                field("number", "a"),
                field("checkbox", "a"),
                field("radio", "a", "values", List.of("x")),
                field("select", "a", "valuesKey", "list"),
                field("checklist", "a", "values", List.of("x")),
                field("taglist", "a", "values", List.of("x")),
                field("datetime", "a"),
                field("textfield", "a", "validate", Map.of("maxLength", 3)),
                field("textfield", "a", "validate", Map.of("minLength", 99)),
                field("textfield", "a", "validate", Map.of("pattern", "^\\d+$")),
                field("textfield", "a", "validate", Map.of("validationType", "email")),
                field("textfield", "a", "validate", Map.of("validationType", "phone")),
                field("textarea", "a", "label", "=a", "validate", Map.of("maxLength", 3)),
                field("textarea", "a", "label", "{{a}}", "validate", Map.of("maxLength", 3)),
                field("textarea", "a", "validate", Map.of("maxLength", "=string length(a) - 1")));
    }

    @Test
    void neverRepeatsAKeyThatIsNotOne() {
        var outcome = Outcome.of(form(field("textfield", "a")), Map.of("<b>" + SECRET, "x"), Map.of());

        assertThat(outcome.problems())
                .containsExactly(new FieldProblem("", "", "An answer was sent for a field that is not in this form."));
    }

    @Test
    void refusesAnswersNestedTooDeep() {
        Map<String, Object> deep = Map.of();
        for (var i = 0; i < 20_000; i++) {
            deep = Map.of("a", deep);
        }

        assertThat(Outcome.of(form(field("textfield", "a")), deep, Map.of()).isAccepted())
                .isFalse();
    }

    @Test
    void refusesAHugeAnswer() {
        assertThat(Outcome.of(form(field("textarea", "a")), Map.of("a", "x".repeat(70_000)), Map.of())
                        .problems())
                .extracting(FieldProblem::sentence)
                .containsExactly("The answers are larger than 64 KB; please shorten them.");
    }

    @Test
    void refusesATextThatTheDatabaseCannotHold() {
        assertThat(Outcome.of(form(field("textarea", "a")), Map.of("a", "a\0b"), Map.of())
                        .isAccepted())
                .isFalse();
    }

    @Test
    void keepsAFormulaAsTheTextItIs() {
        assertThat(Outcome.of(form(field("textfield", "a")), Map.of("a", "=1+1"), Map.of())
                        .accepted())
                .isEqualTo(Map.of("a", "=1+1"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatJsonDoesNotHave(double number) {
        assertThat(Outcome.of(form(field("number", "a")), Map.of("a", number), Map.of())
                        .isAccepted())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|a)*$", "(.*a){25}$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void givesUpOnAPatternThatWouldTakeForEver(String pattern) {
        var form = form(field("textfield", "a", "validate", Map.of("pattern", pattern)));
        var answers = Map.of("a", "a".repeat(5_000) + "!");

        var started = System.nanoTime();
        Outcome.of(form, answers, Map.of());

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
    }

    @Test
    void saysThatAPatternTakesTooLong() {
        var form = form(field("textfield", "a", "validate", Map.of("pattern", "^(a+)+$")));

        assertThat(Outcome.of(form, Map.of("a", "a".repeat(5_000) + "!"), Map.of())
                        .problems())
                .extracting(FieldProblem::sentence)
                .containsExactly("'a' took too long to check; please give a shorter answer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for x in 1..n, y in 1..n return x) > 1",
                "some x in 1..n, y in 1..n, z in 1..n satisfies x + y + z < 0",
                "count([1,2,3][count(for x in 1..n return item) > 0]) > 1"
            })
    void givesUpOnALoopThatWouldTakeForEver(String loop) {
        var form = form(field("number", "n"), field("textfield", "a", "conditional", Map.of("hide", "=" + loop)));

        var started = System.nanoTime();
        var outcome = Outcome.of(form, Map.of("n", 1_000_000_000), Map.of());

        assertThat(outcome.problems())
                .extracting(FieldProblem::sentence)
                .containsExactly("The answers took too long to check; please give shorter answers.");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
    }

    @Test
    void takesADayAsPassedOnceItIsOverEverywhere() throws JsonProcessingException {
        var text = text(field("datetime", "a", "disallowPassedDates", true));
        var noon = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
        var morning = Clock.fixed(Instant.parse("2026-11-30T11:00:00Z"), ZoneOffset.UTC);

        assertThat(Outcome.of(FormSchema.parse(text, morning), Map.of("a", "2026-11-29"), Map.of())
                        .isAccepted())
                .isTrue();
        assertThat(Outcome.of(FormSchema.parse(text, noon), Map.of("a", "2026-11-29"), Map.of())
                        .isAccepted())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("formsThatCannotBeChecked")
    void refusesAFormItCouldNotCheck(List<Map<String, @Nullable Object>> components, String why) {
        assertThatExceptionOfType(FormSchemaRefused.class)
                .isThrownBy(() -> FormSchema.parse(text(components)))
                .withMessageContaining(why);
    }

    static Stream<Arguments> formsThatCannotBeChecked() {
        return Stream.of(
                        Map.entry(List.of(field("dynamiclist", "a")), "is of type 'dynamiclist'"),
                        Map.entry(List.of(field("filepicker", "a")), "is of type 'filepicker'"),
                        Map.entry(List.of(field("textfield", "")), "has no key"),
                        Map.entry(List.of(field("textfield", "__proto__")), "has a key that cannot be used"),
                        Map.entry(List.of(field("textfield", "a"), field("number", "a")), "has the key of another"),
                        Map.entry(List.of(field("textfield", "a"), field("number", "a.b")), "has the key of another"),
                        Map.entry(List.of(pattern("(?<=a)b")), "has a pattern that cannot be checked"),
                        Map.entry(List.of(pattern("(a)\\1")), "has a pattern that cannot be checked"),
                        Map.entry(List.of(pattern("(")), "has a pattern that cannot be checked"),
                        Map.entry(List.of(pattern("(".repeat(999))), "has a pattern that cannot be checked"),
                        Map.entry(List.of(pattern("a".repeat(1001))), "has a pattern that cannot be checked"),
                        Map.entry(List.of(field("number", "a", "increment", "x")), "has an increment"),
                        Map.entry(List.of(hidden("a", "1 +")), "has an expression that is not FEEL"),
                        Map.entry(List.of(hidden("a", "\"" + "x".repeat(1000) + "\" = b")), "shorten it"),
                        Map.entry(List.of(hidden("a", "today() > date(b)")), "uses 'today'"),
                        Map.entry(List.of(hidden("a", "this.b")), "uses 'this'"),
                        Map.entry(List.of(hidden("a", "sort(b) = b")), "uses 'sort'"),
                        Map.entry(List.of(hidden("a", "contains(string: b, match: \"x\")")), "named arguments"),
                        Map.entry(List.of(hidden("a", "a = null")), "depends on itself"),
                        Map.entry(List.of(hidden("a", "b"), hidden("b", "a")), "depends on itself"),
                        Map.entry(
                                List.of(field("textfield", "a"), hidden("b", "a"), hidden("c", "b"), hidden("d", "c")),
                                "may be hidden itself"),
                        Map.entry(List.of(nested(25)), "more than 20 deep"))
                .map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"components\": 1}",
                "{\"components\": [1]}",
                "{\"components\": [{}]}"
            })
    void refusesWhatIsNoForm(String json) {
        assertThatExceptionOfType(FormSchemaRefused.class).isThrownBy(() -> FormSchema.parse(json));
    }

    @Test
    void refusesAnExpressionThatIsNestedTooDeepToRead() {
        var deep = "(".repeat(480) + "1" + ")".repeat(480);

        assertThatExceptionOfType(FormSchemaRefused.class)
                .isThrownBy(() -> FormSchema.parse(text(List.of(hidden("a", deep)))));
    }

    private static Map<String, @Nullable Object> pattern(String pattern) {
        return field("textfield", "a", "validate", Map.of("pattern", pattern));
    }

    private static Map<String, @Nullable Object> hidden(String key, String condition) {
        return field("textfield", key, "conditional", Map.of("hide", "=" + condition));
    }

    private static Map<String, @Nullable Object> nested(int depth) {
        var field = field("textfield", "a");
        for (var i = 0; i < depth; i++) {
            field = field("group", "", "components", List.of(field));
        }
        return field;
    }

    private static Map<String, @Nullable Object> field(String type, String key, Object... more) {
        var field = new LinkedHashMap<String, @Nullable Object>();
        field.put("type", type);
        field.put("key", key);
        for (var i = 0; i < more.length; i += 2) {
            field.put(String.valueOf(more[i]), more[i + 1]);
        }
        return field;
    }

    private static FormSchema form(Map<?, ?>... fields) {
        return FormSchema.parse(text(List.of(fields)));
    }

    private static String text(Map<?, ?>... fields) {
        return text(List.of(fields));
    }

    private static String text(List<? extends Map<?, ?>> fields) {
        try {
            return JSON.writeValueAsString(Map.of("id", "case", "components", fields));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
