package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CHANGE_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.REQUEST_DECISION;
import static org.wbl.interviews.process.InterviewProcess.REQUEST_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.ChangeRequests;
import org.wbl.interviews.interview.ChangeRequests.Side;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;

/**
 * Records what the coordinator and whoever asked for a change have agreed on.
 *
 * <p>Reads {@code interviewId}, {@code requestId} and the answers {@code answer}, {@code startsAt} and {@code note};
 * sets {@code requestDecision} and {@code changeId}. Refuses a time that cannot be booked, and a move of an interview
 * that is on hold.
 */
@Component
class RecordRequestDecision implements TaskListener {

    private final Interviews interviews;
    private final ChangeRequests requests;
    private final NewTimes newTimes;
    private final Acting acting;

    RecordRequestDecision(Interviews interviews, ChangeRequests requests, NewTimes newTimes, Acting acting) {
        this.interviews = interviews;
        this.requests = requests;
        this.newTimes = newTimes;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var file = interviews.get(INTERVIEW_ID.get(task));
        var id = REQUEST_ID.get(task);
        var answer = answers.text("answer");
        if (!"KEEP".equals(answer) && file.heldSince() != null) {
            throw new Refusal("The interview is on hold. Enter it in the task “Decide how it goes on”.");
        }
        if ("MOVE".equals(answer)) {
            var side = requests.get(id).side() == Side.EMPLOYER ? "EMPLOYER" : "STUDENT";
            CHANGE_ID.set(task, newTimes.request(file, side, answers.text("startsAt"), "Asked for by mail"));
        }
        answers.find("note")
                .ifPresent(note -> interviews.addNote(
                        file.school(), file.id(), null, task.getTaskDefinitionKey(), true, note, acting.userId()));
        requests.answer(id, answer, acting.userId());
        REQUEST_DECISION.set(task, answer);
    }
}
