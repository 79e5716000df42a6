package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ANSWERED;
import static org.wbl.interviews.process.InterviewProcess.CHECK_IN_KEY;
import static org.wbl.interviews.process.InterviewProcess.CONTACT_ID;
import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.ROUNDS;
import static org.wbl.interviews.process.InterviewProcess.STOP_CHECK_INS;

import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.Employers.Status;
import org.wbl.interviews.interview.Interviews;

/**
 * Starts the check-ins with the employer, unless they run already or the employer wants no more messages.
 *
 * <p>Reads {@code interviewId}; sets nothing. May be repeated.
 */
@Component
class StartCheckIns implements JavaDelegate {

    private final Interviews interviews;
    private final Employers employers;
    private final RuntimeService runtimeService;

    StartCheckIns(Interviews interviews, Employers employers, RuntimeService runtimeService) {
        this.interviews = interviews;
        this.employers = employers;
        this.runtimeService = runtimeService;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        long employer = Objects.requireNonNull(file.employerId());
        var key = "employer-" + employer;
        employers.lock(employer);
        if (employers.status(employer) != Status.ACTIVE) {
            return;
        }
        if (runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(CHECK_IN_KEY)
                        .processInstanceBusinessKey(key)
                        .count()
                == 0) {
            runtimeService.startProcessInstanceByKey(
                    CHECK_IN_KEY,
                    key,
                    Variables.createVariables()
                            .putValueTyped("school", Variables.stringValue(file.school(), true))
                            .putValue(EMPLOYER_ID.name(), employer)
                            .putValue(CONTACT_ID.name(), file.contactId())
                            .putValue(ROUNDS.name(), 0)
                            .putValue(ANSWERED.name(), true)
                            .putValue(STOP_CHECK_INS.name(), false));
        }
    }
}
