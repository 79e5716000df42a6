package org.wbl.interviews.workers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.wbl.interviews.process.ProcessVariable;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.rating.Score;
import org.wbl.interviews.rating.Skill;

/** The checked answers to a form, as the engine hands them to workers in the transaction that takes them. */
record Answers(VariableScope scope) {

    String text(String key) {
        return ProcessVariable.string(key).get(scope);
    }

    /** Returns a text, or nothing when the field was left empty or hidden. */
    Optional<String> find(String key) {
        return ProcessVariable.string(key).find(scope).filter(text -> !text.isBlank());
    }

    /** Returns what stands in these fields, one after the other, or nothing when all are empty. */
    Optional<String> sentences(String... keys) {
        return Stream.of(keys).flatMap(key -> find(key).stream()).reduce((first, second) -> first + "\n" + second);
    }

    String textOr(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    /** Returns the chosen codes of a checklist, separated by commas. */
    String codes(String key) {
        return String.join(",", choices(key));
    }

    /** Returns a day written as 2027-01-31; refuses what is no day of the calendar. */
    LocalDate date(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException e) {
            throw new Refusal("One of the dates is not a day of the calendar.");
        }
    }

    int number(String key) {
        return ProcessVariable.integer(key).get(scope);
    }

    /** Returns a number, or nothing when the field was left empty or hidden. */
    Optional<Integer> findNumber(String key) {
        return ProcessVariable.integer(key).find(scope);
    }

    /** Returns the options that were ticked. */
    List<String> choices(String key) {
        return scope.getVariable(key) instanceof List<?> chosen
                ? chosen.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns the number of a chosen option, such as 3 of 5. */
    int scale(String key) {
        return Integer.parseInt(text(key));
    }

    /** Returns the row that a chosen option stands for. */
    long id(String key) {
        return Long.parseLong(text(key));
    }

    boolean yes(String key) {
        return find(key).filter("yes"::equals).isPresent();
    }

    /** Returns the score of every skill; the field of a skill is its code in small letters. */
    Map<Skill, Score> scores() {
        var scores = new EnumMap<Skill, Score>(Skill.class);
        for (var skill : Skill.values()) {
            scores.put(skill, Score.parse(text(skill.name().toLowerCase(Locale.ROOT))));
        }
        return scores;
    }
}
