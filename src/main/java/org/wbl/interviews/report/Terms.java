package org.wbl.interviews.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words for every code, as the view {@code report_term} has them. */
record Terms(Map<String, Map<String, Term>> byKindAndCode) {

    record Term(String kind, int position, String code, String words, String meaning) {}

    static Terms read(JdbcClient database) {
        return new Terms(database.sql("select * from interviews.report_term").query(Term.class).list().stream()
                .collect(groupingBy(Term::kind, toMap(Term::code, Function.identity()))));
    }

    List<Term> of(String kind) {
        return byKindAndCode.getOrDefault(kind, Map.of()).values().stream()
                .sorted((one, other) -> Integer.compare(one.position(), other.position()))
                .toList();
    }

    /** Returns those of a kind that somebody can choose; who is in no group is in none of several divisions. */
    List<Term> choices(String kind) {
        return of(kind).stream().filter(term -> !"UNKNOWN".equals(term.code())).toList();
    }

    /** Whether {@code code} is one that somebody can choose; null: none is chosen. */
    boolean isChoice(String kind, @Nullable String code) {
        return code == null
                || choices(kind).stream().anyMatch(term -> term.code().equals(code));
    }

    /** Returns the words for {@code code}, or the code itself when it is newer than the list. */
    String words(String kind, String code) {
        var term = byKindAndCode.getOrDefault(kind, Map.of()).get(code);
        return term == null ? code : term.words();
    }
}
