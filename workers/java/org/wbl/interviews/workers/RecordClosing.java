package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.NextStep;
import org.wbl.interviews.interview.NextSteps;

/**
 * Records the verified minutes and the next step that coordinator and student agreed.
 *
 * <p>Reads {@code interviewId} and the answers {@code prepMinutes}, {@code contactMinutes}, {@code reflectionMinutes},
 * {@code nextStep}, {@code nextStepWords} and {@code nextStepOn}; sets nothing.
 */
@Component
class RecordClosing implements TaskListener {

    private final Interviews interviews;
    private final NextSteps nextSteps;
    private final Acting acting;

    RecordClosing(Interviews interviews, NextSteps nextSteps, Acting acting) {
        this.interviews = interviews;
        this.nextSteps = nextSteps;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        interviews.verifyMinutes(
                interview,
                answers.number("prepMinutes"),
                answers.number("contactMinutes"),
                answers.number("reflectionMinutes"));
        nextSteps.record(
                interview,
                new NextSteps.Choice(
                        NextStep.valueOf(answers.text("nextStep")),
                        answers.text("nextStepWords"),
                        LocalDate.parse(answers.text("nextStepOn")),
                        acting.userId()));
    }
}
