package org.wbl.interviews.security;

import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.wbl.interviews.process.StaffIdentity;

/**
 * Four doors: the engine's REST interface, the engine's web applications, staff pages, and everything that needs no
 * account. An address that no door names is refused.
 */
@Configuration
class WebSecurity {

    private static final String REST = "/engine-rest";
    private static final String WEB_APPLICATIONS = "/camunda";

    @Bean
    @Order(1)
    SecurityFilterChain restInterface(HttpSecurity http, StaffIdentity staff) throws Exception {
        return http.securityMatcher(below(REST, "/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(withDefaults())
                .authenticationProvider(new StaffPasswords(staff))
                .authorizeHttpRequests(requests -> requests
                        // A browser that remembers a password would send it along from any other site.
                        .requestMatchers(request -> "cross-site".equals(request.getHeader("Sec-Fetch-Site")))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .headers(WebSecurity::strictHeaders)
                .addFilterAfter(new BodyLimitFilter(), AuthorizationFilter.class)
                .addFilterAfter(new EngineAccessFilter(EngineAccess.read()), BodyLimitFilter.class)
                .addFilterAfter(new EngineIdentityFilter(staff), EngineAccessFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webApplications(
            HttpSecurity http,
            StaffIdentity staff,
            @Value("${camunda.bpm.generic-properties.properties.queryMaxResultsLimit}") int maxResults)
            throws Exception {
        // The web applications bring their own login, anti-forgery token and content security policy.
        return http.securityMatcher(below(WEB_APPLICATIONS, "/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll()) // EngineAccessFilter decides
                .headers(headers -> everywhere(headers)
                        .cacheControl(caching -> caching.disable())
                        .addHeaderWriter(WebSecurity::keepOutOfCaches))
                .addFilterBefore(new StaffSessionFilter(staff), AuthorizationFilter.class)
                .addFilterAfter(new BodyLimitFilter(), AuthorizationFilter.class)
                .addFilterAfter(new EngineAccessFilter(EngineAccess.read()), BodyLimitFilter.class)
                .addFilterAfter(
                        new SignOutFilter(below(WEB_APPLICATIONS + "/api/admin", "/auth/user/{engine}/logout")),
                        EngineAccessFilter.class)
                .addFilterAfter(new BoundedListFilter(maxResults), EngineAccessFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain staffPages(HttpSecurity http, StaffIdentity staff) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        below("", "/desk/**"),
                        below("", "/reports/**"),
                        below("", "/progress/**"),
                        below("", "/calendar"),
                        below("", "/students/**"),
                        below("", "/links/**"),
                        below("", "/mirror/**")))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint((request, response, e) -> response.sendError(401)))
                .requestCache(requests -> requests.disable()) // nobody is sent to a login page and back
                // The token of an upload is in its body; nobody without a session gets so far that it is read.
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new AndRequestMatcher(
                        CsrfFilter.DEFAULT_CSRF_MATCHER, request -> request.getSession(false) != null)))
                .addFilterBefore(new BodyLimitFilter(), CsrfFilter.class)
                .addFilterBefore(new StaffSessionFilter(staff), AuthorizationFilter.class)
                .headers(WebSecurity::strictHeaders)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable()) // forms carry a nonce of their own
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ERROR, FORWARD)
                        .permitAll()
                        .requestMatchers(publicAddresses().toArray(RequestMatcher[]::new))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(WebSecurity::strictHeaders)
                .addFilterAfter(new BodyLimitFilter(), AuthorizationFilter.class)
                .build();
    }

    private static List<RequestMatcher> publicAddresses() {
        return List.of(
                below("", "/"),
                below("", "/forms/**"),
                below("", "/stop/**"),
                below("", "/demo/**"), // exists in the demo profile only
                below("", "/app.css"),
                below("", "/brand.css"),
                below("", "/form.js"),
                below("", "/mirror.js"),
                below("", "/receipt.js"),
                below("", "/progress.css"),
                below("", "/progress.js"),
                below("", "/vendor/**"),
                below("", "/favicon.ico"),
                below("", "/actuator/health/**"));
    }

    private static void strictHeaders(HeadersConfigurer<HttpSecurity> headers) {
        everywhere(headers)
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; object-src 'none';"
                        + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'"));
    }

    /** Browsers take Strict-Transport-Security over TLS only, and TLS may end at a proxy: so it is sent always. */
    private static HeadersConfigurer<HttpSecurity> everywhere(HeadersConfigurer<HttpSecurity> headers) {
        return headers.httpStrictTransportSecurity(transport -> transport
                        .requestMatcher(AnyRequestMatcher.INSTANCE)
                        .includeSubDomains(true)
                        .maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(frames -> frames.sameOrigin());
    }

    /** The engine says "no-cache" of its data, which still lets a shared computer keep it, and nothing of its pages. */
    private static void keepOutOfCaches(HttpServletRequest request, HttpServletResponse response) {
        var address = request.getRequestURI().substring(request.getContextPath().length());
        if (address.startsWith(WEB_APPLICATIONS + "/api/") || address.endsWith("/")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static RequestMatcher below(String base, String pattern) {
        var matcher = PathPatternRequestMatcher.withDefaults();
        return (base.isEmpty() ? matcher : matcher.basePath(base)).matcher(pattern);
    }

    private record StaffPasswords(StaffIdentity staff) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication attempt) {
            return staff.withPassword(attempt.getName(), String.valueOf(attempt.getCredentials()))
                    .map(member -> UsernamePasswordAuthenticationToken.authenticated(
                            member,
                            null,
                            AuthorityUtils.createAuthorityList(
                                    member.groups().stream().toList())))
                    .orElseThrow(() -> new BadCredentialsException("User name or password is wrong."));
        }

        @Override
        public boolean supports(Class<?> type) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
        }
    }
}
