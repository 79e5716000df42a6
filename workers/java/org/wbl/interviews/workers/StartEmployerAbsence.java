package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ABSENCE_KEY;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Has an employer called that did not come, in a process that goes on beside the interview.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class StartEmployerAbsence implements JavaDelegate {

    private final Interviews interviews;
    private final RuntimeService runtimeService;

    StartEmployerAbsence(Interviews interviews, RuntimeService runtimeService) {
        this.interviews = interviews;
        this.runtimeService = runtimeService;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        runtimeService.startProcessInstanceByKey(
                EMPLOYER_ABSENCE_KEY,
                "employer-" + file.employerId(),
                Variables.createVariables()
                        .putValueTyped("school", Variables.stringValue(file.school(), true))
                        .putValue(INTERVIEW_ID.name(), file.id()));
    }
}
