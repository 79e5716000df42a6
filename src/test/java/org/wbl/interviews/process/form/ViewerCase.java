package org.wbl.interviews.process.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form, the data it is given, what a person puts in, and the viewer's verdict on it.
 *
 * @param acts pairs of a field's key and what the person puts there, in the order of doing
 * @param verdict null until the viewer was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ViewerCase(
        String name,
        List<Map<String, @Nullable Object>> components,
        Map<String, @Nullable Object> data,
        List<List<@Nullable Object>> acts,
        @Nullable Verdict verdict) {

    /** Cases written by hand. */
    static final Path WRITTEN = Path.of("src/test/resources/form/viewer-verdicts.json");

    /** Cases made by chance, see {@link RandomCases}. */
    static final Path RANDOM = Path.of("src/test/resources/form/viewer-verdicts-random.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<ViewerCase> read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), new TypeReference<List<ViewerCase>>() {});
    }

    /** Writes one case a line, so that a change of one verdict is a change of one line. */
    static void write(Path file, List<ViewerCase> cases) throws IOException {
        var lines = new StringBuilder();
        for (var each : cases) {
            lines.append(lines.isEmpty() ? "[\n" : ",\n").append(JSON.writeValueAsString(each));
        }
        Files.writeString(file, lines.append("\n]\n"));
    }

    ViewerCase with(Verdict verdict) {
        return new ViewerCase(name, components, data, acts, verdict);
    }

    Map<String, Object> forViewer() {
        return Map.of("schema", schemaTree(), "data", data, "acts", acts);
    }

    FormSchema schema() throws JsonProcessingException {
        return FormSchema.parse(JSON.writeValueAsString(schemaTree()));
    }

    Verdict said() {
        if (verdict == null || verdict.failure() != null) {
            throw new IllegalStateException("The viewer has no verdict on '%s'.".formatted(name));
        }
        return verdict;
    }

    @Override
    public String toString() {
        return name;
    }

    private Map<String, Object> schemaTree() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "default");
        schema.put("id", "case");
        schema.put("schemaVersion", 16);
        schema.put("components", components);
        return schema;
    }
}
