package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.ApplicationTest;

@ApplicationTest
@DisplayName("The shipped models")
class DefinitionDeploymentTests {

    private static final String KEY = "seed-test";
    private static final String FILE = "processes/seed-test.bpmn";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identities;

    @Autowired
    private DefinitionChoices choices;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path release;

    @AfterEach
    void cleanUp() {
        repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .distinct()
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("definition-update")
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test over"));
        database.sql("delete from definition_choice").update();
    }

    @Test
    void areDeployedOnce() throws IOException {
        start("shipped");
        start("shipped");

        assertThat(versions()).containsExactly("shipped");
    }

    @Test
    void areReplacedByTheNextRelease() throws IOException {
        start("shipped");
        start("shipped later");

        assertThat(versions()).containsExactly("shipped", "shipped later");
    }

    @Test
    void neverReplaceWhatAnAdministratorDeployed() throws IOException {
        start("shipped");
        deployAsAdministrator("changed by us");

        start("shipped");
        assertThat(openQuestions()).isZero();

        start("shipped later");
        start("shipped later");
        assertThat(versions()).containsExactly("shipped", "changed by us");
        assertThat(openQuestions()).isOne();
    }

    @Test
    void replaceItWhenTheAdministratorChoosesSo() throws IOException {
        start("shipped");
        deployAsAdministrator("changed by us");
        start("shipped later");

        choose("KEEP");
        assertThat(versions()).containsExactly("shipped", "changed by us");
        assertThat(choice()).isEqualTo("KEEP");
        start("shipped later");
        assertThat(openQuestions()).isZero();

        start("shipped much later");
        choose("REPLACE");
        deployment().deployShipped(FILE);
        assertThat(versions()).containsExactly("shipped", "changed by us", "shipped much later");
    }

    private void start(String name) throws IOException {
        var file = release.resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, model(name));
        deployment().deploy();
    }

    private DefinitionDeployment deployment() {
        return new DefinitionDeployment(
                new DefinitionSettings(release.toUri().toString(), List.of("processes/**/*.bpmn")),
                new PathMatchingResourcePatternResolver(),
                repository,
                choices,
                database);
    }

    /** Under another file name, as Camunda Modeler would. */
    private void deployAsAdministrator(String name) {
        repository
                .createDeployment()
                .name("from the Modeler")
                .addString("my copy.bpmn", model(name))
                .deploy();
    }

    private void choose(String choice) {
        var task = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_ChooseVersion")
                .singleResult();
        identities.setAuthentication("district", List.of(Groups.DISTRICT_ADMINISTRATORS));
        try {
            tasks.complete(task.getId(), withVariables("choice", choice));
        } finally {
            identities.clearAuthentication();
        }
        // The shipped file of this test is not on the class path: its deployment is asked for by hand.
        management
                .createJobQuery()
                .processDefinitionKey("definition-update")
                .list()
                .forEach(job -> runtime.deleteProcessInstance(job.getProcessInstanceId(), "by hand"));
    }

    private String choice() {
        return database.sql("select choice from definition_choice")
                .query(String.class)
                .single();
    }

    private long openQuestions() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("definition-update")
                .count();
    }

    private List<String> versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getName)
                .toList();
    }

    private static String model(String name) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://wbl.org/interviews">
                  <bpmn:process id="%s" name="%s" isExecutable="true"><bpmn:startEvent id="Event_Start" /></bpmn:process>
                </bpmn:definitions>
                """.formatted(KEY, name);
    }
}
