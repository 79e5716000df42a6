package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ANSWER;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Records that the employer did not answer the invitation.
 *
 * <p>Reads {@code interviewId}; sets {@code employerAnswer} to SILENT. May be repeated.
 */
@Component
class RecordSilence implements JavaDelegate {

    private final Interviews interviews;

    RecordSilence(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        interviews.invitationClosed(INTERVIEW_ID.get(execution));
        EMPLOYER_ANSWER.set(execution, "SILENT");
    }
}
