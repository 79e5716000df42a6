package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Learning;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Ratings.Rater;

/**
 * Records the student's reflection and self-rating.
 *
 * <p>Reads {@code interviewId}, an answer per skill and the answers of the reflection; sets nothing. Runs in the
 * transaction that completes the task.
 */
@Component
class RecordReflection implements TaskListener {

    private final Ratings ratings;
    private final Learning learning;
    private final Acting acting;

    RecordReflection(Ratings ratings, Learning learning, Acting acting) {
        this.ratings = ratings;
        this.learning = learning;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        ratings.record(
                interview, Rater.STUDENT, answers.scores(), acting.staff().orElse(null));
        learning.record(new Learning.Reflection(
                interview,
                answers.text("learnedJob"),
                answers.text("learnedIndustry"),
                answers.text("surprise"),
                Integer.parseInt(answers.text("interestBefore")),
                Integer.parseInt(answers.text("interestAfter")),
                answers.text("strength"),
                answers.text("improve"),
                answers.text("nextStep"),
                answers.yes("share"),
                acting.channel()));
    }
}
