package org.wbl.interviews.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts what has to be done when an employer wants no more mails. */
@Component
public class EmployerStops {

    private final RuntimeService runtime;

    EmployerStops(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Ends the mails at once, and has the coordinator call about what is booked. */
    public void stop(String school, long employer, long contact) {
        runtime.startProcessInstanceByKey(
                InterviewProcess.EMPLOYER_STOP_KEY,
                Variables.createVariables()
                        .putValueTyped(SchoolOfCase.SCHOOL.name(), Variables.stringValue(school, true))
                        .putValue(InterviewProcess.EMPLOYER_ID.name(), employer)
                        .putValue(InterviewProcess.CONTACT_ID.name(), contact));
    }
}
