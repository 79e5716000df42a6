package org.wbl.interviews.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for as many rows as the engine gives at most where a web application names no number.
 *
 * <p>The engine refuses a list without one (ASVS 2.4.1, {@code queryMaxResultsLimit}), and Cockpit asks for the
 * versions of a process so. A program at the REST interface is refused: it should not take a part for the whole.
 */
class BoundedListFilter extends OncePerRequestFilter {

    private static final String MAX_RESULTS = "maxResults";

    private final int limit;

    BoundedListFilter(int limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        var named = query != null && ("&" + query).contains("&" + MAX_RESULTS + "=");
        chain.doFilter(named ? request : new BoundedRequest(request), response);
    }

    private final class BoundedRequest extends HttpServletRequestWrapper {

        BoundedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            var bound = MAX_RESULTS + "=" + limit;
            var query = super.getQueryString();
            return query == null ? bound : query + "&" + bound;
        }
    }
}
