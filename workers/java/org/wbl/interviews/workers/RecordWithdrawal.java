package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.RECORDING_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Recordings;

/**
 * Has nobody choose a recording any more.
 *
 * <p>Reads the answers {@code recording} and {@code why}; sets {@code recordingId}.
 */
@Component
class RecordWithdrawal implements ExecutionListener {

    private final Recordings recordings;

    RecordWithdrawal(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        recordings.withdraw(answers.id("recording"), answers.text("why"));
        RECORDING_ID.set(execution, answers.id("recording"));
    }
}
