package org.wbl.interviews.story;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.ManagementService;

/** Processes that begin by a timer. */
final class Timers {

    private Timers() {}

    /** When the process begins next, local time without seconds. */
    static LocalDateTime due(ManagementService management, String process) {
        var timer = management
                .createJobQuery()
                .processDefinitionKey(process)
                .timers()
                .singleResult();
        return LocalDateTime.ofInstant(timer.getDuedate().toInstant(), ZoneId.of("America/New_York"));
    }

    /** Lets the timer fire now, and does what the process does first. */
    static void fire(ManagementService management, String process) {
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey(process)
                .timers()
                .singleResult()
                .getId());
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey(process)
                .messages()
                .singleResult()
                .getId());
    }
}
