package org.wbl.interviews.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the engine's clock on, so that the weeks of an interview pass in minutes.
 *
 * <p>How far the clock is ahead of the real time is kept in the database: the next start goes on from there. The clock
 * never goes back, and a demo is one node.
 */
@Component
@Profile("demo")
public class DemoClock {

    private static final String AHEAD = "demo.clock.ahead.millis";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(50).toNanos();

    private final ManagementService management;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final JobExecutor jobs;
    private final Clock clock;
    private final Clock realClock = Clock.systemUTC();

    DemoClock(ProcessEngine engine, Clock clock) {
        this.management = engine.getManagementService();
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.clock = clock;
        ClockUtil.offset(Long.valueOf(management.getProperties().getOrDefault(AHEAD, "0")));
    }

    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    /** Returns the timers that are due next, earliest first. */
    public List<Timer> timers(int count) {
        return pending().listPage(0, count).stream().map(this::timer).toList();
    }

    /** Moves the time to just after the next timer; without one, nothing moves. Returns how many timers ran. */
    public synchronized int moveToNextTimer() {
        return nextDue().map(due -> moveTo(due.plusSeconds(1))).orElse(0);
    }

    /**
     * Moves the time on, stopping at every timer on the way, so that what a timer starts has its own time too. Returns
     * how many timers ran.
     */
    public synchronized int moveOn(Duration duration) {
        return moveTo(clock.instant().plus(duration));
    }

    private int moveTo(Instant target) {
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        var ran = 0L;
        for (var stop = nextStop(target, deadline); clock.instant().isBefore(stop); stop = nextStop(target, deadline)) {
            // A job that is under way would lose its lock, and run twice.
            awaitIdle(deadline);
            ran += pending().duedateLowerThan(Date.from(stop)).count();
            set(stop);
            awaitIdle(deadline);
        }
        return Math.toIntExact(ran);
    }

    private Instant nextStop(Instant target, long deadline) {
        return nextDue()
                .map(due -> due.plusSeconds(1))
                .filter(stop -> stop.isBefore(target) && System.nanoTime() < deadline)
                .orElse(target);
    }

    private void set(Instant moment) {
        var ahead = Duration.between(realClock.instant(), moment).toMillis();
        management.setProperty(AHEAD, Long.toString(ahead));
        ClockUtil.offset(ahead);
        jobs.jobWasAdded();
    }

    private void awaitIdle(long deadline) {
        while (jobs.isActive() && isBusy() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private boolean isBusy() {
        return management.createJobQuery().executable().active().count() > 0;
    }

    private Optional<Instant> nextDue() {
        return pending().listPage(0, 1).stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    private JobQuery pending() {
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc();
    }

    private Timer timer(Job job) {
        var due = job.getDuedate().toInstant().atZone(clock.getZone());
        var instance = instance(job);
        var definition = instance == null ? job.getProcessDefinitionId() : instance.getProcessDefinitionId();
        if (definition == null) {
            return new Timer(due, "A timer of the engine", "", null);
        }
        return new Timer(
                due,
                event(job, definition),
                repository.getProcessDefinition(definition).getName(),
                instance == null ? null : instance.getBusinessKey());
    }

    private @Nullable ProcessInstance instance(Job job) {
        if (job.getExecutionId() == null) {
            return null;
        }
        var execution =
                runtime.createExecutionQuery().executionId(job.getExecutionId()).singleResult();
        return execution == null
                ? null
                : runtime.createProcessInstanceQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .singleResult();
    }

    private String event(Job job, String definition) {
        if (job.getJobDefinitionId() == null) { // a reminder, which is a listener of its task
            var task = ((TimerEntity) job).getJobHandlerConfigurationRaw().split("\\$", 2)[0];
            return "Reminder: " + name(task, definition);
        }
        return name(
                management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId(),
                definition);
    }

    private String name(String activity, String definition) {
        FlowElement element = repository.getBpmnModelInstance(definition).getModelElementById(activity);
        return element.getName() == null ? activity : element.getName();
    }

    /**
     * A timer that waits.
     *
     * @param event what the model calls it
     * @param process name of the process it belongs to
     * @param businessKey of the running case; null before there is one
     */
    public record Timer(
            ZonedDateTime due,
            String event,
            String process,
            @Nullable String businessKey) {}
}
