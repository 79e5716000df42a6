package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Learning;
import org.wbl.interviews.process.Refusal;

/**
 * Records that the teacher heard the student reflect aloud.
 *
 * <p>Reads {@code interviewId} and the answers {@code spokenOn}, {@code spokenHow} and {@code note}; sets nothing.
 * Refuses a day that is yet to come.
 */
@Component
class RecordSpokenReflection implements TaskListener {

    private final Learning learning;
    private final Acting acting;
    private final Clock clock;

    RecordSpokenReflection(Learning learning, Acting acting, Clock clock) {
        this.learning = learning;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var spokenOn = answers.date("spokenOn");
        if (spokenOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("That day is yet to come. Complete this task when the student has reflected aloud.");
        }
        learning.recordSpoken(
                INTERVIEW_ID.get(task),
                spokenOn,
                answers.text("spokenHow"),
                answers.find("note").orElse(null),
                acting.userId());
    }
}
