package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;

/**
 * Records that an employer can be invited again after its break, unless the school or the employer has decided
 * otherwise meanwhile.
 *
 * <p>Reads {@code employerId}; sets nothing.
 */
@Component
class RecordBreakEnd implements ExecutionListener {

    private final Employers employers;

    RecordBreakEnd(Employers employers) {
        this.employers = employers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        employers.endBreak(EMPLOYER_ID.get(execution));
    }
}
