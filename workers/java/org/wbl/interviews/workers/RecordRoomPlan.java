package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Arrangements;

/**
 * Records who hosts, and the link or telephone number where they do not meet at the school.
 *
 * <p>Reads {@code interviewId} and the answers {@code host} and {@code link}; sets nothing.
 */
@Component
class RecordRoomPlan implements TaskListener {

    private final Arrangements arrangements;
    private final Acting acting;

    RecordRoomPlan(Arrangements arrangements, Acting acting) {
        this.arrangements = arrangements;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        arrangements.planRoom(
                INTERVIEW_ID.get(task),
                answers.text("host"),
                answers.find("link").orElse(null),
                acting.userId());
    }
}
