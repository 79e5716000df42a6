package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Learning;

/**
 * Records the student's research and questions; a second one corrects the first.
 *
 * <p>Reads {@code interviewId} and the answers {@code industry}, {@code employer}, {@code education}, {@code sources}
 * and {@code questions}; sets nothing.
 */
@Component
class RecordResearch implements TaskListener {

    private final Learning learning;

    RecordResearch(Learning learning) {
        this.learning = learning;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        learning.recordResearch(
                interview,
                answers.text("industry"),
                answers.text("employer"),
                answers.text("education"),
                answers.text("sources"),
                answers.text("questions"));
    }
}
