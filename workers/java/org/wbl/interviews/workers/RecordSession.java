package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Hours;
import org.wbl.interviews.interview.Hours.Minutes;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;

/**
 * Records how a class session went, who was there, and the minutes of those who were.
 *
 * <p>Reads {@code interviewId}, {@code interviewAt} and the answers {@code outcome}, {@code present},
 * {@code contactMinutes}, {@code prepMinutes}, {@code reflectionMinutes} and {@code note}; sets {@code ending} unless
 * it was held. Refuses a session that has not begun, and one without students.
 */
@Component
class RecordSession implements TaskListener {

    private final Interviews interviews;
    private final Hours hours;
    private final Acting acting;
    private final Clock clock;

    RecordSession(Interviews interviews, Hours hours, Acting acting, Clock clock) {
        this.interviews = interviews;
        this.hours = hours;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var session = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        answers.find("note").ifPresent(note -> interviews.note(session, note));
        var outcome = answers.text("outcome");
        if (!"HELD".equals(outcome)) {
            ENDING.set(task, Ending.valueOf(outcome).name());
            return;
        }
        if (OffsetDateTime.parse(INTERVIEW_AT.get(task)).toInstant().isAfter(clock.instant())) {
            throw new Refusal("The session has not begun yet. Record how it went afterwards.");
        }
        var present = answers.choices("present");
        if (present.isEmpty()) {
            throw new Refusal("Nobody was there? Then it did not take place: choose another outcome.");
        }
        var contact = answers.number("contactMinutes");
        interviews.held(session, contact, 0);
        interviews.partsHeld(session, present, contact);
        hours.logParts(
                session,
                new Minutes(answers.number("prepMinutes"), contact, answers.number("reflectionMinutes"), "TEACHER"),
                acting.userId());
    }
}
