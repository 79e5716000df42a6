package org.wbl.interviews.workers;

import static java.time.ZoneOffset.UTC;
import static org.wbl.interviews.process.InterviewProcess.CHANGE_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.interview.Changes;
import org.wbl.interviews.interview.Holds;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Holding;
import org.wbl.interviews.process.Rescheduling;

/**
 * Makes the deadlines of an interview that waits as much later as it has waited; those that count from its beginning
 * stay, or fit the new time that it is to have. So nothing is overdue when its clocks start again but what was before.
 *
 * <p>Reads {@code interviewId} and {@code changeId}; sets {@code interviewAt} in the processes of the interview.
 */
@Component
class PostponeDeadlines implements JavaDelegate {

    private final Interviews interviews;
    private final Holds holds;
    private final Holding holding;
    private final Rescheduling rescheduling;
    private final Changes changes;
    private final FormLinks links;
    private final Clock clock;

    PostponeDeadlines(
            Interviews interviews,
            Holds holds,
            Holding holding,
            Rescheduling rescheduling,
            Changes changes,
            FormLinks links,
            Clock clock) {
        this.interviews = interviews;
        this.holds = holds;
        this.holding = holding;
        this.rescheduling = rescheduling;
        this.changes = changes;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var interview = INTERVIEW_ID.get(execution);
        holds.of(interview).ifPresent(hold -> {
            var due = holding.postpone(
                    interviews.withParts(interview),
                    Duration.between(hold.begunAt(), clock.instant().atOffset(UTC)));
            CHANGE_ID
                    .find(execution)
                    .map(changes::get)
                    .map(Changes.Change::startsAt)
                    .map(startsAt -> startsAt.atZoneSameInstant(clock.getZone()).toOffsetDateTime())
                    .ifPresent(startsAt -> interviews
                            .withParts(interview)
                            .forEach(part -> due.putAll(rescheduling.move(part, startsAt.toString()))));
            due.forEach((task, date) -> links.move(task, date.toInstant().atOffset(UTC)));
        });
    }
}
