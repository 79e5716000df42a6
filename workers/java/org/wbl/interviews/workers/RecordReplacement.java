package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Recordings;
import org.wbl.interviews.process.Refusal;

/**
 * Has a class watch another recording.
 *
 * <p>Reads {@code interviewId} and the answer {@code recording}; sets nothing. Refuses a recording that may not be
 * shown on the day of the session.
 */
@Component
class RecordReplacement implements TaskListener {

    private final Interviews interviews;
    private final Recordings recordings;
    private final Clock clock;

    RecordReplacement(Interviews interviews, Recordings recordings, Clock clock) {
        this.interviews = interviews;
        this.recordings = recordings;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var file = interviews.get(INTERVIEW_ID.get(task));
        var recording = new Answers(task).id("recording");
        var day = Objects.requireNonNull(file.startsAt())
                .atZoneSameInstant(clock.getZone())
                .toLocalDate();
        if (!recordings.mayBeShown(recording, day)) {
            throw new Refusal("This recording may not be shown on that day. Choose another one.");
        }
        interviews.watch(file.id(), recording);
    }
}
