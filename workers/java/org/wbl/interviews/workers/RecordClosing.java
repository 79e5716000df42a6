package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records the verified minutes and the next step.
 *
 * <p>Reads {@code interviewId} and the answers {@code prepMinutes}, {@code contactMinutes}, {@code reflectionMinutes}
 * and {@code nextStep}; sets nothing.
 */
@Component
class RecordClosing implements TaskListener {

    private final Interviews interviews;

    RecordClosing(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        interviews.verifyMinutes(
                interview,
                answers.number("prepMinutes"),
                answers.number("contactMinutes"),
                answers.number("reflectionMinutes"),
                answers.text("nextStep"));
    }
}
