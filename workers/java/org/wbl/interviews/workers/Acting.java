package org.wbl.interviews.workers;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.Refusal;

/** Who acts: a member of staff who is signed in, or a person behind a mailed link. */
@Component
class Acting {

    private final IdentityService identities;

    Acting(IdentityService identities) {
        this.identities = identities;
    }

    /** Returns the member of staff; empty when the answer came through a link. */
    Optional<String> staff() {
        var authentication = identities.getCurrentAuthentication();
        return Optional.ofNullable(authentication == null ? null : authentication.getUserId());
    }

    /** Returns the member of staff; a staff task that the system completes names "system". */
    String userId() {
        return staff().orElse("system");
    }

    /** Whether the member of staff is in one of these groups. */
    boolean isIn(String... groups) {
        var authentication = identities.getCurrentAuthentication();
        return authentication != null
                && authentication.getGroupIds() != null
                && !Collections.disjoint(authentication.getGroupIds(), List.of(groups));
    }

    /**
     * Returns the school of the person who starts a process.
     *
     * @throws Refusal if the person works for no school or for several
     */
    static String schoolOf(DelegateExecution execution) {
        return Optional.ofNullable(execution.getTenantId())
                .orElseThrow(() -> new Refusal("Your account does not say which school this is for. Ask a district"
                        + " administrator to make it an account of one school."));
    }

    /** STAFF or LINK. */
    String channel() {
        return staff().isPresent() ? "STAFF" : "LINK";
    }
}
