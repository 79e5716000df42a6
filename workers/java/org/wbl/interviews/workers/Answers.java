package org.wbl.interviews.workers;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.wbl.interviews.process.ProcessVariable;
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

    String textOr(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    int number(String key) {
        return ProcessVariable.integer(key).get(scope);
    }

    /** Returns what was ticked in a list; empty when nothing was. */
    List<String> chosen(String key) {
        return scope.getVariable(key) instanceof List<?> ticked
                ? ticked.stream().map(String::valueOf).toList()
                : List.of();
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
