package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Learning;
import org.wbl.interviews.rating.Ratings;

/**
 * Hands what the student learned to a decision.
 *
 * <p>Reads {@code interviewId}; sets {@code interestBefore}, {@code interestAfter}, {@code meanRating} (of employer and
 * teacher), {@code grade} and {@code mode} for this step alone. What is not known is 0.
 */
@Component
class ReadLearning implements ExecutionListener {

    private final Interviews interviews;
    private final Learning learning;
    private final Ratings ratings;

    ReadLearning(Interviews interviews, Learning learning, Ratings ratings) {
        this.interviews = interviews;
        this.learning = learning;
        this.ratings = ratings;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        var reflection = learning.reflection(file.id());
        var facts = new DecisionFacts(execution);
        facts.put(
                "interestBefore",
                reflection.map(Learning.Reflection::interestBefore).orElse(0));
        facts.put(
                "interestAfter",
                reflection.map(Learning.Reflection::interestAfter).orElse(0));
        facts.put("meanRating", ratings.meanByOthers(file.id()).orElse(0.0));
        facts.put("grade", file.grade());
        facts.put("mode", interviews.mode(file.id()));
    }
}
