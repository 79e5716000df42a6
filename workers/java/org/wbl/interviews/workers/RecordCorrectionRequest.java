package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CORRECTION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormReceipts;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.process.StartLinks;

/**
 * Records what employer, student or family ask to have corrected of an answer.
 *
 * <p>Reads {@code interviewId}, the link of the answer and the answers {@code words} and {@code reachAt}; sets
 * {@code correctionId}. Refuses a second wish before the first is answered.
 */
@Component
class RecordCorrectionRequest implements ExecutionListener {

    private final FormReceipts receipts;

    RecordCorrectionRequest(FormReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        CORRECTION_ID.set(
                execution,
                receipts.ask(
                                UUID.fromString(StartLinks.LINK.get(execution)),
                                answers.text("words"),
                                answers.find("reachAt").orElse(null))
                        .orElseThrow(
                                () -> new Refusal(
                                        "Your last wish is with the school, which will call you. Please call if it is urgent.")));
    }
}
