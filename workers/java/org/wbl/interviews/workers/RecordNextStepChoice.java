package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.NextStep;
import org.wbl.interviews.interview.NextSteps;

/**
 * Records which next step the student chose.
 *
 * <p>Reads {@code interviewId} and the answers {@code nextStep} (a proposed code or OTHER), {@code otherStep},
 * {@code nextStepWords} and {@code nextStepOn}; sets nothing.
 */
@Component
class RecordNextStepChoice implements TaskListener {

    private final NextSteps nextSteps;

    RecordNextStepChoice(NextSteps nextSteps) {
        this.nextSteps = nextSteps;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        nextSteps.record(
                INTERVIEW_ID.get(task),
                new NextSteps.Choice(
                        NextStep.valueOf(answers.textOr("otherStep", answers.text("nextStep"))),
                        answers.text("nextStepWords"),
                        answers.date("nextStepOn"),
                        null));
    }
}
