package org.wbl.interviews.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses, before the engine sees it, what {@link EngineAccess} does not allow the caller. */
class EngineAccessFilter extends OncePerRequestFilter {

    private final EngineAccess access;

    EngineAccessFilter(EngineAccess access) {
        this.access = access;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SignedIn.member();
        var address = request.getRequestURI().substring(request.getContextPath().length());
        if (access.permits(request.getMethod(), address, caller.orElse(null))) {
            chain.doFilter(request, response);
        } else if (caller.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in first.");
        } else {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Your account may not use this function.");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"type\":\"Refused\",\"message\":\"" + message + "\"}");
    }
}
