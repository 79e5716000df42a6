package org.wbl.interviews.workers;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Changes;
import org.wbl.interviews.process.Refusal;

/** New times for booked interviews. */
@Component
class NewTimes {

    private final Changes changes;
    private final BookableTimes times;
    private final Acting acting;
    private final Clock clock;

    NewTimes(Changes changes, BookableTimes times, Acting acting, Clock clock) {
        this.changes = changes;
        this.times = times;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Keeps that a booked interview is to have another time, and returns the change.
     *
     * @param side SCHOOL, EMPLOYER or STUDENT: who asked for it
     * @param local date and time of the district
     * @throws Refusal if the interview cannot be at that time
     */
    long request(CaseFile file, String side, String local, String why) {
        if (file.sessionId() != null) {
            throw new Refusal("This is one student's part in a class session. Change the session itself.");
        }
        var startsAt = times.check(file.school(), local, file.mode());
        times.checkFree(file.id(), startsAt, Objects.requireNonNull(file.plannedMinutes()), file.mode());
        return changes.request(
                new Changes.Change(0, file.id(), side, startsAt, null, null, null), why, acting.userId());
    }

    /**
     * An interview that was still to come when it was put on hold can keep its time only if it is still a time to meet.
     *
     * @throws Refusal if it is not
     */
    void checkThatTheOldOneHolds(CaseFile file) {
        var startsAt = file.startsAt();
        if (startsAt == null || startsAt.isBefore(Objects.requireNonNull(file.heldSince()))) {
            return;
        }
        try {
            times.check(file.school(), local(startsAt), file.mode());
        } catch (Refusal e) {
            throw new Refusal("The booked time cannot stay. Give a new one.");
        }
    }

    private String local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toLocalDateTime().toString();
    }
}
