package org.wbl.interviews.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wbl.interviews.process.StaffIdentity;

/** Recognises whoever is signed in to Tasklist, so that our own pages ask for no second login. */
class StaffSessionFilter extends OncePerRequestFilter {

    private final StaffIdentity staff;

    StaffSessionFilter(StaffIdentity staff) {
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            staff.signedInTo(session).ifPresent(member -> SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            member,
                            null,
                            AuthorityUtils.createAuthorityList(
                                    member.groups().stream().toList()))));
        }
        chain.doFilter(request, response);
    }
}
