package org.wbl.interviews.process;

import java.util.Collection;
import java.util.Set;

/**
 * A member of staff.
 *
 * @param userId the engine's user id
 * @param groups the engine groups, see {@link Groups}
 * @param schools the codes of the schools this person works for
 */
public record StaffMember(String userId, Set<String> groups, Set<String> schools) {

    public StaffMember {
        groups = Set.copyOf(groups);
        schools = Set.copyOf(schools);
    }

    /** Whether this person is in one of {@code candidates}. */
    public boolean isIn(Collection<String> candidates) {
        return candidates.stream().anyMatch(groups::contains);
    }
}
