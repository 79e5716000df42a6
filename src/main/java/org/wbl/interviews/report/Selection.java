package org.wbl.interviews.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * What a report is about. What is null does not matter.
 *
 * @param mode a code of kind MODE in {@code report_term}
 * @param subgroup a code of kind SUBGROUP
 */
public record Selection(
        Scope scope,
        Period period,
        @Nullable Integer grade,
        @Nullable String program,
        @Nullable String careerField,
        @Nullable String mode,
        @Nullable String subgroup) {

    /** Everything of these schools in a period. */
    public static Selection of(Scope scope, Period period) {
        return new Selection(scope, period, null, null, null, null, null);
    }

    /** Whether it is about some of the schools' interviews. */
    boolean isNarrowed() {
        return Stream.of(grade, program, careerField, mode, subgroup).anyMatch(Objects::nonNull);
    }

    /** Returns what it is narrowed to, besides schools and period, as it stands within a sentence. */
    List<String> filtersInWords(Terms terms) {
        return Stream.of(
                        grade == null ? null : "grade " + grade,
                        program == null ? null : "program " + program,
                        careerField == null ? null : "career field " + careerField,
                        mode == null ? null : StringUtils.uncapitalize(terms.words("MODE", mode)),
                        subgroup == null ? null : terms.words("SUBGROUP", subgroup))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Says about what it is, after the period: the schools, and everything by which it is narrowed.
     *
     * @param schools their names
     */
    String about(List<String> schools, Terms terms) {
        return Stream.concat(
                        Stream.of(schools.size() == 1 ? schools.get(0) : schools.size() + " schools"),
                        filtersInWords(terms).stream())
                .collect(joining(", "));
    }

    Selection in(Period other) {
        return new Selection(scope, other, grade, program, careerField, mode, subgroup);
    }
}
