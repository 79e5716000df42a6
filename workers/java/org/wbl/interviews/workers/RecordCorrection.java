package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CORRECTION_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormReceipts;

/**
 * Records what came of the wish to correct an answer; the answer itself stays as it was given.
 *
 * <p>Reads {@code correctionId} and the answers {@code corrected} and {@code note}; sets nothing.
 */
@Component
class RecordCorrection implements TaskListener {

    private final FormReceipts receipts;
    private final Acting acting;

    RecordCorrection(FormReceipts receipts, Acting acting) {
        this.receipts = receipts;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        receipts.decide(
                CORRECTION_ID.get(task),
                "yes".equals(answers.text("corrected")),
                answers.text("note"),
                acting.userId());
    }
}
