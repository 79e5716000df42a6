package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;

/**
 * Records how the interview went.
 *
 * <p>Reads {@code interviewId} and the answers {@code outcome}, {@code contactMinutes}, {@code lateMinutes},
 * {@code otherReason} and {@code note}; sets {@code ending} unless it was held. Refuses what cannot be known before the
 * interview has begun.
 */
@Component
class RecordOutcome implements TaskListener {

    private static final Set<String> KNOWN_AFTERWARDS = Set.of("HELD", "STU_ABSENT", "STU_LATE", "EMP_ABSENT");

    private final Interviews interviews;
    private final Clock clock;

    RecordOutcome(Interviews interviews, Clock clock) {
        this.interviews = interviews;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var outcome = answers.text("outcome");
        var begun = OffsetDateTime.parse(INTERVIEW_AT.get(task)).toInstant().isBefore(clock.instant());
        if (!begun && KNOWN_AFTERWARDS.contains(outcome)) {
            throw new Refusal("The interview has not begun yet. Record how it went afterwards.");
        }
        answers.sentences("otherReason", "note").ifPresent(note -> interviews.note(interview, note));
        if ("HELD".equals(outcome)) {
            interviews.held(interview, answers.number("contactMinutes"), answers.number("lateMinutes"));
        } else {
            ENDING.set(task, Ending.valueOf(outcome).name());
        }
    }
}
