package org.wbl.interviews.interview;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one coordinator can do.
 *
 * @param limit with more open interviews than this, the administrators of the school are asked to spread them
 */
@ConfigurationProperties("interviews.caseload")
record CaseloadSettings(@DefaultValue("40") int limit) {

    CaseloadSettings {
        if (limit < 1) {
            throw new IllegalArgumentException("interviews.caseload.limit must be at least 1 open interview.");
        }
    }
}
