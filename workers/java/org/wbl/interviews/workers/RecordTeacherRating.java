package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Ratings.Rater;

/**
 * Records how the teacher rates the student's skills.
 *
 * <p>Reads {@code interviewId} and an answer per skill (1 to 4 or NO); sets nothing.
 */
@Component
class RecordTeacherRating implements TaskListener {

    private final Ratings ratings;
    private final Acting acting;

    RecordTeacherRating(Ratings ratings, Acting acting) {
        this.ratings = ratings;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        ratings.record(INTERVIEW_ID.get(task), Rater.TEACHER, new Answers(task).scores(), acting.userId());
    }
}
