package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.RequestEntity;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;

@ApplicationTest
@DisplayName("An error that the engine answers")
class ErrorTextsTests {

    private static final String MARKUP = "%3Cimg%20src=x%20onerror=alert(1)%3E%26";

    @Autowired
    private TestRestTemplate http;

    private Browser district;

    @BeforeEach
    void signIn() {
        district = Browser.of(http, "district", ApplicationTest.ADMINISTRATOR_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task?sortOrder=asc&sortBy=" + MARKUP, "/task/" + MARKUP, "/process-definition/" + MARKUP})
    void carriesNoMarkupAtEitherMount(String address) {
        var atTheDesk = district.get(Browser.WEB + address);
        var overRest = http.withBasicAuth("district", ApplicationTest.ADMINISTRATOR_PASSWORD)
                .exchange(
                        RequestEntity.get(URI.create("/engine-rest" + address)).build(), String.class);

        for (var answer : new org.springframework.http.ResponseEntity<?>[] {atTheDesk, overRest}) {
            assertThat(answer.getStatusCode().isError()).isTrue();
            assertThat(String.valueOf(answer.getBody()))
                    .contains("&lt;img src=x onerror=alert(1)&gt;&amp;")
                    .doesNotContain("<", ">");
        }
    }

    @Test
    void isEncodedForTheWebApplicationsOwnInterfacesToo() {
        var answer = district.get("/camunda/api/cockpit/plugin/base/" + MARKUP + "/incident/count");

        assertThat(answer.getStatusCode().isError()).isTrue();
        assertThat(String.valueOf(answer.getBody())).doesNotContain("<", ">");
    }
}
