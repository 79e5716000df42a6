package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Hours;

/**
 * Records how many minutes were logged, are eligible and count.
 *
 * <p>Reads {@code interviewId} and the decision's row (columns {@code category}, {@code eligible} and {@code counted});
 * sets nothing.
 */
@Component
class RecordHours implements ExecutionListener {

    private final Hours hours;

    RecordHours(Hours hours) {
        this.hours = hours;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var interview = INTERVIEW_ID.get(execution);
        var row = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        hours.record(
                interview,
                new Hours.Count(
                        row.getEntry("category"),
                        hours.minutes(interview).orElseThrow().all(),
                        row.<Integer>getEntry("eligible"),
                        row.<Integer>getEntry("counted")));
    }
}
