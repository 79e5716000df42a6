package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;

/**
 * Records which employer is invited, or that there is none.
 *
 * <p>Reads {@code interviewId} and the answers {@code decision} and {@code contact}; sets {@code ending} to NO_EMPLOYER
 * when the coordinator stops.
 */
@Component
class RecordMatch implements TaskListener {

    private final Interviews interviews;

    RecordMatch(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        if ("STOP".equals(answers.text("decision"))) {
            ENDING.set(task, Ending.NO_EMPLOYER.name());
            return;
        }
        interviews.match(interview, answers.id("contact"));
    }
}
