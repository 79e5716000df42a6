package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.BREAK_ENDS;
import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;

/**
 * Records until when an employer wants no invitations; from this moment on it gets none.
 *
 * <p>Reads {@code employerId} and {@code breakEnds}; sets nothing.
 */
@Component
class RecordBreak implements ExecutionListener {

    private final Employers employers;
    private final Clock clock;

    RecordBreak(Employers employers, Clock clock) {
        this.employers = employers;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        employers.takeBreak(
                EMPLOYER_ID.get(execution),
                LocalDate.ofInstant(BREAK_ENDS.get(execution).toInstant(), clock.getZone()));
    }
}
