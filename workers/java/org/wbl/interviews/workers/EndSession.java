package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.FOLLOW_UP;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.SESSION_OVER_MESSAGE;
import static org.wbl.interviews.process.InterviewProcess.STILL_GOING_ON;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;

/**
 * Tells each student's part that the class session is over or off, by the message "SessionOver".
 *
 * <p>Reads {@code interviewId} and {@code ending}; sets {@code ending} in each part, empty for who was there, and
 * {@code followUp}: whether an employer is to be asked how it was. Fails, to be tried again, while a part cannot hear
 * it.
 */
@Component
class EndSession implements JavaDelegate {

    private final Interviews interviews;
    private final RuntimeService runtime;

    EndSession(Interviews interviews, RuntimeService runtime) {
        this.interviews = interviews;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var session = interviews.get(INTERVIEW_ID.get(execution));
        var held = STILL_GOING_ON.equals(ENDING.get(execution));
        for (var part : interviews.parts(session.id())) {
            var ending = held ? endingOf(part) : ENDING.get(execution);
            var heard = runtime.createMessageCorrelation(SESSION_OVER_MESSAGE)
                    .processInstanceBusinessKey(part)
                    .setVariable(ENDING.name(), ending)
                    .correlateAllWithResult();
            if (heard.isEmpty()) {
                throw new IllegalStateException(
                        "The part '%s' of a class session cannot be told yet; it is tried again.".formatted(part));
            }
        }
        FOLLOW_UP.set(execution, held && session.employerId() != null);
    }

    private String endingOf(String part) {
        return interviews.get(part).contactMinutes() == null ? Ending.STU_ABSENT.name() : STILL_GOING_ON;
    }
}
