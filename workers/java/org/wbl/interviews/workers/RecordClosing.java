package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Hours;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.NextStep;
import org.wbl.interviews.interview.NextSteps;
import org.wbl.interviews.process.Refusal;

/**
 * Records the verified minutes and the next step that coordinator and student agreed.
 *
 * <p>Reads {@code interviewId} and the answers {@code prepMinutes}, {@code contactMinutes}, {@code reflectionMinutes},
 * {@code supervisedBy}, {@code nextStep}, {@code nextStepWords}, {@code nextStepOn} and {@code checkedAfter}; sets
 * nothing. Refuses minutes at the time of another interview of the same student.
 */
@Component
class RecordClosing implements TaskListener {

    private final Interviews interviews;
    private final Hours hours;
    private final NextSteps nextSteps;
    private final Acting acting;

    RecordClosing(Interviews interviews, Hours hours, NextSteps nextSteps, Acting acting) {
        this.interviews = interviews;
        this.hours = hours;
        this.nextSteps = nextSteps;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var checked = answers.codes("checkedAfter");
        if (!checked.isEmpty()) {
            interviews.addNote(
                    task.getTenantId(), interview, null, task.getTaskDefinitionKey(), null, checked, acting.userId());
        }
        hours.log(interview, minutes(interview, answers), acting.userId());
        nextSteps.record(
                interview,
                new NextSteps.Choice(
                        NextStep.valueOf(answers.text("nextStep")),
                        answers.text("nextStepWords"),
                        answers.date("nextStepOn"),
                        acting.userId()));
    }

    private Hours.Minutes minutes(String interview, Answers answers) {
        var contact = answers.number("contactMinutes");
        hours.overlapping(interview, contact).ifPresent(other -> {
            throw new Refusal(
                    "The student's minutes of interview %s are at the same time: nobody is in two interviews at once."
                            .formatted(other));
        });
        return new Hours.Minutes(
                answers.number("prepMinutes"),
                contact,
                answers.number("reflectionMinutes"),
                answers.text("supervisedBy"));
    }
}
