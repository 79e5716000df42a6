package org.wbl.interviews.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.wbl.interviews.process.form.AnswersRefused;
import org.wbl.interviews.process.form.FormSchema;

/** Fills in whatever a form asks for: what is required, at random, and what the form then asks for because of it. */
class RandomAnswers {

    private static final int ROUNDS = 12;

    private final Random random;
    private final ObjectMapper json = new ObjectMapper();

    RandomAnswers(Random random) {
        this.random = random;
    }

    /**
     * Returns answers that the form takes.
     *
     * @param data what the form shows, its lists among it
     * @param given answers that are wanted so
     */
    Map<String, Object> to(String schema, Map<String, Object> data, Map<String, Object> given, LocalDate today) {
        var form = FormSchema.parse(schema);
        var answers = new HashMap<>(given);
        answers.keySet().retainAll(form.keys());
        for (var round = 0; round < ROUNDS; round++) {
            try {
                form.check(answers, data);
                return answers;
            } catch (AnswersRefused e) {
                e.problems()
                        .forEach(problem ->
                                answers.put(problem.key(), answer(field(schema, problem.key()), data, today)));
            }
        }
        throw new AssertionError("No answers found for the form '%s': %s".formatted(form.id(), answers));
    }

    private JsonNode field(String schema, String key) {
        return StreamSupport.stream(read(schema).path("components").spliterator(), false)
                .filter(each -> key.equals(each.path("key").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no field '%s'.".formatted(key)));
    }

    private Object answer(JsonNode field, Map<String, Object> data, LocalDate today) {
        var rules = field.path("validate");
        return switch (field.path("type").asText()) {
            case "checkbox" -> true;
            case "number" -> {
                var least = rules.path("min").asInt(0);
                yield least + random.nextInt(Math.min(10, rules.path("max").asInt(10) - least) + 1);
            }
            case "checklist", "taglist" -> some(options(field, data));
            case "select", "radio" -> one(options(field, data));
            default -> text(rules, today);
        };
    }

    private static String text(JsonNode rules, LocalDate today) {
        var pattern = rules.path("pattern").asText();
        if (pattern.startsWith("^20")) {
            return today.toString();
        }
        if (pattern.contains("[01][0-9]")) {
            return "09:15";
        }
        var length = Math.min(
                        40 + rules.path("minLength").asInt(0),
                        rules.path("maxLength").asInt(4000))
                - 1;
        return "A few words. ".repeat(1 + length / 13).substring(0, length).strip() + ".";
    }

    private List<String> options(JsonNode field, Map<String, Object> data) {
        var found = field.has("valuesKey")
                ? json.valueToTree(data.get(field.path("valuesKey").asText()))
                : field.path("values");
        return found.findValuesAsText("value");
    }

    private String one(List<String> options) {
        if (options.isEmpty()) {
            throw new AssertionError("A list to choose from is empty.");
        }
        return options.get(random.nextInt(options.size()));
    }

    private List<String> some(List<String> options) {
        var some = new ArrayList<>(
                options.stream().filter(option -> random.nextInt(4) > 0).toList());
        return some.isEmpty() ? options.subList(0, Math.min(1, options.size())) : some;
    }

    private JsonNode read(String schema) {
        try {
            return json.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
