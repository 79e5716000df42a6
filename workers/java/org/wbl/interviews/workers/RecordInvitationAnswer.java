package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ANSWER;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records what the employer answered to the invitation.
 *
 * <p>Reads {@code interviewId} and the answers {@code answer}, {@code offeredTimes} and {@code arrivalNotes}; sets
 * {@code employerAnswer} to ACCEPTED, LATER or DECLINED.
 */
@Component
class RecordInvitationAnswer implements TaskListener {

    private final Interviews interviews;

    RecordInvitationAnswer(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var answer = answers.text("answer");
        if ("ACCEPTED".equals(answer)) {
            interviews.invitationAccepted(
                    interview,
                    answers.text("offeredTimes"),
                    answers.codes("offeredModes"),
                    answers.textOr("arrivalNotes", ""));
        } else {
            interviews.invitationClosed(interview);
        }
        EMPLOYER_ANSWER.set(task, answer);
    }
}
