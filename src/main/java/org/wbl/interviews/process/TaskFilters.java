package org.wbl.interviews.process;

import static org.wbl.interviews.process.Groups.ADMINISTRATORS;
import static org.wbl.interviews.process.Groups.COORDINATORS;
import static org.wbl.interviews.process.Groups.LEADERSHIP;
import static org.wbl.interviews.process.Groups.TEACHERS;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The shared task filters of Tasklist, created where missing; an administrator may change them. The tasks of an
 * interview on hold are in none.
 *
 * <p>The engine shows everybody the tasks of their own school only, whatever a filter asks for.
 */
@Component
class TaskFilters {

    private static final List<String> STAFF = List.of(COORDINATORS, TEACHERS, ADMINISTRATORS, LEADERSHIP);
    private static final List<String> OUTSIDERS = List.of("employers", "guardians", "students");

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** Creates the filters that are missing, and lets the groups of staff see them. */
    void write() {
        create(
                1,
                "My tasks",
                "What waits for you",
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                STAFF);
        create(2, "My school's tasks", "All that is open and that you may see", tasks.createTaskQuery(), STAFF);
        create(
                3,
                "Waiting for others",
                "What employers, families and students are asked; enter here what they say on the phone or on paper",
                tasks.createTaskQuery().taskCandidateGroupIn(OUTSIDERS).includeAssignedTasks(),
                List.of(COORDINATORS));
        create(4, "Overdue", "Whoever is late", tasks.createTaskQuery().dueBeforeExpression("${now()}"), STAFF);
        create(
                5,
                "This week's interviews",
                "Interviews of the coming seven days, to record how they went",
                tasks.createTaskQuery()
                        .taskDefinitionKey("Activity_RecordOutcome")
                        .dueBeforeExpression("${dateTime().plusDays(7)}"),
                List.of(COORDINATORS));
    }

    private void create(int place, String name, String description, TaskQuery query, List<String> groups) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        var filter = filters.newTaskFilter(name)
                .setQuery(query.active().orderByDueDate().asc())
                .setProperties(Map.of(
                        "description",
                        description,
                        "priority",
                        place,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        List.of(Map.of("name", TaskSubjects.ABOUT, "label", "About"))));
        filters.saveFilter(filter);
        for (var group : groups) {
            var reading = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            reading.setGroupId(group);
            reading.setResource(Resources.FILTER);
            reading.setResourceId(filter.getId());
            reading.addPermission(Permissions.READ);
            authorizations.saveAuthorization(reading);
        }
    }
}
