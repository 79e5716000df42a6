package org.wbl.interviews.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.wbl.interviews.ApplicationTest;

/**
 * Whatever is sent in the place of answers, to any shipped form: it is taken, or refused with a sentence, and the task
 * is done exactly when it was taken. Seeded, so that a body that breaks something can be sent again.
 */
@ApplicationTest
@ActiveProfiles("demo")
@DisplayName("Odd bodies sent to a form")
class SubmissionFuzzTests {

    private static final int BODIES = 24;
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-0.0",
            "1e400",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"<script>alert(1)</script>\"",
            "\"=HYPERLINK(\\\"http://evil.example\\\")\"",
            "\"line\\r\\nBcc: everybody@example.org\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202egnp.exe\"",
            "\"${calendar.inDays(1)}\"",
            "\"#{''.class}\"",
            "\"{{studentName}}\"",
            "\"2027-02-30\"",
            "\"yes\"",
            "[]",
            "[[[[]]]]",
            "[null, 1, \"a\", {}]",
            "{}",
            "{\"a\": {\"b\": {\"c\": []}}}",
            "{\"value\": 1, \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"java.io.File\"}}");

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormLinks links;

    @Autowired
    private LinkTokens tokens;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private final ObjectMapper json = new ObjectMapper();

    static Stream<Path> shipped() throws IOException {
        try (var files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @AfterEach
    void cleanUp() {
        repository
                .createDeploymentQuery()
                .deploymentName("fuzz")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true, true, true));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void areTakenOrRefusedWithASentence(Path file) throws IOException {
        var form = json.readTree(Files.readString(file));
        var random = new Random(file.hashCode());
        deploy(form.path("id").asText());
        var link = ask();
        for (var number = 0; number < BODIES; number++) {
            var body = body(form, link, random);

            var answer = send(link, body);

            var taken = answer.getStatusCode().is2xxSuccessful();
            assertThat(taken || answer.getStatusCode().is4xxClientError())
                    .as("%s answered %s to %s", file, answer, shortened(body))
                    .isTrue();
            assertThat(sentence(answer)).as(shortened(body)).isNotBlank();
            assertThat(tasks.createTaskQuery().taskId(link.taskId()).count())
                    .as("%s %s", answer, shortened(body))
                    .isEqualTo(taken ? 0 : 1);
            if (taken) {
                link = ask();
            }
        }
    }

    private void deploy(String form) {
        var model = Bpmn.createExecutableProcess("fuzz")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("Activity_Fuzz")
                .name("Answer")
                .camundaCandidateGroups("employers")
                .camundaFormRef(form)
                .camundaFormRefBinding("latest")
                .endEvent()
                .done();
        repository
                .createDeployment()
                .name("fuzz")
                .addModelInstance("fuzz.bpmn", model)
                .deploy();
    }

    private FormLink ask() {
        var instance = runtime.startProcessInstanceByKey("fuzz", Map.of("school", "02M999"));
        var task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        var due = clock.instant().atOffset(ZoneOffset.UTC).plusDays(5);
        var link = new FormLink(
                UUID.randomUUID(),
                "Activity_Fuzz",
                task,
                "02M999",
                "employers",
                1,
                null,
                null,
                due,
                due.plusDays(5),
                false,
                null,
                null,
                null);
        links.issue(link);
        return link;
    }

    /** Mostly JSON with odd answers to the form's own questions, sometimes something else altogether. */
    private String body(JsonNode form, FormLink link, Random random) throws JsonProcessingException {
        var answers = new StringBuilder("{");
        StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(field -> field.has("key") && random.nextInt(5) > 0)
                .forEach(field -> answers.append(answers.length() > 1 ? "," : "")
                        .append('"')
                        .append(field.path("key").asText())
                        .append("\":")
                        .append(random.nextInt(3) == 0 ? odd(random) : likely(field, random)));
        if (random.nextInt(4) == 0) {
            answers.append(answers.length() > 1 ? "," : "")
                    .append("\"nobodyAsked\":")
                    .append(odd(random));
        }
        answers.append('}');
        var whole = "{\"nonce\":\"%s\",\"answers\":%s}".formatted(tokens.nonce(link.id()), answers);
        return switch (random.nextInt(12)) {
            case 0 -> whole.substring(0, random.nextInt(whole.length()));
            case 1 -> whole.replace("\"answers\":{", "\"answers\":[{") + "]";
            case 2 -> "{\"nonce\":\"00\",\"answers\":" + answers + "}";
            case 3 -> odd(random);
            case 4 -> whole.replace("{\"nonce\"", "{\"deep\":" + "[".repeat(5000) + "]".repeat(5000) + ",\"nonce\"");
            default -> whole;
        };
    }

    private static String odd(Random random) {
        return random.nextInt(20) == 0 ? "\"" + "x".repeat(100_000) + "\"" : ODD.get(random.nextInt(ODD.size()));
    }

    private static String likely(JsonNode field, Random random) {
        var options = field.path("values");
        return switch (field.path("type").asText()) {
            case "checkbox" -> "true";
            case "number" -> String.valueOf(random.nextInt(50));
            case "checklist", "taglist" -> "[]";
            case "radio", "select" ->
                options.isEmpty()
                        ? "\"1\""
                        : options.get(random.nextInt(options.size()))
                                .path("value")
                                .toString();
            default -> field.at("/validate/pattern").asText().startsWith("^20") ? "\"2027-03-01\"" : "\"Some words.\"";
        };
    }

    private ResponseEntity<String> send(FormLink link, String body) {
        database.sql("delete from interviews.request_count").update();
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        return http.postForEntity("/forms/" + tokens.token(link.id()), new HttpEntity<>(body, headers), String.class);
    }

    private String sentence(ResponseEntity<String> answer) throws JsonProcessingException {
        return json.readTree(String.valueOf(answer.getBody())) instanceof ObjectNode reply
                ? reply.path("message").asText()
                : "";
    }

    private static String shortened(String body) {
        return body.length() < 2000 ? body : body.substring(0, 2000) + "…";
    }
}
