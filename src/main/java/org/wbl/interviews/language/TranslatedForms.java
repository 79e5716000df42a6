package org.wbl.interviews.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Camunda Forms in the languages of families.
 *
 * <p>The texts of {@code messages/form} are named {@code <form>.<component>.label}, {@code .description}, {@code .text}
 * and {@code .values.<value>}. A translation counts only while the English text is the one that was translated: once an
 * administrator changes the form, families read English until somebody translates it anew.
 */
@Component
public class TranslatedForms {

    private static final List<String> PARTS = List.of("label", "description", "text");

    private final Languages languages;
    private final ObjectMapper json;

    TranslatedForms(Languages languages, ObjectMapper json) {
        this.languages = languages;
        this.json = json;
    }

    /** A form as it is written for somebody; in English if not every text of it is translated. */
    public record Written(
            String schema, Locale language, @Nullable String heading) {}

    /** Returns a form in this language, or in English. */
    public Written in(Locale language, String schema) {
        return Languages.isEnglish(language)
                ? new Written(schema, language, null)
                : translate(schema, language)
                        .map(translated -> new Written(translated, language, heading(translated)))
                        .orElse(new Written(schema, Languages.ENGLISH, null));
    }

    private @Nullable String heading(String schema) {
        try {
            var text = json.readTree(schema).at("/components/0/text").asText();
            return text.startsWith("# ")
                    ? text.lines().findFirst().orElseThrow().substring(2)
                    : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A deployed form can be read.", e);
        }
    }

    private Optional<String> translate(String schema, Locale language) {
        try {
            var form = (ObjectNode) json.readTree(schema);
            var prefix = form.path("id").asText() + ".";
            return translateAll(form.withArray("components"), prefix, language)
                    ? Optional.of(form.toString())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A deployed form can be read.", e);
        }
    }

    private boolean translateAll(ArrayNode components, String prefix, Locale language) {
        for (var node : components) {
            var component = (ObjectNode) node;
            var id = prefix + component.path("id").asText() + ".";
            for (var part : PARTS) {
                if (component.hasNonNull(part) && !translate(component, part, id + part, language)) {
                    return false;
                }
            }
            for (var option : component.path("values")) {
                if (!translate(
                        (ObjectNode) option,
                        "label",
                        id + "values." + option.path("value").asText(),
                        language)) {
                    return false;
                }
            }
            if (component.has("components") && !translateAll(component.withArray("components"), prefix, language)) {
                return false;
            }
        }
        return true;
    }

    private boolean translate(ObjectNode node, String part, String key, Locale language) {
        if (!node.path(part).asText().equals(languages.find(key, Languages.ENGLISH))) {
            return false;
        }
        node.put(part, languages.text(key, language));
        return true;
    }
}
