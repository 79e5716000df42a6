package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.STILL_GOING_ON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;

/**
 * Opens the interview that a coordinator asked for.
 *
 * <p>Reads the answers {@code student}, {@code teacher}, {@code careerField} and {@code reason}; sets
 * {@code interviewId}, {@code ending} and the business key. Refuses a person who works for no school or for several.
 */
@Component
class RecordRequest implements ExecutionListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordRequest(Interviews interviews, Acting acting) {
        this.interviews = interviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var school = execution.getTenantId();
        if (school == null) {
            throw new Refusal(
                    "Your account does not say which school this interview is for. Ask an administrator to make you"
                            + " a coordinator of one school.");
        }
        var answers = new Answers(execution);
        var id = interviews.request(
                school,
                answers.id("student"),
                acting.userId(),
                answers.text("teacher"),
                answers.text("careerField"),
                answers.text("reason"));
        execution.setProcessBusinessKey(id);
        INTERVIEW_ID.set(execution, id);
        ENDING.set(execution, STILL_GOING_ON);
    }
}
