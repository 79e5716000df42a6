package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;
import org.wbl.interviews.demo.SampleData;

/** Values of types that no form of Tasklist sends, or that cannot be read as what they say they are. */
@ApplicationTest
@ActiveProfiles("demo")
@DisplayName("An answer that cannot be read")
class UnreadableAnswersTests {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"Json\", \"value\": \"{\"}",
                "{\"type\": \"Json\", \"value\": \"\"}",
                "{\"type\": \"Json\", \"value\": null}",
                "{\"type\": \"Json\", \"value\": \"[[[\\\"OTHER\\\"]]]\"}",
                "{\"type\": \"Xml\", \"value\": \"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>\"}",
                "{\"type\": \"Object\", \"value\": \"{}\", \"valueInfo\":"
                        + " {\"objectTypeName\": \"java.util.HashMap\", \"serializationDataFormat\": \"application/json\"}}",
            })
    void isRefusedAndChangesNothing(String answer) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("report-safety-concern")
                .latestVersion()
                .singleResult();

        var refused = Browser.of(http, "theo", SampleData.PASSWORD)
                .send(
                        HttpMethod.POST,
                        Browser.WEB + "/process-definition/" + definition.getId() + "/submit-form",
                        MediaType.APPLICATION_JSON,
                        """
                        {"variables": {"school": {"value": "02M999"}, "kind": %s, "time": {"value": "today"},
                            "place": {"value": "here"}, "what": {"value": "words"}, "harm": {"value": "no"}}}
                        """.formatted(answer));

        assertThat(refused.getStatusCode().value()).as(refused.getBody()).isEqualTo(400);
        assertThat(database.sql("select count(*) from interviews.safety_report")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
