package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Learning;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Ratings.Rater;

/**
 * Records the teacher's ratings and the spoken reflection.
 *
 * <p>Reads {@code interviewId}, an answer per skill and the answer {@code spokenOn}; sets nothing.
 */
@Component
class RecordReflectionReview implements TaskListener {

    private final Ratings ratings;
    private final Interviews interviews;
    private final Learning learning;
    private final Acting acting;

    RecordReflectionReview(Ratings ratings, Interviews interviews, Learning learning, Acting acting) {
        this.ratings = ratings;
        this.interviews = interviews;
        this.learning = learning;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        ratings.record(interview, Rater.TEACHER, answers.scores(), acting.userId());
        learning.reviewReflection(
                Objects.requireNonNull(interviews.get(interview).reflectionId()),
                LocalDate.parse(answers.text("spokenOn")),
                acting.userId());
    }
}
