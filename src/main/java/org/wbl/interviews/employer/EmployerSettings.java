package org.wbl.interviews.employer;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one employer may be asked.
 *
 * @param coolDown for so long after an interview it is not asked for another one
 * @param monthlyCap for so many students a month, unless it named another number
 */
@ConfigurationProperties("interviews.employer")
record EmployerSettings(
        @DefaultValue("P14D") Period coolDown,
        @DefaultValue("4") int monthlyCap) {

    EmployerSettings {
        if (coolDown.isNegative()) {
            throw new IllegalArgumentException("interviews.employer.cool-down must not be negative.");
        }
        if (monthlyCap < 1) {
            throw new IllegalArgumentException("interviews.employer.monthly-cap must be at least 1 student.");
        }
    }
}
