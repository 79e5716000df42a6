package org.wbl.interviews.workers;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

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

    /** STAFF or LINK. */
    String channel() {
        return staff().isPresent() ? "STAFF" : "LINK";
    }
}
