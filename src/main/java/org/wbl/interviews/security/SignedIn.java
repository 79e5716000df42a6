package org.wbl.interviews.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.wbl.interviews.process.StaffMember;

/** Who is signed in to the current request. */
public final class SignedIn {

    private SignedIn() {}

    public static Optional<StaffMember> member() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffMember member
                ? Optional.of(member)
                : Optional.empty();
    }
}
