package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.REFLECTED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Learning;
import org.wbl.interviews.interview.Learning.Fit;
import org.wbl.interviews.interview.SafetyReports;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Ratings.Rater;

/**
 * Records the student's reflection and self-rating, and apart from both what was unsafe.
 *
 * <p>Reads {@code interviewId}, an answer per skill, unless a recording was watched, and the answers of the reflection;
 * sets {@code reflected}. Runs in the transaction that completes the task.
 */
@Component
class RecordReflection implements TaskListener {

    private final Ratings ratings;
    private final Learning learning;
    private final SafetyReports safetyReports;
    private final Acting acting;

    RecordReflection(Ratings ratings, Learning learning, SafetyReports safetyReports, Acting acting) {
        this.ratings = ratings;
        this.learning = learning;
        this.safetyReports = safetyReports;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        if (answers.find("comm").isPresent()) {
            ratings.record(
                    interview, Rater.STUDENT, answers.scores(), acting.staff().orElse(null));
        }
        learning.record(reflection(interview, answers));
        if (answers.yes("unsafe")) {
            safetyReports.report(interview, "STUDENT", answers.textOr("unsafeWords", ""));
        }
        REFLECTED.set(task, true);
    }

    private Learning.Reflection reflection(String interview, Answers answers) {
        return new Learning.Reflection(
                interview,
                answers.text("learnedJob"),
                answers.text("learnedIndustry"),
                answers.text("learnedEducation"),
                answers.text("surprise"),
                answers.text("expected"),
                answers.scale("interestBefore"),
                answers.scale("interestAfter"),
                Fit.valueOf(answers.text("fitInterests")),
                Fit.valueOf(answers.text("fitSkills")),
                Fit.valueOf(answers.text("fitValues")),
                answers.text("fitWhy"),
                answers.textOr("strength", ""),
                answers.textOr("improve", ""),
                answers.text("bestQuestion"),
                answers.find("missedQuestion").orElse(null),
                answers.text("wish"),
                answers.find("advice").orElse(null),
                answers.yes("contactOffered"),
                answers.scale("prepared"),
                answers.find("hostRating").map(Integer::valueOf).orElse(null),
                answers.yes("share"),
                acting.channel());
    }
}
