package org.wbl.interviews.process;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stops the clocks of an interview, and starts them again: its processes, timers and tasks. Interviews are named by
 * their business keys; a class session is named together with its parts.
 */
@Component
public class Holding {

    private static final Set<String> ROOTS = Set.of(InterviewProcess.KEY, InterviewProcess.CLASS_SESSION_KEY);

    private final ObjectProvider<ProcessEngine> engine;
    private final Rescheduling rescheduling;

    Holding(ObjectProvider<ProcessEngine> engine, Rescheduling rescheduling) {
        this.engine = engine;
        this.rescheduling = rescheduling;
    }

    /**
     * Suspends the interview's process and all that it called; what runs beside it, such as a cancellation, goes on.
     */
    public void pause(List<String> interviews) {
        instances(interviews)
                .forEach(instance ->
                        engine.getObject().getRuntimeService().suspendProcessInstanceById(instance.getId()));
    }

    /**
     * Makes whatever does not count from the beginning of the interview later. Not in one transaction with
     * {@link #resume}: both change the same timers.
     *
     * @return the open tasks that are due at another time now, by id
     */
    public Map<String, Date> postpone(List<String> interviews, Duration by) {
        var due = new HashMap<String, Date>();
        instances(interviews).forEach(instance -> due.putAll(rescheduling.postpone(instance.getId(), by)));
        return due;
    }

    /** Lets the interview go on, once the transaction has ended. */
    public void resume(List<String> interviews) {
        instances(interviews)
                .forEach(instance ->
                        engine.getObject().getRuntimeService().activateProcessInstanceById(instance.getId()));
    }

    private List<ProcessInstance> instances(List<String> interviews) {
        var all = interviews.stream()
                .flatMap(interview -> engine
                        .getObject()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(interview)
                        .list()
                        .stream())
                .toList();
        var roots = all.stream()
                .filter(instance -> ROOTS.contains(instance.getProcessDefinitionKey()))
                .map(ProcessInstance::getId)
                .toList();
        return all.stream()
                .filter(instance -> roots.contains(instance.getRootProcessInstanceId()))
                .toList();
    }
}
