package org.wbl.interviews.process.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Each form we ship")
class ShippedFormsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NOT_IN_TASKLIST = Set.of("filepicker", "documentPreview", "dynamiclist");
    private static final int BODIES = 2000;
    private static final List<Map<String, String>> ON_OFFER = List.of(Map.of("label", "Offered", "value", "offered"));
    private static final List<@Nullable Object> ANYTHING = Arrays.asList(
            null,
            "",
            " ",
            "yes",
            "ACCEPTED",
            "offered",
            "a\nb",
            "a\0b",
            "<b>",
            "=1+1",
            "é😀",
            "x".repeat(20_000),
            0,
            1,
            -1,
            4,
            2.5,
            1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            true,
            false,
            List.of(),
            List.of("offered"),
            List.of(List.of()),
            Map.of(),
            Map.of("value", "offered"),
            "2027-01-11",
            "2027-01-11T10:15",
            "10:15",
            "1700-01-01");

    @ParameterizedTest
    @MethodSource("files")
    void keepsToWhatTasklistAndTheServerUnderstand(Path file) throws IOException {
        var form = JSON.readTree(file.toFile());

        assertThat(form.path("id").asText() + ".form")
                .isEqualTo(file.getFileName().toString());
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.findValuesAsText("type")).doesNotContainAnyElementsOf(NOT_IN_TASKLIST);
        assertThat(form.findValuesAsText("subtype"))
                .as("the viewer stores a typed date a day early in New York; ask for 2027-01-31 as text")
                .doesNotContain("date");
        assertThat(FormSchema.parse(form.toString()).id())
                .isEqualTo(form.path("id").asText());
    }

    @ParameterizedTest
    @MethodSource("files")
    void takesASampleAnswer(Path file) throws IOException {
        var form = JSON.readTree(file.toFile());
        var sample = sample(form);

        var outcome = Outcome.of(FormSchema.parse(form.toString()), sample, data(form));

        assertThat(outcome.problems()).isEmpty();
        assertThat(sample).containsAllEntriesOf(withoutNothing(outcome.accepted()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesASampleAnswerWithoutWhatIsRequired(Path file) throws IOException {
        var form = JSON.readTree(file.toFile());
        for (var field : fields(form)) {
            if (field.path("validate").path("required").asBoolean() && !field.has("conditional")) {
                var answers = sample(form);
                answers.put(field.path("key").asText(), null);

                assertThat(Outcome.of(FormSchema.parse(form.toString()), answers, data(form))
                                .problems())
                        .extracting(FieldProblem::key)
                        .contains(field.path("key").asText());
            }
        }
    }

    /** Whatever comes in is accepted or refused with sentences, and nothing of it comes back in them. */
    @ParameterizedTest
    @MethodSource("files")
    void answersAnyBodyWithAYesOrASentence(Path file) throws IOException {
        var form = JSON.readTree(file.toFile());
        var schema = FormSchema.parse(form.toString());
        var random = new Random(20_261_125);
        for (var i = 0; i < BODIES; i++) {
            var answers = sample(form);
            answers.replaceAll((key, answer) -> random.nextInt(4) == 0 ? pick(random) : answer);
            if (random.nextInt(20) == 0) {
                answers.put("undeclared", pick(random));
            }

            assertThatCode(() -> Outcome.of(schema, answers, data(form)))
                    .as("%s", answers)
                    .doesNotThrowAnyException();
        }
    }

    static Stream<Path> files() throws IOException {
        try (var files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    private static @Nullable Object pick(Random random) {
        return ANYTHING.get(random.nextInt(ANYTHING.size()));
    }

    private static Map<String, Object> data(JsonNode form) {
        var data = new LinkedHashMap<String, Object>();
        form.findValuesAsText("valuesKey").forEach(list -> data.put(list, ON_OFFER));
        return data;
    }

    /** Answers every field with the first thing that will do. */
    private static Map<String, @Nullable Object> sample(JsonNode form) {
        var sample = new LinkedHashMap<String, @Nullable Object>();
        fields(form).forEach(field -> sample.put(field.path("key").asText(), sampleOf(field)));
        return sample;
    }

    private static Object sampleOf(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "number" -> field.path("validate").path("min").asInt(1);
            case "checkbox" -> true;
            case "radio", "select" ->
                field.has("valuesKey")
                        ? "offered"
                        : field.path("values").path(0).path("value").asText();
            case "datetime" -> field.path("subtype").asText().equals("datetime") ? "2999-01-11T10:15" : "2999-01-11";
            case "checklist" ->
                List.of(
                        field.has("valuesKey")
                                ? "offered"
                                : field.path("values").path(0).path("value").asText());
            default -> wordsFor(field.path("validate"));
        };
    }

    /** Patterns of our forms are those of a day and of an hour. */
    private static String wordsFor(JsonNode rules) {
        var pattern = rules.path("pattern").asText();
        return pattern.isEmpty()
                ? "x".repeat(Math.max(1, rules.path("minLength").asInt()))
                : Stream.of("2027-01-11", "10:15")
                        .filter(words -> words.matches(pattern))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, @Nullable Object> withoutNothing(Map<String, @Nullable Object> accepted) {
        var answered = new LinkedHashMap<>(accepted);
        answered.values().removeIf(value -> value == null);
        return answered;
    }

    private static List<JsonNode> fields(JsonNode form) {
        var fields = new ArrayList<JsonNode>();
        form.findParents("key").forEach(fields::add);
        return fields;
    }
}
