package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.RECORDING_ID;
import static org.wbl.interviews.process.InterviewProcess.REPLACEMENT_KEY;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Recordings;

/**
 * Starts the process "Choose another recording" for every class session to come that was to watch a recording.
 *
 * <p>Reads {@code recordingId}; sets nothing. Repeated, it starts none twice: it runs in one transaction.
 */
@Component
class ReplaceRecording implements JavaDelegate {

    private final Recordings recordings;
    private final RuntimeService runtime;

    ReplaceRecording(Recordings recordings, RuntimeService runtime) {
        this.recordings = recordings;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (var session : recordings.sessionsToCome(RECORDING_ID.get(execution))) {
            runtime.startProcessInstanceByKey(
                    REPLACEMENT_KEY,
                    session,
                    Variables.createVariables()
                            .putValue(INTERVIEW_ID.name(), session)
                            .putValueTyped("school", Variables.stringValue(execution.getTenantId(), true)));
        }
    }
}
