package org.wbl.interviews.workers;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.wbl.interviews.process.InterviewProcess.CHANGED_MESSAGE;
import static org.wbl.interviews.process.InterviewProcess.CHANGE_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.TIME_TAKEN;

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
 * <p>Reads {@code interviewId} and {@code changeId}; sets {@code timeTaken}, and {@code interviewAt} in the processes
 * of the interview. Repeated, or when the interview was closed or another one booked for the time meanwhile, it changes
 * nothing.
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
        var interview = INTERVIEW_ID.get(execution);
        var change = changes.get(CHANGE_ID.get(execution));
        var taken = isTaken(interview, change);
        TIME_TAKEN.set(execution, taken);
        if (taken || !changes.apply(change.id())) {
            return;
        }
        var file = interviews.get(interview);
        var startsAt = requireNonNull(file.startsAt()).atZoneSameInstant(clock.getZone());
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

    /** Whether somebody else was booked for the time since the change was asked for. */
    private boolean isTaken(String interview, Changes.Change change) {
        interviews.lockTimes(interview);
        var file = interviews.get(interview);
        return interviews
                .clash(
                        interview,
                        requireNonNullElse(change.startsAt(), requireNonNull(file.startsAt()))
                                .toInstant(),
                        requireNonNull(file.plannedMinutes()),
                        requireNonNullElse(change.mode(), file.mode()))
                .isPresent();
    }
}
