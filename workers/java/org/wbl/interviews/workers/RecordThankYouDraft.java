package org.wbl.interviews.workers;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.ThankYous.Kind;

/**
 * Records the student's draft of a thank-you, or the day of the card.
 *
 * <p>Reads {@code interviewId} and the answers {@code thankYouWay} (MAIL or CARD), {@code thankYou} and
 * {@code handedOverOn}; sets nothing. Refuses words that name the student more than the employer may know, and a day
 * that is yet to come.
 */
@Component
class RecordThankYouDraft implements TaskListener {

    private final ThankYouAnswers thankYous;

    RecordThankYouDraft(ThankYouAnswers thankYous) {
        this.thankYous = thankYous;
    }

    @Override
    public void notify(DelegateTask task) {
        thankYous.record(task, Kind.STUDENT, "thankYou", null);
    }
}
