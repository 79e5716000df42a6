package org.wbl.interviews.process;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Moves a case in time: whatever its processes compute from the beginning of the interview is computed anew.
 *
 * <p>Timers and due dates that count on from now, such as reminders, stay.
 */
@Component
public class Rescheduling {

    private static final String INTERVIEW_AT = InterviewProcess.INTERVIEW_AT.name();

    private final ObjectProvider<ProcessEngine> engine;

    Rescheduling(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /**
     * Moves every running process with this business key; to be called by a worker.
     *
     * @param interviewAt ISO 8601 with offset
     * @return the open tasks that are due at another time now, by id
     */
    public Map<String, Date> move(String businessKey, String interviewAt) {
        var due = new HashMap<String, Date>();
        RuntimeService runtime = engine.getObject().getRuntimeService();
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()) {
            if (runtime.getVariable(instance.getId(), INTERVIEW_AT) != null) {
                runtime.setVariable(instance.getId(), INTERVIEW_AT, interviewAt);
                moveTimers(instance.getId());
                due.putAll(moveTasks(instance.getId()));
            }
        }
        return due;
    }

    /** Makes later whatever of a process does not count from the beginning of the interview. */
    Map<String, Date> postpone(String instance, Duration by) {
        ManagementService management = engine.getObject().getManagementService();
        management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .filter(timer -> !countsFromTheInterview(timer))
                .forEach(timer -> management.setJobDuedate(timer.getId(), later(timer.getDuedate(), by)));
        return dueAnew(
                instance,
                (task, expression) ->
                        expression.contains(INTERVIEW_AT) ? task.getDueDate() : later(task.getDueDate(), by));
    }

    private static Date later(Date date, Duration by) {
        return Date.from(date.toInstant().plus(by));
    }

    private void moveTimers(String instance) {
        ManagementService management = engine.getObject().getManagementService();
        management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .filter(this::countsFromTheInterview)
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    private boolean countsFromTheInterview(Job timer) {
        if (timer.getJobDefinitionId() == null) {
            return false;
        }
        var definition = engine.getObject()
                .getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return definition.getJobConfiguration() != null
                && definition.getJobConfiguration().contains(INTERVIEW_AT);
    }

    private Map<String, Date> moveTasks(String instance) {
        return dueAnew(
                instance,
                (task, expression) -> expression.contains(INTERVIEW_AT)
                        ? (Date) configuration()
                                .getExpressionManager()
                                .createExpression(expression)
                                .getValue(Context.getCommandContext()
                                        .getExecutionManager()
                                        .findExecutionById(task.getExecutionId()))
                        : task.getDueDate());
    }

    /**
     * Gives every open task of a process the due date that {@code due} makes of the task and the expression in its
     * model.
     */
    private Map<String, Date> dueAnew(String instance, BiFunction<Task, String, Date> due) {
        var moved = new HashMap<String, Date>();
        TaskService tasks = engine.getObject().getTaskService();
        for (var task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            var expression = dueDate(task);
            if (expression != null && task.getDueDate() != null) {
                var date = due.apply(task, expression);
                if (!date.toInstant().equals(task.getDueDate().toInstant())) {
                    task.setDueDate(date);
                    tasks.saveTask(task);
                    moved.put(task.getId(), date);
                }
            }
        }
        return moved;
    }

    private @Nullable String dueDate(Task task) {
        RepositoryService repository = engine.getObject().getRepositoryService();
        return repository
                                .getBpmnModelInstance(task.getProcessDefinitionId())
                                .getModelElementById(task.getTaskDefinitionKey())
                        instanceof UserTask drawn
                ? drawn.getCamundaDueDate()
                : null;
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    }
}
