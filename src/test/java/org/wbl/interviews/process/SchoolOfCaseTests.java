package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.ApplicationTest;

@ApplicationTest
@DisplayName("A case")
class SchoolOfCaseTests {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identities;

    @AfterEach
    void leave() {
        identities.clearAuthentication();
    }

    @Test
    void belongsToTheSchoolOfWhoStartsItWhateverTheyName() {
        signIn(Groups.COORDINATORS, "01M001");

        assertThat(schoolOfCase(Map.of())).isEqualTo("01M001");
        assertThat(schoolOfCase(Map.of("school", "01M002"))).isEqualTo("01M001");
    }

    @Test
    void belongsToTheOneOfSeveralSchoolsThatTheirPersonNames() {
        signIn(Groups.LEADERSHIP, "01M001", "01M002");

        assertThat(schoolOfCase(Map.of("school", "01M002"))).isEqualTo("01M002");
    }

    @Test
    void isNeverOpenedForEverySchoolByWhoWorksForSeveralOrNone() {
        signIn(Groups.LEADERSHIP, "01M001", "01M002");
        assertThatThrownBy(() -> schoolOfCase(Map.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> schoolOfCase(Map.of("school", "01M003"))).isInstanceOf(Refusal.class);

        signIn(Groups.LEADERSHIP);
        assertThatThrownBy(() -> schoolOfCase(Map.of())).isInstanceOf(Refusal.class);
    }

    @Test
    void thatIsAReportMayBeAboutAllSchoolsOfWhoNamesNone() {
        signIn(Groups.LEADERSHIP, "01M001", "01M002");
        assertThat(schoolOf(ReportProcess.KEY, Map.of())).isNull();
        assertThat(schoolOf(ReportProcess.KEY, Map.of("school", "01M002"))).isEqualTo("01M002");
        assertThatThrownBy(() -> schoolOf(ReportProcess.KEY, Map.of("school", "01M003")))
                .isInstanceOf(Refusal.class);

        signIn(Groups.LEADERSHIP);
        assertThatThrownBy(() -> schoolOf(ReportProcess.KEY, Map.of())).isInstanceOf(Refusal.class);
    }

    @Test
    void ofTheDistrictIsOpenedByItsAdministrators() {
        signIn(Groups.DISTRICT_ADMINISTRATORS);

        assertThat(schoolOfCase(Map.of())).isNull();
        assertThat(schoolOfCase(Map.of("school", "01M001"))).isEqualTo("01M001");
    }

    @Test
    void belongsToTheSchoolOfTheCaseThatCallsIt() {
        var deployment = repository
                .createDeployment()
                .addModelInstance(
                        "called.bpmn",
                        Bpmn.createExecutableProcess("called")
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .addModelInstance(
                        "calling.bpmn",
                        Bpmn.createExecutableProcess("calling")
                                .startEvent()
                                .callActivity()
                                .calledElement("called")
                                .endEvent()
                                .done())
                .deploy();

        var calling = runtime.startProcessInstanceByKey("calling", Map.of("school", "01M001"));

        assertThat(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(calling.getId())
                        .singleResult()
                        .getTenantId())
                .isEqualTo("01M001");
        repository.deleteDeployment(deployment.getId(), true);
    }

    private @Nullable String schoolOfCase(Map<String, Object> variables) {
        return schoolOf("informational-interview", variables);
    }

    private @Nullable String schoolOf(String process, Map<String, Object> variables) {
        var definition = new ProcessDefinitionEntity();
        definition.setKey(process);
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command -> new SchoolOfCase()
                .provideTenantIdForProcessInstance(
                        new TenantIdProviderProcessInstanceContext(definition, Variables.fromMap(variables))));
    }

    private void signIn(String group, String... schools) {
        identities.setAuthentication("somebody", List.of(group), List.of(schools));
    }
}
