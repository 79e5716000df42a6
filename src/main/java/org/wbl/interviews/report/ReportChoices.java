package org.wbl.interviews.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody who asks for a report may choose from: the same as on the page. */
@Component
public class ReportChoices {

    private static final int YEARS_BACK = 4;

    private final Progress progress;
    private final Clock clock;

    ReportChoices(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /** Returns the choices of somebody of these schools; none: who may see every school. */
    public Choices of(Set<String> schools) {
        var scope = schools.isEmpty() ? Scope.everySchool("", clock.instant()) : Scope.of(schools, "", clock.instant());
        return progress.read(Selection.of(scope, Period.EVERYTHING), figures -> {
            var known = figures.choices(scope);
            return new Choices(
                    Period.choices(LocalDate.now(clock), YEARS_BACK),
                    known.programs(),
                    known.careerFields(),
                    choices(figures.terms().choices("MODE")),
                    choices(figures.terms().choices("SUBGROUP")));
        });
    }

    private static List<Choice> choices(List<Terms.Term> terms) {
        return terms.stream().map(term -> new Choice(term.code(), term.words())).toList();
    }

    /** A code and its words. */
    public record Choice(String code, String words) {}

    public record Choices(
            List<Period> periods,
            List<String> programs,
            List<String> careerFields,
            List<Choice> modes,
            List<Choice> subgroups) {}
}
