package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ANSWERED;
import static org.wbl.interviews.process.InterviewProcess.CONTACT_ID;
import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;
import static org.wbl.interviews.process.InterviewProcess.ROUNDS;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;

/**
 * Records that the employer did not answer the check-in.
 *
 * <p>Reads {@code employerId}, {@code contactId} and {@code rounds}; sets {@code answered} and {@code rounds}.
 */
@Component
class RecordNoAnswer implements JavaDelegate {

    private final Employers employers;

    RecordNoAnswer(Employers employers) {
        this.employers = employers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        employers.record(
                new Employers.CheckIn(EMPLOYER_ID.get(execution), CONTACT_ID.get(execution), false, null, null, false));
        ANSWERED.set(execution, false);
        ROUNDS.set(execution, ROUNDS.get(execution) + 1);
    }
}
