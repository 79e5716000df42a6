package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;

/**
 * Records that an interview is to be cancelled, and why.
 *
 * <p>Reads the answers {@code interview}, {@code reason}, {@code otherReason} and {@code note}; sets
 * {@code interviewId}, {@code ending} and the business key. Refuses an interview that is closed already.
 */
@Component
class RecordCancellation implements ExecutionListener {

    private final Interviews interviews;

    RecordCancellation(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var interview = interviews.get(answers.text("interview"));
        if (interview.ending() != null) {
            throw new Refusal("This interview is closed already. There is nothing to cancel.");
        }
        if (interview.isClassSession() && interview.contactMinutes() != null) {
            throw new Refusal("This class session was held. It closes when everybody has reflected.");
        }
        answers.sentences("otherReason", "note").ifPresent(note -> interviews.note(interview.id(), note));
        execution.setProcessBusinessKey(interview.id());
        INTERVIEW_ID.set(execution, interview.id());
        ENDING.set(execution, Ending.valueOf(answers.text("reason")).name());
    }
}
