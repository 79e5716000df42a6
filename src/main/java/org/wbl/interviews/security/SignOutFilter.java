package org.wbl.interviews.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session when somebody signs out.
 *
 * <p>The web applications only take the login out of the session; a request of the same browser that is under way on
 * another node would write it back. Into a session that is gone it cannot.
 */
class SignOutFilter extends OncePerRequestFilter {

    /** The next login sends it along, without a request between. */
    private static final String ANTI_FORGERY_TOKEN = "CAMUNDA_CSRF_TOKEN";

    private final RequestMatcher signOut;

    SignOutFilter(RequestMatcher signOut) {
        this.signOut = signOut;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !signOut.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var session = request.getSession(false);
        if (session != null) {
            var token = session.getAttribute(ANTI_FORGERY_TOKEN);
            session.invalidate();
            if (!response.isCommitted()) {
                request.getSession().setAttribute(ANTI_FORGERY_TOKEN, token);
            }
        }
    }
}
