package org.wbl.interviews.report;

import java.util.ArrayList;
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

    /**
     * Says about what it is, after the period: the schools, and everything by which it is narrowed.
     *
     * @param schools their names
     */
    String about(List<String> schools, Terms terms) {
        var words = new ArrayList<String>();
        words.add(schools.size() == 1 ? schools.get(0) : schools.size() + " schools");
        if (grade != null) {
            words.add("grade " + grade);
        }
        if (program != null) {
            words.add("program " + program);
        }
        if (careerField != null) {
            words.add("career field " + careerField);
        }
        if (mode != null) {
            words.add(StringUtils.uncapitalize(terms.words("MODE", mode)));
        }
        if (subgroup != null) {
            words.add(terms.words("SUBGROUP", subgroup));
        }
        return String.join(", ", words);
    }

    Selection in(Period other) {
        return new Selection(scope, other, grade, program, careerField, mode, subgroup);
    }
}
