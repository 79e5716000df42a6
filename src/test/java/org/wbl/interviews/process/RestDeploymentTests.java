package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.wbl.interviews.ApplicationTest;

/** Deploys as Camunda Modeler does: multipart, over REST, with the login of a modeler. */
@ApplicationTest
@DisplayName("A model that a modeler deploys over REST")
class RestDeploymentTests {

    private static final String USER = "changesmodels";
    private static final String PASSWORD = "Bridges-over-4-rivers";
    private static final String DEPLOYMENT = "from the Modeler";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @BeforeEach
    void aModeler() {
        var user = identities.newUser(USER);
        user.setFirstName("Changes");
        user.setLastName("Models");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        identities.createMembership(USER, Groups.MODELERS);
    }

    @AfterEach
    void cleanUp() {
        repository
                .createDeploymentQuery()
                .deploymentName(DEPLOYMENT)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        identities.deleteUser(USER);
    }

    @Test
    void runsAtOnce() throws IOException {
        var changed = Files.readString(Path.of("processes/before/activity-approval.bpmn"))
                .replace("name=\"Approve the activity\"", "name=\"Approve the trip\"");

        var answer = deploy("my copy.bpmn", changed);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        var instance = runtime.createProcessInstanceByKey("activity-approval")
                .setVariables(Map.of("school", "02M998", "interviewAt", "2027-03-10T10:00:00-05:00"))
                .startBeforeActivity("Activity_ApproveActivity")
                .execute();
        var task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        assertThat(task.getName()).isEqualTo("Approve the trip");
    }

    @Test
    void isRefusedWithASentenceWhenItCannotRun() throws IOException {
        var broken = Files.readString(Path.of("processes/after/employer-feedback.bpmn"))
                .replace("camunda:candidateGroups=\"employers\"", "");

        var answer = deploy("my copy.bpmn", broken);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(String.valueOf(answer.getBody()))
                .contains("must have exactly one of the candidate groups employers, guardians or students");
        assertThat(repository.createDeploymentQuery().deploymentName(DEPLOYMENT).count())
                .isZero();
    }

    @Test
    void isRefusedWithASentenceWhenAFormCouldNotBeChecked() throws IOException {
        var uncheckable = Files.readString(Path.of("forms/employer/answer-invitation.form"))
                .replace("=answer != \\\"ACCEPTED\\\"", "=today() > date(answer)");

        var answer = deploy("my copy.form", uncheckable);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(String.valueOf(answer.getBody())).contains("uses 'today', which the server cannot compute");
        assertThat(repository.createDeploymentQuery().deploymentName(DEPLOYMENT).count())
                .isZero();
    }

    private ResponseEntity<JsonNode> deploy(String fileName, String model) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", DEPLOYMENT);
        parts.add("enable-duplicate-filtering", "true");
        parts.add("deploy-changed-only", "true");
        parts.add("data", new ByteArrayResource(model.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        var request = RequestEntity.post("/engine-rest/deployment/create")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts);
        return http.withBasicAuth(USER, PASSWORD).exchange(request, JsonNode.class);
    }
}
