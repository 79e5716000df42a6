package org.wbl.interviews.workers;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.wbl.interviews.process.InterviewProcess.CHANGE_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.MOVED_TWICE;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Changes;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.process.Refusal;

/**
 * Records what is to change in a booked interview.
 *
 * <p>Reads the answers {@code interview}, {@code side}, {@code startsAt}, {@code newMode}, {@code platform},
 * {@code place} and {@code why}; sets {@code interviewId}, {@code changeId}, {@code movedTwice} and the business key.
 * Refuses an interview that is not booked, has begun, waits or is closed, a time that cannot be booked or at which the
 * contact or the student is in another interview, a place that is missing, a change that changes nothing, and of a
 * class session another way or a time for which no consent holds.
 */
@Component
class RecordChange implements ExecutionListener {

    private static final int MOVES_PER_SIDE = 2;
    private static final Set<Mode> WITH_A_PLACE = Set.of(Mode.IN_PERSON_WORKPLACE, Mode.IN_PERSON_SCHOOL);

    private final Interviews interviews;
    private final Changes changes;
    private final BookableTimes times;
    private final Acting acting;
    private final Clock clock;
    private final int consentDays;

    RecordChange(
            Interviews interviews,
            Changes changes,
            BookableTimes times,
            Acting acting,
            Clock clock,
            @Value("${interviews.consent-holds-days}") int consentDays) {
        this.interviews = interviews;
        this.changes = changes;
        this.times = times;
        this.acting = acting;
        this.clock = clock;
        this.consentDays = consentDays;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var file = interviews.get(answers.text("interview"));
        var booked = file.startsAt();
        if (file.ending() != null || booked == null || !booked.toInstant().isAfter(clock.instant())) {
            throw new Refusal("Only an interview that is booked and has not begun can be changed.");
        }
        if (file.heldSince() != null) {
            throw new Refusal("This interview is on hold. Enter a new time in the task “Decide how it goes on”.");
        }
        if (file.sessionId() != null) {
            throw new Refusal("This is one student's part in a class session. Change the session itself.");
        }
        var mode = answers.find("newMode")
                .filter(chosen -> !"SAME".equals(chosen))
                .map(Mode::valueOf)
                .filter(chosen -> chosen != file.mode())
                .orElse(null);
        var startsAt = answers.find("startsAt")
                .or(() -> Optional.ofNullable(mode).map(changed -> local(booked)))
                .map(time -> times.check(file.school(), time, requireNonNullElse(mode, file.mode())))
                .filter(time -> !time.isEqual(booked))
                .orElse(null);
        var place = answers.find("place").orElse(null);
        if (startsAt == null && mode == null && place == null) {
            throw new Refusal("Nothing would change. Give a new time, another way to meet or a new place.");
        }
        if (mode != null && WITH_A_PLACE.contains(mode) && place == null) {
            throw new Refusal("Say where they meet: give the new place.");
        }
        if (file.isClassSession() && (mode != null || isFar(startsAt, booked))) {
            throw new Refusal("A class session moves within %d days, as long as consents hold, and stays what it is."
                    .formatted(consentDays));
        }
        times.checkFree(
                file.id(),
                requireNonNullElse(startsAt, booked),
                requireNonNull(file.plannedMinutes()),
                requireNonNullElse(mode, file.mode()));
        var side = answers.text("side");
        var change = changes.request(
                new Changes.Change(
                        0,
                        file.id(),
                        side,
                        startsAt,
                        mode,
                        answers.find("platform").orElse(null),
                        place),
                answers.text("why"),
                acting.userId());
        execution.setProcessBusinessKey(file.id());
        INTERVIEW_ID.set(execution, file.id());
        CHANGE_ID.set(execution, change);
        MOVED_TWICE.set(execution, startsAt != null && changes.moves(file.id(), side) >= MOVES_PER_SIDE);
    }

    private boolean isFar(@Nullable OffsetDateTime startsAt, OffsetDateTime booked) {
        return startsAt != null && Duration.between(booked, startsAt).abs().toDays() >= consentDays;
    }

    private String local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toLocalDateTime().toString();
    }
}
