package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Ratings.Rater;

/**
 * Records the employer's ratings and how the interview was for the employer.
 *
 * <p>Reads {@code interviewId}, an answer per skill (1 to 4 or NO) and the answers {@code experience},
 * {@code prepared}, {@code hostAgain}, {@code strength} and {@code growth}; sets nothing. Runs in the transaction that
 * completes the task.
 */
@Component
class RecordEmployerFeedback implements TaskListener {

    private final Ratings ratings;
    private final Employers employers;
    private final Acting acting;

    RecordEmployerFeedback(Ratings ratings, Employers employers, Acting acting) {
        this.ratings = ratings;
        this.employers = employers;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        ratings.record(
                interview, Rater.EMPLOYER, answers.scores(), acting.staff().orElse(null));
        employers.record(new Employers.Feedback(
                interview,
                Integer.parseInt(answers.text("experience")),
                Integer.parseInt(answers.text("prepared")),
                answers.text("hostAgain"),
                answers.find("strength").orElse(null),
                answers.find("growth").orElse(null),
                acting.channel()));
    }
}
