package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ANSWER;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Interviews;

/**
 * Records what the employer answered to the invitation.
 *
 * <p>Reads {@code interviewId} and the answers {@code answer}, {@code offeredTimes}, {@code offeredModes},
 * {@code arrivalNotes} and {@code studentsAMonth}; sets {@code employerAnswer} to ACCEPTED, LATER or DECLINED.
 */
@Component
class RecordInvitationAnswer implements TaskListener {

    private final Interviews interviews;
    private final Employers employers;

    RecordInvitationAnswer(Interviews interviews, Employers employers) {
        this.interviews = interviews;
        this.employers = employers;
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
            answers.findNumber("studentsAMonth")
                    .ifPresent(students -> employers.keepMonthlyCap(
                            Objects.requireNonNull(interviews.get(interview).employerId()), students));
        } else {
            interviews.invitationClosed(interview);
        }
        EMPLOYER_ANSWER.set(task, answer);
    }
}
