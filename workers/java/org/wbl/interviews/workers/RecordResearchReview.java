package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.RESEARCH_APPROVED;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Learning;

/**
 * Records what the teacher thinks of the research.
 *
 * <p>Reads {@code interviewId} and the answers {@code background}, {@code research}, {@code format},
 * {@code questionsScore}, {@code decision} and {@code feedback}; sets {@code researchApproved}.
 */
@Component
class RecordResearchReview implements TaskListener {

    private final Interviews interviews;
    private final Learning learning;
    private final Acting acting;

    RecordResearchReview(Interviews interviews, Learning learning, Acting acting) {
        this.interviews = interviews;
        this.learning = learning;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var approved = "APPROVE".equals(answers.text("decision"));
        var score = answers.number("background")
                + answers.number("research")
                + answers.number("format")
                + answers.number("questionsScore");
        learning.reviewResearch(
                Objects.requireNonNull(interviews.get(interview).researchId()),
                approved,
                score,
                answers.find("feedback").orElse(null),
                acting.userId());
        RESEARCH_APPROVED.set(task, approved);
    }
}
