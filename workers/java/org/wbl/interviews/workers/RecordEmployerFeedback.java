package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.Employers.TookPlace;
import org.wbl.interviews.interview.SafetyReports;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Ratings.Rater;

/**
 * Records the employer's ratings, how the interview was for the employer, and apart from both a concern for safety.
 *
 * <p>Reads {@code interviewId}, an answer per skill (1 to 4 or NO) when the two met and it was no class, and the other
 * answers of the employer; sets nothing. Runs in the transaction that completes the task.
 */
@Component
class RecordEmployerFeedback implements TaskListener {

    private final Ratings ratings;
    private final Employers employers;
    private final SafetyReports safetyReports;
    private final Acting acting;

    RecordEmployerFeedback(Ratings ratings, Employers employers, SafetyReports safetyReports, Acting acting) {
        this.ratings = ratings;
        this.employers = employers;
        this.safetyReports = safetyReports;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var feedback = feedback(interview, answers);
        if (feedback.tookPlace().met() && answers.find("comm").isPresent()) {
            ratings.record(
                    interview, Rater.EMPLOYER, answers.scores(), acting.staff().orElse(null));
        }
        employers.record(feedback);
        if (answers.yes("safety")) {
            safetyReports.report(interview, "EMPLOYER", answers.textOr("safetyWords", ""));
        }
    }

    private Employers.Feedback feedback(String interview, Answers answers) {
        return new Employers.Feedback(
                interview,
                TookPlace.valueOf(answers.text("tookPlace")),
                answers.findNumber("talkedMinutes").orElse(null),
                answers.find("arrived").orElse(null),
                answers.findNumber("lateMinutes").orElse(null),
                answers.scale("experience"),
                answers.scale("prepared"),
                answers.text("hostAgain"),
                answers.find("strength").orElse(null),
                answers.find("growth").orElse(null),
                answers.choices("roles"),
                answers.findNumber("minutesGiven").orElse(null),
                answers.find("quoteWords").orElse(null),
                acting.channel());
    }
}
