package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.STILL_GOING_ON;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Groups;

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
        interviews.callOff(id, Ending.valueOf(ENDING.get(execution)));
        whoIsTold(file).forEach(role -> mails.to(role, Template.CANCELLATION, file));
    }

    /** In a class session every student's part tells its own family. */
    private static List<String> whoIsTold(CaseFile file) {
        if (file.isClassSession()) {
            return List.of("employers", Groups.TEACHERS, Groups.COORDINATORS);
        }
        return file.sessionId() != null
                ? List.of("students", "guardians")
                : List.of("employers", "guardians", "students", Groups.TEACHERS, Groups.COORDINATORS);
    }
}
