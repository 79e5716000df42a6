package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.STILL_GOING_ON;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Tells everybody who knows of the interview that it is off; nobody any more once its time has come.
 *
 * <p>Reads {@code interviewId} and {@code ending}; sets {@code ending} to OTHER when nobody said why. The employer is
 * told only if invited, and not yet refused; the family only if it was asked for consent.
 */
@Component
class CallOff implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;
    private final Clock clock;

    CallOff(Interviews interviews, Mails mails, Clock clock) {
        this.interviews = interviews;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (STILL_GOING_ON.equals(ENDING.get(execution))) {
            ENDING.set(execution, Ending.OTHER.name());
        }
        var id = INTERVIEW_ID.get(execution);
        var file = interviews.get(id);
        if (file.startsAt() != null) {
            if (!file.startsAt().toInstant().isAfter(clock.instant())) {
                return;
            }
            interviews.nextCalendarSequence(id);
        }
        mails.toEverybody(Template.CANCELLATION, file);
    }
}
