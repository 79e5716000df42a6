package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;

/**
 * The engine checks neither rights nor school of a single comment or attachment, so nobody gets as far as the engine.
 */
@ApplicationTest
@DisplayName("A comment or an attachment")
class CommentsAndAttachmentsTests {

    private static final String KEY = "task-with-attachment";
    private static final String SECRET = "what nobody else may read";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TestRestTemplate http;

    private String deployment = "";
    private String task = "";
    private String attachment = "";
    private String comment = "";
    private String instance = "";

    @BeforeEach
    void attach() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey(KEY).getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        attachment = tasks.createAttachment(
                        "text/plain",
                        task,
                        instance,
                        "a.txt",
                        "",
                        new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.UTF_8)))
                .getId();
        comment = tasks.createComment(task, instance, SECRET).getId();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /task/{task}/attachment",
        "GET, /task/{task}/attachment/{attachment}",
        "GET, /task/{task}/attachment/{attachment}/data",
        "DELETE, /task/{task}/attachment/{attachment}",
        "GET, /task/{task}/comment",
        "GET, /task/{task}/comment/{comment}",
        "DELETE, /task/{task}/comment/{comment}",
        "PUT, /task/{task}/comment",
        "DELETE, /task/{task}/comment",
        "GET, /process-instance/{instance}/comment",
        "DELETE, /process-instance/{instance}/comment/{comment}",
        "DELETE, /process-instance/{instance}/comment",
    })
    void isOutOfReachAtBothMounts(String method, String path) {
        var address = path.replace("{task}", task)
                .replace("{attachment}", attachment)
                .replace("{comment}", comment)
                .replace("{instance}", instance);
        var verb = HttpMethod.valueOf(method);
        var atTheDesk = Browser.of(http, "district", ApplicationTest.ADMINISTRATOR_PASSWORD)
                .send(verb, Browser.WEB + address, MediaType.APPLICATION_JSON, "");
        var overRest = http.withBasicAuth("district", ApplicationTest.ADMINISTRATOR_PASSWORD)
                .exchange(
                        RequestEntity.method(verb, URI.create("/engine-rest" + address))
                                .build(),
                        String.class);

        assertThat(List.of(atTheDesk, overRest)).allSatisfy(answer -> {
            assertThat(answer.getStatusCode().value()).isEqualTo(403);
            assertThat(answer.getBody()).doesNotContain(SECRET);
        });
        assertThat(tasks.getTaskAttachments(task)).hasSize(1);
        assertThat(tasks.getTaskComments(task)).hasSize(1);
    }
}
