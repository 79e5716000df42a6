package org.wbl.interviews.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.process.DemoClock;

@ApplicationTest
@DisplayName("Without the demo profile")
class NoDemoTests {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient database;

    @ParameterizedTest
    @ValueSource(strings = {"/demo/mailbox", "/demo/mailbox/1", "/demo/clock"})
    void hasNoPageOfTheDemo(String path) {
        assertThat(http.getForEntity(path, String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void hasNoBeanOfTheDemo() {
        assertThat(Stream.of(application.getBeanDefinitionNames()).map(application::getType))
                .doesNotContain(DemoClock.class)
                .noneMatch(type -> type != null && type.getPackageName().equals("org.wbl.interviews.demo"));
    }

    @Test
    void hasNoSampleAndNoTableOfTheDemo() {
        assertThat(database.sql("select to_regclass('interviews.demo_mail') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(database.sql("select count(*) from public.act_id_user where id_ in ('carla', 'dana')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leadsStaffToTasklistAndTellsNothingElse() {
        assertThat(http.getForObject("/", String.class))
                .contains("/camunda/app/tasklist/")
                .doesNotContain("demo", "carla", "cockpit");
    }
}
