package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;

/** CVE-2026-109432: whoever might ask the engine for tasks had it run any expression. */
@ApplicationTest
@DisplayName("An expression in a query")
class QueryExpressionTests {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private FilterService filters;

    private Browser district;

    @BeforeEach
    void signIn() {
        district = Browser.of(http, "district", ApplicationTest.ADMINISTRATOR_PASSWORD);
    }

    @AfterEach
    void deleteFilters() {
        for (var name : List.of("Stored", "Harmless", "Allowed")) {
            filters.createTaskFilterQuery()
                    .filterName(name)
                    .list()
                    .forEach(filter -> filters.deleteFilter(filter.getId()));
        }
    }

    static List<String> expressions() {
        return List.of(
                "${''.getClass().forName('java.lang.Runtime')}",
                "#{''.getClass()}",
                "${environment.getProperty('user.home')}",
                "${now().getClass()}",
                "${7 * 7}",
                "${''.getClass(}",
                "text ${1 + 1}");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void isRefusedInEveryKindOfTaskQuery(String expression) {
        for (var query : List.of(plain(expression), nested(expression), nestedTwice(expression))) {
            for (var address : List.of("/task?maxResults=10", "/task/count")) {
                assertRefused(expression, district.post(Browser.WEB + address, query));
                assertRefused(
                        expression,
                        http.withBasicAuth("district", ApplicationTest.ADMINISTRATOR_PASSWORD)
                                .exchange(
                                        RequestEntity.post(URI.create("/engine-rest" + address))
                                                .body(query),
                                        String.class));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void isRefusedInAStoredFilterAndInWhatExtendsOne(String expression) {
        for (var query : List.of(plain(expression), nested(expression))) {
            var created = district.post(
                    Browser.WEB + "/filter/create",
                    Map.of("name", "Stored", "resourceType", "Task", "query", query, "properties", Map.of()));
            if (created.getStatusCode().is2xxSuccessful()) {
                var filter = Browser.WEB + "/filter/" + field(created, "id");
                assertRefused(expression, district.get(filter + "/list?firstResult=0&maxResults=10"));
                assertRefused(expression, district.get(filter + "/count"));
                assertRefused(expression, district.post(filter + "/list?firstResult=0&maxResults=10", Map.of()));
            } else {
                assertRefused(expression, created);
            }
        }
        var harmless = district.post(
                Browser.WEB + "/filter/create",
                Map.of("name", "Harmless", "resourceType", "Task", "query", Map.of(), "properties", Map.of()));
        var filter = Browser.WEB + "/filter/" + field(harmless, "id");
        for (var query : List.of(plain(expression), nested(expression))) {
            assertRefused(expression, district.post(filter + "/list?firstResult=0&maxResults=10", query));
            assertRefused(expression, district.post(filter + "/count", query));
            var single = district.post(filter + "/singleResult", query);
            assertThat(single.getStatusCode().value()).isEqualTo(400);
            assertThat(single.getBody()).doesNotContain(expression, "getClass");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"assigneeExpression", "candidateUserExpression", "processInstanceBusinessKeyExpression"})
    void isRefusedWhateverFieldItStandsIn(String field) {
        var query = Map.of("orQueries", List.of(Map.of(field, "${''.getClass()}")));

        assertRefused("${''.getClass()}", district.post(Browser.WEB + "/task?maxResults=10", query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${dateTime().plusDays(7)}"})
    void mayNameTheTimeInAFilter(String time) {
        assertThat(runs(Map.of("dueBeforeExpression", time))).isEqualTo(200);
    }

    @Test
    void mayNameTheUserAndTheirGroupsInAFilter() {
        assertThat(runs(Map.of("assigneeExpression", "${currentUser()}"))).isEqualTo(200);
        assertThat(runs(Map.of("candidateGroupsExpression", "${currentUserGroups()}")))
                .isEqualTo(200);
    }

    private int runs(Map<String, Object> query) {
        var created = district.post(
                Browser.WEB + "/filter/create",
                Map.of("name", "Allowed", "resourceType", "Task", "query", query, "properties", Map.of()));
        assertThat(created.getStatusCode().is2xxSuccessful())
                .as(created.getBody())
                .isTrue();
        return district.get(Browser.WEB + "/filter/" + field(created, "id") + "/list?maxResults=10")
                .getStatusCode()
                .value();
    }

    private static Map<String, Object> plain(String expression) {
        return Map.of("dueAfterExpression", expression);
    }

    private static Map<String, Object> nested(String expression) {
        return Map.of("orQueries", List.of(Map.of("dueAfterExpression", expression, "name", "x")));
    }

    private static Map<String, Object> nestedTwice(String expression) {
        return Map.of("orQueries", List.of(Map.of("name", "x"), Map.of("candidateGroupExpression", expression)));
    }

    private static void assertRefused(String expression, ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        assertThat(answer.getBody())
                .containsAnyOf("not allowed in a query", "forbidden in adhoc queries")
                .doesNotContain(expression)
                .doesNotContain("getClass", "java.lang.Runtime", "ELException", "49");
    }

    private String field(ResponseEntity<String> answer, String name) {
        try {
            return json.readTree(answer.getBody()).path(name).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
