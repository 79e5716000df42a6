package org.wbl.interviews.workers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.staff.Absences;

/**
 * Gives the tasks of coordinators and teachers to people.
 *
 * <p>While somebody is away, the deputy is the task's assignee, and whoever is away its owner: so it is known whose the
 * task is when the person comes back.
 */
@Component
class StaffTasks {

    /** Who is asked in them, or claims them to answer for somebody; never only named people of the school. */
    private static final List<String> AUDIENCES =
            List.of(Groups.COORDINATORS, Groups.TEACHERS, "employers", "guardians", "students");

    private final Absences absences;
    private final TaskService tasks;

    StaffTasks(Absences absences, TaskService tasks) {
        this.absences = absences;
        this.tasks = tasks;
    }

    /** Gives a new task to a member of staff, or to the deputy. */
    void give(DelegateTask task, String user) {
        var deputy = deputy(task.getTenantId(), user);
        deputy.ifPresent(present -> task.setOwner(user));
        task.setAssignee(deputy.orElse(user));
    }

    /** Gives an open task to a member of staff, or to the deputy. */
    void give(Task task, String user) {
        var deputy = deputy(task.getTenantId(), user);
        task.setOwner(deputy.isPresent() ? user : null);
        task.setAssignee(deputy.orElse(user));
        tasks.saveTask(task);
    }

    private Optional<String> deputy(String school, String user) {
        return absences.deputyOf(Objects.requireNonNull(school), user);
    }

    /** Returns the tasks of a school that are somebody's own, though a deputy may have them for now. */
    List<Task> of(String school, String user) {
        return own(ofStaff(school), user);
    }

    /** Returns the tasks of these interviews that are somebody's own, though a deputy may have them for now. */
    List<Task> of(String school, String user, List<String> interviews) {
        return interviews.isEmpty()
                ? List.of()
                : own(ofStaff(school).processInstanceBusinessKeyIn(interviews.toArray(String[]::new)), user);
    }

    /** Tasks that somebody only has as a deputy are not their own. */
    private static List<Task> own(TaskQuery query, String user) {
        return query.or().taskAssignee(user).taskOwner(user).endOr().list().stream()
                .filter(task -> task.getOwner() == null || task.getOwner().equals(user))
                .toList();
    }

    /** Returns the tasks that a deputy has, or left to nobody, for somebody who is away. */
    List<Task> lentTo(String deputy, String school, String absent) {
        return ofStaff(school).taskOwner(absent).list().stream()
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(deputy))
                .toList();
    }

    private TaskQuery ofStaff(String school) {
        return tasks.createTaskQuery()
                .tenantIdIn(school)
                .taskCandidateGroupIn(AUDIENCES)
                .includeAssignedTasks()
                .orderByTaskCreateTime()
                .asc();
    }
}
