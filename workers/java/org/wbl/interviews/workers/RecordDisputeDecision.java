package org.wbl.interviews.workers;

import static org.wbl.interviews.process.DisputeProcess.AMENDED;
import static org.wbl.interviews.process.DisputeProcess.DISPUTE_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.rating.Disputes;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Score;

/**
 * Records whether a disputed rating is kept, or which one stands in its place.
 *
 * <p>Reads {@code disputeId} and the answers {@code decision}, {@code score} and {@code reason}; sets
 * {@code ratingAmended}. The old rating is kept. Refuses to amend a rating to what it is.
 */
@Component
class RecordDisputeDecision implements TaskListener {

    private final Disputes disputes;
    private final Ratings ratings;
    private final Acting acting;

    RecordDisputeDecision(Disputes disputes, Ratings ratings, Acting acting) {
        this.disputes = disputes;
        this.ratings = ratings;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var dispute = disputes.get(DISPUTE_ID.get(task));
        var answers = new Answers(task);
        var amend = "AMEND".equals(answers.text("decision"));
        disputes.decide(
                dispute.id(),
                amend ? correct(dispute, Score.parse(answers.text("score"))) : null,
                answers.text("reason"),
                acting.userId());
        AMENDED.set(task, amend);
    }

    private long correct(Disputes.Dispute dispute, Score score) {
        var old = ratings.standing(dispute.interviewId(), dispute.raterRole(), dispute.skill())
                .orElseThrow();
        if (Objects.equals(old.score(), score.points())) {
            throw new Refusal("The rating is this already. Keep it, or choose another one.");
        }
        return ratings.correct(old, score, acting.userId());
    }
}
