package org.wbl.interviews.process.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** FEEL expressions, and what the viewer makes of them with the same data. */
record FeelCases(Map<String, @Nullable Object> data, List<Case> expressions) {

    static final Path FILE = Path.of("src/test/resources/form/viewer-feel.json");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PER_FORM = 30;

    /**
     * One expression.
     *
     * @param value what a computed field holds
     * @param hides whether a field with this condition is hidden
     * @param refusedAsValue whether the server refuses forms that compute it, because it would not come to the same
     * @param refusedAsCondition whether the server refuses forms with this condition, for the same reason
     */
    record Case(
            String feel,
            @Nullable Object value,
            boolean hides,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean refusedAsValue,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean refusedAsCondition) {

        @Override
        public String toString() {
            return feel;
        }
    }

    static FeelCases read() {
        try {
            return JSON.readValue(Files.readString(FILE), FeelCases.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write() throws IOException {
        var lines = new StringBuilder("{\"data\":").append(JSON.writeValueAsString(data));
        var start = ",\n\"expressions\":[\n";
        for (var each : expressions) {
            lines.append(start).append(JSON.writeValueAsString(each));
            start = ",\n";
        }
        Files.writeString(FILE, lines.append("\n]}\n"));
    }

    /** Returns the same expressions as the viewer computes them now. */
    FeelCases asked(Viewer viewer) throws IOException {
        var forms = new ArrayList<ViewerCase>();
        for (var from = 0; from < expressions.size(); from += PER_FORM) {
            forms.add(form(from, Math.min(from + PER_FORM, expressions.size())));
        }
        var answered = new ArrayList<Case>();
        for (var verdict : viewer.verdicts(forms)) {
            var submitted =
                    forms.get(answered.size() / PER_FORM).with(verdict).said().submitted();
            if (submitted == null) {
                throw new IllegalStateException("The viewer submitted nothing.");
            }
            for (var i = 0; i < PER_FORM && answered.size() < expressions.size(); i++) {
                var asked = expressions.get(answered.size());
                answered.add(new Case(
                        asked.feel(),
                        submitted.get("value_" + i),
                        !submitted.containsKey("field_" + i),
                        asked.refusedAsValue(),
                        asked.refusedAsCondition()));
            }
        }
        return new FeelCases(data, answered);
    }

    private ViewerCase form(int from, int to) {
        var components = new ArrayList<Map<String, @Nullable Object>>();
        for (var i = from; i < to; i++) {
            var formula = "=" + expressions.get(i).feel();
            components.add(Map.of(
                    "type", "expression", "key", "value_" + (i - from), "expression", formula, "computeOn", "change"));
            components.add(
                    Map.of("type", "textfield", "key", "field_" + (i - from), "conditional", Map.of("hide", formula)));
        }
        return new ViewerCase("FEEL", components, data, List.of(), null);
    }
}
