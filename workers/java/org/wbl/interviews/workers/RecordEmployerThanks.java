package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.THANK_YOU_BY_MAIL;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.ThankYous.Kind;
import org.wbl.interviews.interview.ThankYous.Way;

/**
 * Records how the coordinator thanks the employer and what came of the interview.
 *
 * <p>Reads {@code interviewId} and the answers {@code thankYouWay} (MAIL or CARD), {@code impact},
 * {@code withReflection} and {@code handedOverOn}; sets {@code thankYouByMail}. Refuses words that name the student
 * more than the employer may know, a reflection that may not be shared, and a day that is yet to come.
 */
@Component
class RecordEmployerThanks implements TaskListener {

    private final ThankYouAnswers thankYous;
    private final Acting acting;

    RecordEmployerThanks(ThankYouAnswers thankYous, Acting acting) {
        this.thankYous = thankYous;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        THANK_YOU_BY_MAIL.set(task, thankYous.record(task, Kind.IMPACT, "impact", acting.userId()) == Way.MAIL);
    }
}
