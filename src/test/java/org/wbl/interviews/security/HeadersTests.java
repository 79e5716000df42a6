package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.RequestEntity;
import org.wbl.interviews.ApplicationTest;

@ApplicationTest
@DisplayName("Every answer")
class HeadersTests {

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forms/no-such-link",
                "/reports/progress.xlsx",
                "/reports/progress.zip",
                "/reports/1.xlsx",
                "/progress",
                "/progress/held",
                "/calendar",
                "/students",
                "/links",
                "/mirror",
                "/mirror/informational-interview.bpmn",
                "/stop/no-such-link",
                "/forms/no-such-link/wrong-person",
                "/forms/no-such-link/correction",
                "/forms/no-such-link/concern",
                "/forms/no-such-link/change",
                "/forms/no-such-link/open/00000000-0000-0000-0000-000000000000",
                "/students/1/employability-profile.pdf",
                "/engine-rest/task",
                "/unknown",
                "/app.css",
                "/actuator/health",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/setup/",
                "/camunda/api/engine/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
            })
    void keepsToTlsAndTellsNoOtherSiteWhereItWas(String address) {
        var headers = headers(address);

        assertThat(headers.get("Strict-Transport-Security"))
                .as("Strict-Transport-Security")
                .allSatisfy(value -> assertThat(value).contains("max-age=31536000", "includeSubDomains"))
                .hasSize(1);
        assertThat(headers.get("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.getFirst(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isNull();
        assertThat(headers.getFirst(HttpHeaders.SERVER)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forms/no-such-link",
                "/reports/progress.xlsx",
                "/reports/progress.zip",
                "/reports/1.xlsx",
                "/progress",
                "/progress/held",
                "/calendar",
                "/students",
                "/links",
                "/mirror",
                "/mirror/informational-interview.bpmn",
                "/stop/no-such-link",
                "/forms/no-such-link/wrong-person",
                "/forms/no-such-link/correction",
                "/forms/no-such-link/concern",
                "/forms/no-such-link/change",
                "/forms/no-such-link/open/00000000-0000-0000-0000-000000000000",
                "/students/1/employability-profile.pdf",
                "/engine-rest/task",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
            })
    void leavesNothingPersonalOnASharedComputer(String address) {
        assertThat(headers(address).getFirst(HttpHeaders.CACHE_CONTROL)).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forms/no-such-link",
                "/reports/progress.xlsx",
                "/reports/progress.zip",
                "/reports/1.xlsx",
                "/progress",
                "/progress/held",
                "/calendar",
                "/students",
                "/links",
                "/mirror",
                "/mirror/informational-interview.bpmn",
                "/stop/no-such-link",
                "/forms/no-such-link/wrong-person",
                "/forms/no-such-link/correction",
                "/forms/no-such-link/concern",
                "/forms/no-such-link/change",
                "/forms/no-such-link/open/00000000-0000-0000-0000-000000000000",
                "/students/1/employability-profile.pdf",
                "/engine-rest/task",
                "/unknown"
            })
    void ofOurOwnRunsNoForeignScript(String address) {
        assertThat(headers(address).get("Content-Security-Policy"))
                .containsExactly("default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'self'");
    }

    @Test
    void ofTheWebApplicationsRunsTheirScriptsOnly() {
        assertThat(headers("/camunda/app/tasklist/default/").get("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("'nonce-", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'"));
    }

    @Test
    void behindALinkStaysOutOfSearchEngines() {
        assertThat(headers("/forms/no-such-link").getFirst("X-Robots-Tag")).isEqualTo("noindex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/camunda/api/engine/engine", "/forms/no-such-link"})
    void isUtf8(String address) {
        assertThat(headers(address).getFirst(HttpHeaders.CONTENT_TYPE)).containsIgnoringCase("charset=utf-8");
    }

    private HttpHeaders headers(String address) {
        return http.exchange(
                        RequestEntity.get(URI.create(address))
                                .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                                .header(HttpHeaders.ACCEPT, "text/html,application/json")
                                .build(),
                        String.class)
                .getHeaders();
    }
}
