package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.ApplicationTest;

@ApplicationTest
@DisplayName("A member of staff")
class GrantsTests {

    private static final String SCHOOL = "01M111";

    /** Everything a school's group may do to a definition; each of them is checked against the school as well. */
    private static final Set<ProcessDefinitionPermissions> OF_SCHOOLS = Set.of(
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.TASK_WORK,
            ProcessDefinitionPermissions.TASK_ASSIGN,
            ProcessDefinitionPermissions.CREATE_INSTANCE);

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private StaffAccounts accounts;

    @AfterEach
    void leave() {
        identities.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinators", "teachers", "administrators", "leadership", "safeguarding"})
    void holdsNoRightOnADefinitionThatReachesOtherSchools(String group) {
        var grants = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.PROCESS_DEFINITION)
                .list();

        assertThat(grants).isNotEmpty().allSatisfy(grant -> {
            assertThat(grant.getResourceId()).isNotEqualTo(Authorization.ANY);
            assertThat(Arrays.stream(ProcessDefinitionPermissions.values())
                            .filter(permission -> permission != ProcessDefinitionPermissions.NONE)
                            .filter(grant::isPermissionGranted))
                    .isSubsetOf(OF_SCHOOLS);
        });
    }

    @Test
    void isGrantedNothingPerTask() {
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .list())
                .allSatisfy(grant -> assertThat(grant.getResourceId()).isEqualTo(Authorization.ANY))
                .allSatisfy(grant -> assertThat(grant.getGroupId()).isEqualTo(Groups.DISTRICT_ADMINISTRATORS));
    }

    @Test
    void stopsNoDefinitionOfEverySchool() {
        identities.setAuthentication("somebody", List.of(Groups.COORDINATORS), List.of(SCHOOL));

        assertThatThrownBy(() -> repository.suspendProcessDefinitionByKey(InterviewProcess.KEY))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> repository.updateProcessDefinitionHistoryTimeToLive(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(InterviewProcess.KEY)
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        1))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void readsTheirOwnAccountAndChangesNothingOfIt() {
        accounts.addSchool(SCHOOL, "A school");
        accounts.add(
                new StaffAccounts.Account(
                        "ownaccount", "Own", "Account", "own@schools.example", Groups.TEACHERS, List.of(SCHOOL)),
                "a-password-of-one's-own");
        identities.setAuthentication("ownaccount", List.of(Groups.TEACHERS), List.of(SCHOOL));

        var own = identities.createUserQuery().userId("ownaccount").singleResult();
        own.setEmail("thief@elsewhere.example");

        assertThatThrownBy(() -> identities.saveUser(own)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> identities.deleteUser("ownaccount")).isInstanceOf(AuthorizationException.class);
        assertThat(authorizations.isUserAuthorized(
                        "ownaccount", List.of(), Permissions.READ, Resources.USER, "ownaccount"))
                .isTrue();
    }
}
