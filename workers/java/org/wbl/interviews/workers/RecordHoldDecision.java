package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CHANGE_ID;
import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.GO_ON;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.MOVED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;

/**
 * Records how an interview that waits goes on.
 *
 * <p>Reads {@code interviewId} and the answers {@code decision}, {@code startsAt}, {@code endReason} and {@code note};
 * sets {@code goOn}, {@code moved}, {@code changeId} and {@code ending}. Refuses a time that cannot be booked, the old
 * one included, unless the interview has begun before it was put on hold.
 */
@Component
class RecordHoldDecision implements TaskListener {

    private final Interviews interviews;
    private final NewTimes newTimes;

    RecordHoldDecision(Interviews interviews, NewTimes newTimes) {
        this.interviews = interviews;
        this.newTimes = newTimes;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var file = interviews.get(INTERVIEW_ID.get(task));
        answers.find("note").ifPresent(note -> interviews.note(file.id(), note));
        GO_ON.set(task, "GO_ON".equals(answers.text("decision")));
        MOVED.set(task, false);
        if (!GO_ON.get(task)) {
            ENDING.set(task, Ending.valueOf(answers.text("endReason")).name());
            return;
        }
        var startsAt = answers.find("startsAt");
        if (startsAt.isPresent()) {
            CHANGE_ID.set(task, newTimes.request(file, "SCHOOL", startsAt.get(), "On hold"));
            MOVED.set(task, true);
        } else {
            newTimes.checkThatTheOldOneHolds(file);
        }
    }
}
