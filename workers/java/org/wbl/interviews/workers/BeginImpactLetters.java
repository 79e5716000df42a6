package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ImpactProcess.SCHOOL_YEAR;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.ImpactLetters;
import org.wbl.interviews.process.ImpactProcess;
import org.wbl.interviews.school.SchoolYear;

/**
 * Begins the impact letter of every school that has employers to thank.
 *
 * <p>Reads nothing; sets nothing.
 */
@Component
class BeginImpactLetters implements JavaDelegate {

    private final ImpactLetters letters;
    private final RuntimeService runtime;
    private final Clock clock;

    BeginImpactLetters(ImpactLetters letters, RuntimeService runtime, Clock clock) {
        this.letters = letters;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var year = SchoolYear.of(LocalDate.now(clock));
        for (var school : letters.schools(year)) {
            runtime.startProcessInstanceByKey(
                    ImpactProcess.KEY,
                    "impact-%s-%d".formatted(school, year.begins()),
                    Variables.createVariables()
                            .putValueTyped("school", Variables.stringValue(school, true))
                            .putValue(SCHOOL_YEAR.name(), year.begins()));
        }
    }
}
