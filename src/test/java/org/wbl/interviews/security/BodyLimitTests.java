package org.wbl.interviews.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
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

    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(US_ASCII);
    private static final int LIMIT = 5 * 1024 * 1024;

    @Autowired
    private TestRestTemplate http;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/forms/no-such-link", "/calendar", Browser.WEB + "/task"})
    void isRefusedBeforeItIsSent(String address) throws IOException {
        assertThat(post(address, "Content-Length: " + (LIMIT + 1), new byte[0])).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/forms/no-such-link", Browser.WEB + "/task"})
    void isRefusedWhileItIsReadWhenItDoesNotSayItsLength(String address) throws IOException {
        assertThat(post(address, CHUNKED, chunk(LIMIT + 1))).isEqualTo(413);
        assertThat(post(address, CHUNKED, chunk(1024), LAST_CHUNK))
                .isNotEqualTo(413)
                .isLessThan(500);
    }

    /** The status of the answer, read while the rest of the body is still to come: a client would see only the cut. */
    private int post(String address, String length, byte[]... body) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var head = """
                    POST %s HTTP/1.1
                    Host: localhost
                    Content-Type: application/json
                    %s
                    %s

                    """.formatted(address, length, String.join("\n", credentials(address)));
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
            for (var part : body) {
                socket.getOutputStream().write(part);
            }
            var status = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            return Integer.parseInt(status.split(" ", 3)[1]);
        }
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
    private static byte[] chunk(int length) {
        return (Integer.toHexString(length) + "\r\n" + " ".repeat(length - 2) + "{}").getBytes(US_ASCII);
    }
}
