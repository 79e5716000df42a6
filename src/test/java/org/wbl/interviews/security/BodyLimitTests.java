package org.wbl.interviews.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "/engine-rest/task, true",
        "/engine-rest/task, false",
        "/forms/no-such-link, true",
        "/forms/no-such-link, false",
        Browser.WEB + "/task, true",
        Browser.WEB + "/task, false"
    })
    void isRefusedAsTooLarge(String address, boolean saysItsLength) throws IOException, InterruptedException {
        assertThat(post(address, TOO_LARGE, saysItsLength)).isEqualTo(413);
        assertThat(post(address, SMALL, saysItsLength)).isNotEqualTo(413).isLessThan(500);
    }

    private int post(String address, byte[] body, boolean saysItsLength) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Content-Type", "application/json")
                .expectContinue(saysItsLength) // the answer comes before the body is sent
                .POST(
                        saysItsLength
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        if (address.startsWith(Browser.WEB)) {
            var browser = Browser.of(http, "district", ApplicationTest.ADMINISTRATOR_PASSWORD);
            request.header(
                            "Cookie",
                            "SESSION=" + browser.cookie("SESSION") + "; XSRF-TOKEN=" + browser.cookie("XSRF-TOKEN"))
                    .header("X-XSRF-TOKEN", String.valueOf(browser.cookie("XSRF-TOKEN")));
        } else {
            var login = "district:" + ApplicationTest.ADMINISTRATOR_PASSWORD;
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(US_ASCII)));
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Valid before JSON, so that it is read to the end. */
    private static byte[] spaces(int length) {
        var spaces = new byte[length];
        Arrays.fill(spaces, (byte) ' ');
        spaces[length - 2] = '{';
        spaces[length - 1] = '}';
        return spaces;
    }
}
