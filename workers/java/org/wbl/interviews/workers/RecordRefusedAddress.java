package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.ADDRESSEE;
import static org.wbl.interviews.process.AddressProcess.ADDRESS_CORRECTED;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Corrects an address that the mail server refused, or leaves it.
 *
 * <p>Reads {@code addressee} and the answers {@code decision}, {@code newEmail}, {@code newName} and {@code newPhone};
 * sets {@code addressCorrected}. Refuses what is no address, and a student's name.
 */
@Component
class RecordRefusedAddress implements TaskListener {

    private final Corrections corrections;

    RecordRefusedAddress(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var correct = "CORRECT".equals(answers.text("decision"));
        if (correct) {
            corrections.correct(
                    corrections.addressee(Objects.requireNonNull(task.getTenantId()), ADDRESSEE.get(task)), answers);
        }
        ADDRESS_CORRECTED.set(task, correct);
    }
}
