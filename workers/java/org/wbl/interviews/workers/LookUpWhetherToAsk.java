package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;
import static org.wbl.interviews.process.InterviewProcess.MAY_ASK;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;

/**
 * Says whether an employer may be asked how things are.
 *
 * <p>Reads {@code employerId}; sets {@code mayAsk} to YES, NOT_NOW while nobody may invite it, or NEVER.
 */
@Component
class LookUpWhetherToAsk implements ExecutionListener {

    private final Employers employers;

    LookUpWhetherToAsk(Employers employers) {
        this.employers = employers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        MAY_ASK.set(
                execution,
                switch (employers.status(EMPLOYER_ID.get(execution))) {
                    case ACTIVE -> "YES";
                    case OPTED_OUT -> "NEVER";
                    case PAUSED, DO_NOT_USE -> "NOT_NOW";
                });
    }
}
