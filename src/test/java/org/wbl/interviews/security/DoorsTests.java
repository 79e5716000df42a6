package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.wbl.interviews.ApplicationTest;

@ApplicationTest
@DisplayName("Without a login")
class DoorsTests {

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/user",
                "/engine-rest/task",
                "/reports/progress.xlsx",
                "/reports/progress.zip",
                "/reports/1.xlsx",
                "/progress",
                "/progress/held",
                "/calendar",
                "/students",
                "/students/1",
                "/students/1/employability-profile.pdf",
                "/links",
                "/mirror",
                "/mirror/informational-interview.bpmn"
            })
    void nothingPersonalAnswers(String address) {
        assertThat(http.getForEntity(address, String.class).getStatusCode().value())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unknown", "/actuator/env", "/actuator/metrics", "/error/x"})
    void whatNoDoorNamesIsRefused(String address) {
        assertThat(http.getForEntity(address, String.class).getStatusCode().value())
                .isIn(401, 403, 404);
    }

    @Test
    void nobodyCreatesAnAdministrator() {
        var request = RequestEntity.post("/camunda/api/admin/setup/default/user/create")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}");

        assertThat(http.exchange(request, String.class).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void theApplicationTellsThatItIsWell() {
        assertThat(http.getForEntity("/actuator/health", String.class).getBody())
                .contains("UP");
    }

    @Test
    void theFirstAdministratorEnters() {
        var task = http.withBasicAuth("district", ApplicationTest.ADMINISTRATOR_PASSWORD)
                .getForEntity("/engine-rest/task/count", String.class);

        assertThat(task.getStatusCode().value()).isEqualTo(200);
    }
}
