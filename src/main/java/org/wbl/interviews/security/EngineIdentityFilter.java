package org.wbl.interviews.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wbl.interviews.process.StaffIdentity;

/** Has the engine make its checks for the signed-in caller, and for nobody after the request. */
class EngineIdentityFilter extends OncePerRequestFilter {

    private final StaffIdentity staff;

    EngineIdentityFilter(StaffIdentity staff) {
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn.member().ifPresent(staff::enter);
        try {
            chain.doFilter(request, response);
        } finally {
            staff.leave();
        }
    }
}
