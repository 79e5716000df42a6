package org.wbl.interviews.workers;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.process.FormFacts;
import org.wbl.interviews.process.TranslationProcess;

/** What forms show of a translation, and which languages a family may read. */
@Component
class TranslationFacts implements FormFacts {

    private static final String LANGUAGES = "familyLanguages";

    private final Languages languages;

    TranslationFacts(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language) {
        if (!(variables.get(TranslationProcess.LANGUAGE.name()) instanceof String tag)) {
            return Map.of();
        }
        var translated = Languages.of(tag);
        return Map.of(
                "translationName",
                Languages.name(translated),
                "translationLines",
                !Languages.isTranslated(translated)
                        ? ""
                        : languages.pairs(translated).stream()
                                .map(pair ->
                                        "- %s\n  - %s".formatted(oneLine(pair.english()), oneLine(pair.translated())))
                                .collect(joining("\n")));
    }

    @Override
    public Map<String, Object> forStart(Set<String> schools, Set<String> lists) {
        return lists.contains(LANGUAGES) ? Map.of(LANGUAGES, choices()) : Map.of();
    }

    private static List<Map<String, String>> choices() {
        return Stream.concat(Stream.of("en"), Languages.OF_FAMILIES.stream())
                .map(tag -> Map.of("label", Languages.name(Languages.of(tag)), "value", tag))
                .toList();
    }

    /** Without what stands for facts, and without marks: whoever checks it reads sentences. */
    private static String oneLine(String text) {
        return text.replaceAll("\\{\\{[#/][^}]*}}|\\*\\*|(?m)^[#-] ", "")
                .replaceAll("\\{\\{[^}]*}}|\\{[^}]*}|%\\d", "…")
                .replaceAll("\\s+", " ")
                .replaceAll("([*#<>\\[\\]_`])", "\\\\$1");
    }
}
