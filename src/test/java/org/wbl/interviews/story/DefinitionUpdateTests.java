package org.wbl.interviews.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.DefinitionChoices;
import org.wbl.interviews.process.Groups;

@StoryOf("definition-update")
@DisplayName("A newer version of a file that an administrator changed")
class DefinitionUpdateTests {

    @Autowired
    private Cast cast;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private static final String FORM = "forms/leadership/read-report.form";

    private Set<String> deployments = Set.of();

    @BeforeEach
    void changedByAnAdministrator() throws IOException {
        deployments = deployments();
        repository
                .createDeployment()
                .name("from the Modeler")
                .addString(FORM, Files.readString(Path.of(FORM)).replace("Comment", "Your comment"))
                .deploy();
    }

    @AfterEach
    void cleanUp() {
        var ofThisStory = deployments();
        ofThisStory.removeAll(deployments);
        ofThisStory.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void waitsUntilAnAdministratorKeepsTheChangedOne() throws IOException {
        var update = shipped();
        assertThat(update).isWaitingAt("Activity_ChooseVersion");

        choose("KEEP");

        assertThat(update).isEnded().hasPassed("Event_VersionKept");
        assertThat(inUse()).isNotEqualTo(Files.readString(Path.of(FORM)));
    }

    @Test
    void isPutInPlaceWhenAnAdministratorChoosesSo() throws IOException {
        var update = shipped();

        choose("REPLACE");

        assertThat(update).isEnded().hasPassed("Activity_DeployShipped", "Event_ShippedVersionInUse");
        assertThat(inUse()).isEqualTo(Files.readString(Path.of(FORM)));
    }

    private ProcessInstance shipped() {
        return runtime.startProcessInstanceByKey(
                "definition-update",
                FORM,
                Map.ofEntries(DefinitionChoices.RESOURCE.to(FORM), DefinitionChoices.SHA256.to("of the shipped one")));
    }

    private void choose(String choice) {
        cast.staff("district", Groups.DISTRICT_ADMINISTRATORS, "Activity_ChooseVersion", Map.of("choice", choice));
    }

    private String inUse() throws IOException {
        var newest = repository.createDeploymentQuery().list().stream()
                .filter(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .contains(FORM))
                .filter(deployment -> !deployments.contains(deployment.getId()))
                .toList();
        var last = newest.stream()
                .filter(deployment -> "shipped".equals(deployment.getSource()))
                .findFirst()
                .orElse(newest.get(0));
        try (var content = repository.getResourceAsStream(last.getId(), FORM)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private Set<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(toSet());
    }
}
