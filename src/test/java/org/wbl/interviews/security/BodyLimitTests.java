package org.wbl.interviews.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;

@ApplicationTest
@DisplayName("A body of more than 5 MB")
class BodyLimitTests {

    private static final byte[] TOO_LARGE = spaces(6 * 1024 * 1024);
    private static final byte[] SMALL = spaces(1024);

    @Autowired
    private TestRestTemplate http;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/forms/no-such-link", Browser.WEB + "/task"})
    void isRefusedBeforeItIsSent(String address) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var head = """
                    POST %s HTTP/1.1
                    Host: localhost
                    Content-Type: application/json
                    Content-Length: 5242881
                    %s

                    """.formatted(address, String.join("\n", credentials(address)));
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine())
                    .contains(" 413");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/forms/no-such-link", Browser.WEB + "/task"})
    void isRefusedWhileItIsReadWhenItDoesNotSayItsLength(String address) throws IOException, InterruptedException {
        assertThat(post(address, TOO_LARGE)).isEqualTo(413);
        assertThat(post(address, SMALL)).isNotEqualTo(413).isLessThan(500);
    }

    private int post(String address, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        for (var header : credentials(address)) {
            var parts = header.split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        // The status is what counts: the connection may be cut behind it, with the rest of the body unread.
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofInputStream())
                .statusCode();
    }

    private List<String> credentials(String address) {
        if (address.startsWith(Browser.WEB)) {
            var browser = Browser.of(http, "district", ApplicationTest.ADMINISTRATOR_PASSWORD);
            return List.of(
                    "Cookie: SESSION=" + browser.cookie("SESSION"), "X-XSRF-TOKEN: " + browser.cookie("XSRF-TOKEN"));
        }
        var login = "district:" + ApplicationTest.ADMINISTRATOR_PASSWORD;
        return List.of("Authorization: Basic " + Base64.getEncoder().encodeToString(login.getBytes(US_ASCII)));
    }

    /** Blanks before a JSON object, so that it is read to the end. */
    private static byte[] spaces(int length) {
        var spaces = new byte[length];
        Arrays.fill(spaces, (byte) ' ');
        spaces[length - 2] = '{';
        spaces[length - 1] = '}';
        return spaces;
    }
}
