package org.wbl.interviews.process;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.wbl.interviews.process.Groups.ADMINISTRATORS;
import static org.wbl.interviews.process.Groups.COORDINATORS;
import static org.wbl.interviews.process.Groups.DISTRICT_ADMINISTRATORS;
import static org.wbl.interviews.process.Groups.LEADERSHIP;
import static org.wbl.interviews.process.Groups.MODELERS;
import static org.wbl.interviews.process.Groups.SAFEGUARDING;
import static org.wbl.interviews.process.Groups.TEACHERS;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each group of staff may do: grants on process definitions, never on single tasks.
 *
 * <p>Within a school a group sees every task of the definitions granted to it; what it may not see is therefore a
 * definition of its own, such as {@code activity-approval}. Schools are kept apart by the engine's tenant check.
 * Written at every start where missing, so that a new process gets its grants with the release that brings it; a grant
 * that an administrator adds stays.
 */
@Component
class Grants {

    private static final Permission[] WORK = {READ, READ_INSTANCE, READ_TASK, TASK_WORK, TASK_ASSIGN};

    private static final List<String> STAFF = List.of(COORDINATORS, TEACHERS, ADMINISTRATORS, LEADERSHIP);

    /** Process definition key to the groups that work on its tasks. */
    private static final Map<String, List<String>> WORKERS_OF_PROCESS = Map.ofEntries(
            Map.entry("informational-interview", List.of(COORDINATORS)),
            Map.entry("interview-preparation", List.of(COORDINATORS)),
            Map.entry("learning-objectives", List.of(COORDINATORS, TEACHERS)),
            Map.entry("employer-matching", List.of(COORDINATORS)),
            Map.entry("employer-invitation", List.of(COORDINATORS)),
            Map.entry("interview-arrangements", List.of(COORDINATORS)),
            Map.entry("employer-preparation", List.of(COORDINATORS)),
            Map.entry("go-decision", List.of(COORDINATORS)),
            Map.entry("interview-change", List.of(COORDINATORS)),
            Map.entry("interview-hold", List.of(COORDINATORS)),
            Map.entry("interview-closure", List.of(COORDINATORS)),
            Map.entry("answer-correction", List.of(COORDINATORS)),
            Map.entry("wrong-person", List.of(COORDINATORS)),
            Map.entry("employer-stop", List.of(COORDINATORS)),
            Map.entry("change-request", List.of(COORDINATORS)),
            Map.entry("class-interviews", List.of(COORDINATORS)),
            Map.entry("class-session", List.of(COORDINATORS)),
            Map.entry("session-preparation", List.of(COORDINATORS)),
            Map.entry("session-conduct", List.of(COORDINATORS, TEACHERS)),
            Map.entry("class-participation", List.of(COORDINATORS)),
            Map.entry("recording-replacement", List.of(COORDINATORS)),
            Map.entry("workplace-visit", List.of(COORDINATORS)),
            Map.entry("guardian-consent", List.of(COORDINATORS)),
            Map.entry("activity-approval", List.of(ADMINISTRATORS)),
            Map.entry("student-preparation", List.of(COORDINATORS, TEACHERS)),
            Map.entry("interview-conduct", List.of(COORDINATORS)),
            Map.entry("interview-follow-up", List.of(COORDINATORS)),
            Map.entry("thank-you", List.of(COORDINATORS, TEACHERS)),
            Map.entry("employer-feedback", List.of(COORDINATORS)),
            Map.entry("feedback-review", List.of(COORDINATORS)),
            Map.entry("employer-thanks", List.of(COORDINATORS)),
            Map.entry("employer-concern", List.of(COORDINATORS, ADMINISTRATORS)),
            Map.entry("employer-absence", List.of(COORDINATORS)),
            Map.entry("student-reflection", List.of(COORDINATORS, TEACHERS)),
            Map.entry("teacher-review", List.of(COORDINATORS, TEACHERS)),
            Map.entry("next-step", List.of(COORDINATORS)),
            Map.entry("employer-check-in", List.of(COORDINATORS)),
            Map.entry("leadership-report", List.of(LEADERSHIP)),
            Map.entry("safety-concern", List.of(SAFEGUARDING)),
            Map.entry("coordinator-handover", List.of(COORDINATORS, ADMINISTRATORS)),
            Map.entry("staff-absence", List.of(ADMINISTRATORS)),
            Map.entry("rating-dispute", List.of(ADMINISTRATORS)),
            Map.entry("translation-review", List.of(ADMINISTRATORS, COORDINATORS)),
            Map.entry("caseload-alert", List.of(ADMINISTRATORS)),
            Map.entry("refused-address", List.of(COORDINATORS)),
            Map.entry("impact-letter", List.of(COORDINATORS)));

    private static final Map<String, List<String>> STARTERS_OF_PROCESS = Map.ofEntries(
            Map.entry("informational-interview", List.of(COORDINATORS, TEACHERS)),
            Map.entry("interview-change", List.of(COORDINATORS)),
            Map.entry("interview-cancellation", List.of(COORDINATORS, SAFEGUARDING)),
            Map.entry("address-correction", List.of(COORDINATORS)),
            Map.entry("interview-hold", List.of(COORDINATORS, ADMINISTRATORS)),
            Map.entry("school-closure", List.of(COORDINATORS, ADMINISTRATORS)),
            Map.entry("class-list", List.of(COORDINATORS, TEACHERS)),
            Map.entry("class-interviews", List.of(COORDINATORS)),
            Map.entry("class-session", List.of(COORDINATORS)),
            Map.entry("recording-registration", List.of(COORDINATORS)),
            Map.entry("recording-withdrawal", List.of(COORDINATORS)),
            Map.entry("leadership-report", List.of(LEADERSHIP, ADMINISTRATORS, COORDINATORS)),
            Map.entry("report-safety-concern", STAFF),
            Map.entry("coordinator-handover", List.of(ADMINISTRATORS)),
            Map.entry("staff-absence", List.of(ADMINISTRATORS)),
            Map.entry("rating-dispute", List.of(COORDINATORS, TEACHERS, ADMINISTRATORS)));

    private final AuthorizationService authorizations;
    private final IdentityService identities;

    Grants(AuthorizationService authorizations, IdentityService identities) {
        this.authorizations = authorizations;
        this.identities = identities;
    }

    /** Creates the groups and their grants where they are missing. */
    void write() {
        createGroup(COORDINATORS, "Coordinators", "WORKFLOW");
        createGroup(TEACHERS, "Teachers", "WORKFLOW");
        createGroup(ADMINISTRATORS, "School administrators", "WORKFLOW");
        createGroup(LEADERSHIP, "Leadership", "WORKFLOW");
        createGroup(SAFEGUARDING, "Safeguarding", "WORKFLOW");
        createGroup(MODELERS, "Modelers", "WORKFLOW");
        createGroup(DISTRICT_ADMINISTRATORS, "District administrators", "SYSTEM");

        for (var resource : Resources.values()) {
            grant(DISTRICT_ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL);
        }
        for (var group : STAFF) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        }
        WORKERS_OF_PROCESS.forEach((process, groups) ->
                groups.forEach(group -> grant(group, Resources.PROCESS_DEFINITION, process, WORK)));
        STARTERS_OF_PROCESS.forEach((process, groups) -> groups.forEach(group -> {
            grant(group, Resources.PROCESS_DEFINITION, process, READ, CREATE_INSTANCE);
            grant(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        }));
        grant(MODELERS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.CREATE, Permissions.READ);
        grant(MODELERS, Resources.PROCESS_DEFINITION, Authorization.ANY, READ);
        grant(MODELERS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
    }

    private void createGroup(String id, String name, String type) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            var group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        var grant = existing != null ? existing : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        var missing = false;
        for (var permission : permissions) {
            missing |= existing == null || !existing.isPermissionGranted(permission);
            grant.addPermission(permission);
        }
        if (missing) {
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            authorizations.saveAuthorization(grant);
        }
    }
}
