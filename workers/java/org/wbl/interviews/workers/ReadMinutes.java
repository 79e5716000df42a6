package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Hours;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Learning;

/**
 * Hands the verified minutes to a decision.
 *
 * <p>Reads {@code interviewId}; sets {@code prepMinutes}, {@code contactMinutes}, {@code reflectionMinutes},
 * {@code supervisedBy}, {@code reflected} and {@code mode} for this step alone.
 */
@Component
class ReadMinutes implements ExecutionListener {

    private final Interviews interviews;
    private final Hours hours;
    private final Learning learning;

    ReadMinutes(Interviews interviews, Hours hours, Learning learning) {
        this.interviews = interviews;
        this.hours = hours;
        this.learning = learning;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var interview = INTERVIEW_ID.get(execution);
        var minutes = hours.minutes(interview).orElseThrow();
        var facts = new DecisionFacts(execution);
        facts.put("prepMinutes", minutes.prep());
        facts.put("contactMinutes", minutes.contact());
        facts.put("reflectionMinutes", minutes.reflection());
        facts.put("supervisedBy", minutes.supervisedBy());
        facts.put("reflected", learning.reflection(interview).isPresent());
        facts.put("mode", interviews.mode(interview));
    }
}
