package org.wbl.interviews.report;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    Selection in(Period other) {
        return new Selection(scope, other, grade, program, careerField, mode, subgroup);
    }
}
