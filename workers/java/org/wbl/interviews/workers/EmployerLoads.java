package org.wbl.interviews.workers;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.wbl.interviews.employer.Employers.Load;

/** Says whether an employer can be asked for another student. */
final class EmployerLoads {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.US);

    private EmployerLoads() {}

    /** Returns why not, such as "rests until March 4 after its last interview"; empty when it can be asked. */
    static Optional<String> whyNot(Load load) {
        if (load.full()) {
            return Optional.of("was asked for %d of %d students this month".formatted(load.asked(), load.monthlyCap()));
        }
        return Optional.ofNullable(load.restsUntil())
                .map(until -> "rests until %s after its last interview".formatted(DAY.format(until)));
    }
}
