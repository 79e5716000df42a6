package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records what the student shall learn.
 *
 * <p>Reads {@code interviewId} and the answers {@code course} and {@code objectives}; sets nothing.
 */
@Component
class RecordObjectives implements TaskListener {

    private final Interviews interviews;

    RecordObjectives(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        interviews.setObjectives(interview, answers.text("course"), answers.text("objectives"));
    }
}
