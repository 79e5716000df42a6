package org.wbl.interviews.workers;

import static org.wbl.interviews.process.DisputeProcess.DISPUTE_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.rating.Disputes;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Skill;

/**
 * Records that a student or a family objects to a rating.
 *
 * <p>Reads the answers {@code interview}, {@code rater}, {@code skill}, {@code raisedBy} and {@code words}; sets
 * {@code disputeId}, {@code interviewId} and the business key. Refuses a skill that was not rated, and a second dispute
 * while one is open.
 */
@Component
class RecordDispute implements ExecutionListener {

    private final Disputes disputes;
    private final Ratings ratings;
    private final Interviews interviews;
    private final Acting acting;

    RecordDispute(Disputes disputes, Ratings ratings, Interviews interviews, Acting acting) {
        this.disputes = disputes;
        this.ratings = ratings;
        this.interviews = interviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var interview = interviews.get(answers.text("interview"));
        if (!interview.school().equals(execution.getTenantId())) {
            throw new Refusal("Choose the school of the interview.");
        }
        var rating = ratings.standing(
                        interview.id(),
                        Ratings.Rater.valueOf(answers.text("rater")),
                        Skill.valueOf(answers.text("skill")))
                .orElseThrow(
                        () -> new Refusal("There is no such rating of this interview. Choose whose rating it is."));
        if (disputes.isOpen(rating.id())) {
            throw new Refusal("This rating is disputed already, and an administrator has yet to decide.");
        }
        DISPUTE_ID.set(
                execution,
                disputes.raise(rating.id(), answers.text("raisedBy"), answers.text("words"), acting.userId()));
        INTERVIEW_ID.set(execution, interview.id());
        execution.setProcessBusinessKey(interview.id());
    }
}
