package org.wbl.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** A browser that keeps cookies and signs in to the engine's web applications as a person does. */
public final class Browser {

    public static final String WEB = "/camunda/api/engine/engine/default";

    private static final String CSRF_COOKIE = "XSRF-TOKEN";

    private final TestRestTemplate http;
    private final Map<String, String> cookies = new TreeMap<>();

    public Browser(TestRestTemplate http) {
        this.http = http;
    }

    public static Browser of(TestRestTemplate http, String user, String password) {
        var browser = new Browser(http);
        assertThat(browser.signIn(user, password, "welcome").getStatusCode().value())
                .as("login of " + user)
                .isEqualTo(200);
        return browser;
    }

    /** Opens the login page of an application, as its script does, and sends the form. */
    public ResponseEntity<String> signIn(String user, String password, String application) {
        get("/camunda/api/engine/engine");
        var answer = sendLogin(user, password, application);
        get("/camunda/api/engine/engine"); // the anti-forgery token of the new session
        return answer;
    }

    /** Sends the form with the anti-forgery token that this browser has. */
    public ResponseEntity<String> sendLogin(String user, String password, String application) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("username", user);
        form.add("password", password);
        return keepCookies(http.exchange(
                headers(RequestEntity.post("/camunda/api/admin/auth/user/default/login/" + application))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(form),
                String.class));
    }

    public ResponseEntity<String> signOut() {
        return post("/camunda/api/admin/auth/user/default/logout", "");
    }

    public ResponseEntity<String> get(String address) {
        return keepCookies(
                http.exchange(headers(RequestEntity.get(URI.create(address))).build(), String.class));
    }

    public ResponseEntity<byte[]> download(String address) {
        return keepCookies(
                http.exchange(headers(RequestEntity.get(URI.create(address))).build(), byte[].class));
    }

    public ResponseEntity<String> post(String address, Object body) {
        return send(HttpMethod.POST, address, MediaType.APPLICATION_JSON, body);
    }

    public ResponseEntity<String> send(HttpMethod method, String address, MediaType type, Object body) {
        return keepCookies(http.exchange(
                headers(RequestEntity.method(method, URI.create(address)))
                        .contentType(type)
                        .body(body),
                String.class));
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** Makes this browser send a cookie, its own or one that it got from elsewhere. */
    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private <B extends RequestEntity.HeadersBuilder<?>> B headers(B request) {
        if (!cookies.isEmpty()) {
            request.header(
                    HttpHeaders.COOKIE,
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (cookies.containsKey(CSRF_COOKIE)) {
            request.header("X-XSRF-TOKEN", cookies.get(CSRF_COOKIE));
        }
        return request;
    }

    private <T> ResponseEntity<T> keepCookies(ResponseEntity<T> answer) {
        for (var header : answer.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of())) {
            HttpCookie.parse(header).forEach(cookie -> {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            });
        }
        return answer;
    }
}
