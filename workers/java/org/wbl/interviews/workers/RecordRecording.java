package org.wbl.interviews.workers;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Recordings;
import org.wbl.interviews.interview.Recordings.Recording;
import org.wbl.interviews.process.Refusal;

/**
 * Keeps a recorded interview that classes may watch.
 *
 * <p>Reads the answers {@code title}, {@code careerField}, {@code recordedEmployer}, {@code address}, {@code rights}
 * and {@code shownUntil}; sets nothing. Refuses a day that is past, and a person who works for no school or for
 * several.
 */
@Component
class RecordRecording implements ExecutionListener {

    private final Recordings recordings;
    private final Acting acting;
    private final Clock clock;

    RecordRecording(Recordings recordings, Acting acting, Clock clock) {
        this.recordings = recordings;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var shownUntil = answers.date("shownUntil");
        if (shownUntil.isBefore(LocalDate.now(clock))) {
            throw new Refusal("The day until which it may be shown is past.");
        }
        recordings.add(
                Acting.schoolOf(execution),
                new Recording(
                        0,
                        answers.text("title"),
                        answers.text("careerField"),
                        answers.text("recordedEmployer"),
                        answers.text("address"),
                        answers.text("rights"),
                        shownUntil),
                acting.userId());
    }
}
