package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;

/**
 * Records that an employer wants no more mails; from this moment on none goes but about a booked interview.
 *
 * <p>Reads {@code employerId}; sets nothing.
 */
@Component
class RecordStop implements ExecutionListener {

    private final Employers employers;

    RecordStop(Employers employers) {
        this.employers = employers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        employers.optOut(EMPLOYER_ID.get(execution));
    }
}
