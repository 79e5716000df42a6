package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.wbl.interviews.ApplicationTest;

@ApplicationTest
@DisplayName("An expression in a model")
class ModelExpressionsTests {

    private static final String KEY = "expression-under-test";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void undeploy() {
        repository
                .createDeploymentQuery()
                .deploymentName(KEY)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${environment}",
                "${environment.getProperty('user.home')}",
                "${dataSource}",
                "${systemProperties}",
                "${staffAccounts}",
                "${''.getClass()}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${calendar.getClass()}",
                "${calendar.class}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.setVariable('approved', true)}",
                "${recordRequest.getClass()}",
                "${applicationContext}",
            })
    void reachesNothingButWorkersAndTheCalendar(String expression) {
        deploy(expression);

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY)).isInstanceOf(ProcessEngineException.class);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    @Test
    void neverEvaluatesWhatAVariableHolds() {
        deploy("${answer}");

        runtime.startProcessInstanceByKey(KEY, Map.of("answer", "${1 + 1} #{''.getClass()}"));

        assertThat(tasks.createTaskQuery()
                        .processDefinitionKey(KEY)
                        .singleResult()
                        .getName())
                .isEqualTo("${1 + 1} #{''.getClass()}");
    }

    @Test
    void findsWorkersAndTheCalendarByName() {
        var beans = new ModelBeans(context);

        assertThat(beans.names())
                .contains("recordRequest", "sendMail", "calendar")
                .allMatch(beans::containsKey)
                .extracting(beans::get)
                .allSatisfy(bean -> assertThat(bean)
                        .isInstanceOfAny(
                                JavaDelegate.class,
                                ExecutionListener.class,
                                TaskListener.class,
                                ProcessCalendar.class));
        assertThat(List.of("environment", "dataSource", "identityService", "staffAccounts"))
                .noneMatch(beans::containsKey);
    }

    private void deploy(String nameOfTask) {
        var model = Bpmn.createExecutableProcess(KEY)
                .startEvent()
                .userTask()
                .name(nameOfTask)
                .endEvent()
                .done();
        repository
                .createDeployment()
                .name(KEY)
                .addModelInstance(KEY + ".bpmn", model)
                .deploy();
    }
}
