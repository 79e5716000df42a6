package org.wbl.interviews.workers;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static org.wbl.interviews.process.InterviewProcess.CHANGED_MESSAGE;
import static org.wbl.interviews.process.InterviewProcess.CHANGE_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.interview.Changes;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Rescheduling;
import org.wbl.interviews.school.SchoolCalendars;

/**
 * Changes the interview: its row, every timer and due date that counts from its beginning, and, by the message
 * "ArrangementsChanged", what was arranged for it. Moved or held in another way, it is expedited or not from now on.
 *
 * <p>Reads {@code interviewId} and {@code changeId}; sets {@code interviewAt} in the processes of the interview.
 * Repeated, or when the interview was closed meanwhile, it changes nothing.
 */
@Component
class ApplyChange implements JavaDelegate {

    private final Changes changes;
    private final Interviews interviews;
    private final SchoolCalendars schoolCalendars;
    private final Rescheduling rescheduling;
    private final FormLinks links;
    private final RuntimeService runtime;
    private final Clock clock;

    ApplyChange(
            Changes changes,
            Interviews interviews,
            SchoolCalendars schoolCalendars,
            Rescheduling rescheduling,
            FormLinks links,
            RuntimeService runtime,
            Clock clock) {
        this.changes = changes;
        this.interviews = interviews;
        this.schoolCalendars = schoolCalendars;
        this.rescheduling = rescheduling;
        this.links = links;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!changes.apply(CHANGE_ID.get(execution))) {
            return;
        }
        var interview = INTERVIEW_ID.get(execution);
        var file = interviews.get(interview);
        var startsAt = requireNonNull(file.startsAt()).atZoneSameInstant(clock.getZone());
        var change = changes.get(CHANGE_ID.get(execution));
        if (change.startsAt() != null || change.mode() != null) {
            var calendar = schoolCalendars.of(file.school());
            interviews.countDeadlinesFromNow(interview, calendar.isExpedited(startsAt.toLocalDate()));
        }
        var interviewAt = startsAt.toOffsetDateTime().toString();
        INTERVIEW_AT.set(execution, interviewAt);
        for (var part : interviews.withParts(interview)) {
            rescheduling
                    .move(part, interviewAt)
                    .forEach((task, due) -> links.move(task, due.toInstant().atOffset(UTC)));
        }
        runtime.createMessageCorrelation(CHANGED_MESSAGE)
                .processInstanceBusinessKey(interview)
                .setVariable(INTERVIEW_AT.name(), interviewAt)
                .correlateAll();
    }
}
