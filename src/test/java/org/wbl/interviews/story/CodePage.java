package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A browser that opens pages behind links, enters the mailed code where one is asked for, and remembers that it did.
 */
public final class CodePage {

    private final TestRestTemplate http;
    private final Map<String, String> proofs = new HashMap<>();

    public CodePage(TestRestTemplate http) {
        this.http = http.withRedirects(Redirects.DONT_FOLLOW);
    }

    /**
     * Opens a page below /forms/.
     *
     * @param code reads the code of the mail that was asked for just now
     */
    public ResponseEntity<String> open(String path, Supplier<String> code) {
        var page = get(path);
        if (!asksForCode(page)) {
            return page;
        }
        send(path + "/code", page, "");
        prove(path, code.get());
        return get(path);
    }

    /** Whether a page asks for the code, and shows nothing else. */
    public static boolean asksForCode(ResponseEntity<String> page) {
        return String.valueOf(page.getBody()).contains("/code\"");
    }

    /** Enters a code and keeps the cookie. */
    public void prove(String path, String code) {
        var taken = send(path + "/proof", get(path), "&code=" + code);
        assertThat(taken.getStatusCode().is3xxRedirection()).as(taken.getBody()).isTrue();
        remember(path, taken);
    }

    /** Opens something on a page, and what that leads to. */
    public ResponseEntity<String> follow(String path) {
        var moved = get(path);
        var where = Objects.requireNonNull(moved.getHeaders().getLocation()).getPath();
        remember(where, moved);
        return get(where);
    }

    public ResponseEntity<String> get(String path) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers(path)), String.class);
    }

    private void remember(String path, ResponseEntity<String> answer) {
        proofs.put(
                token(path),
                Objects.requireNonNull(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                        .replaceFirst(";.*", ""));
    }

    /** Posts answers with a nonce of the page. */
    public ResponseEntity<String> post(String path, String page, Map<String, Object> answers) {
        var headers = headers(path);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.postForEntity(
                path, new HttpEntity<>(Map.of("nonce", nonce(page), "answers", answers), headers), String.class);
    }

    /** Keeps answers with a nonce of the page. */
    public ResponseEntity<String> keep(String path, String page, Map<String, Object> answers) {
        var headers = headers(path);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(
                path + "/draft",
                HttpMethod.PUT,
                new HttpEntity<>(Map.of("nonce", nonce(page), "version", 0, "answers", answers), headers),
                String.class);
    }

    /** Presses a button of the page. */
    public ResponseEntity<String> send(String address, ResponseEntity<String> page, String fields) {
        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
        var headers = headers(address);
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return http.postForEntity(
                address, new HttpEntity<>("nonce=" + nonce(page.getBody()) + fields, headers), String.class);
    }

    public static String nonce(@Nullable String page) {
        return String.valueOf(page).replaceAll("(?s).*(?:data-nonce|name=\"nonce\" value)=\"([0-9a-f]+)\".*", "$1");
    }

    private HttpHeaders headers(String path) {
        var headers = new HttpHeaders();
        if (proofs.containsKey(token(path))) {
            headers.add(HttpHeaders.COOKIE, proofs.get(token(path)));
        }
        return headers;
    }

    private static String token(String path) {
        return path.replaceFirst("^/forms/([^/?]+).*", "$1");
    }
}
