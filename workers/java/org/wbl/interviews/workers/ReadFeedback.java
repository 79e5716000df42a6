package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Interviews;

/**
 * Hands the employer's feedback to a decision.
 *
 * <p>Reads {@code interviewId}; sets {@code answered}, {@code experience}, {@code hostAgain}, {@code tookPlace} and
 * {@code hosted} for this step alone.
 */
@Component
class ReadFeedback implements ExecutionListener {

    private final Interviews interviews;
    private final Employers employers;

    ReadFeedback(Interviews interviews, Employers employers) {
        this.interviews = interviews;
        this.employers = employers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var interview = INTERVIEW_ID.get(execution);
        var feedback = employers.feedback(interview);
        var facts = new DecisionFacts(execution);
        facts.put("answered", feedback.isPresent());
        facts.put("experience", feedback.map(Employers.Feedback::experience).orElse(0));
        facts.put("hostAgain", feedback.map(Employers.Feedback::hostAgain).orElse(""));
        facts.put("tookPlace", feedback.map(said -> said.tookPlace().name()).orElse(""));
        facts.put(
                "hosted",
                employers.hosted(
                        Objects.requireNonNull(interviews.get(interview).employerId())));
    }
}
