package org.wbl.interviews.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts and ends the time in which an employer wants no invitations. */
@Component
public class EmployerBreaks {

    private final RuntimeService runtime;
    private final Clock clock;

    EmployerBreaks(RuntimeService runtime, Clock clock) {
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Begins a break that lasts until the morning of a day; it takes the place of one that goes on. */
    public void begin(String school, long employer, LocalDate until) {
        end(employer);
        runtime.startProcessInstanceByKey(
                InterviewProcess.EMPLOYER_BREAK_KEY,
                Variables.createVariables()
                        .putValueTyped(SchoolOfCase.SCHOOL.name(), Variables.stringValue(school, true))
                        .putValue(InterviewProcess.EMPLOYER_ID.name(), employer)
                        .putValue(
                                InterviewProcess.BREAK_ENDS.name(),
                                Date.from(until.atStartOfDay(clock.getZone()).toInstant())));
    }

    /** Ends the break that goes on, if there is one. */
    public void end(long employer) {
        runtime.createExecutionQuery()
                .processDefinitionKey(InterviewProcess.EMPLOYER_BREAK_KEY)
                .processVariableValueEquals(InterviewProcess.EMPLOYER_ID.name(), employer)
                .messageEventSubscriptionName(InterviewProcess.BREAK_ENDED_MESSAGE)
                .list()
                .forEach(
                        waiting -> runtime.messageEventReceived(InterviewProcess.BREAK_ENDED_MESSAGE, waiting.getId()));
    }
}
