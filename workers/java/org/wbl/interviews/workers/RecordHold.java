package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Holds;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;

/**
 * Records that an interview waits, and why.
 *
 * <p>Reads the answers {@code interview}, {@code holdReason} and {@code note}; sets {@code interviewId} and the
 * business key. Refuses an interview that is closed, or waits already.
 */
@Component
class RecordHold implements ExecutionListener {

    private final Interviews interviews;
    private final Holds holds;
    private final Acting acting;
    private final Clock clock;

    RecordHold(Interviews interviews, Holds holds, Acting acting, Clock clock) {
        this.interviews = interviews;
        this.holds = holds;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var file = interviews.get(answers.text("interview"));
        if (file.ending() != null) {
            throw new Refusal("This interview is closed already. There is nothing to put on hold.");
        }
        if (file.startsAt() != null && !file.startsAt().toInstant().isAfter(clock.instant())) {
            throw new Refusal("This interview has begun or is over. Only what is still to come can be put on hold.");
        }
        if (!holds.begin(
                file.id(),
                Holds.Reason.valueOf(answers.text("holdReason")),
                answers.find("note").orElse(null),
                acting.userId())) {
            throw new Refusal("This interview is on hold already.");
        }
        execution.setProcessBusinessKey(file.id());
        INTERVIEW_ID.set(execution, file.id());
    }
}
