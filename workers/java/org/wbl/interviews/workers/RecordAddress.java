package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.ADDRESSEE;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Corrects the address of an employer's contact, a student or a family.
 *
 * <p>Reads the answers {@code person}, {@code newEmail}, {@code newName}, {@code newPhone} and {@code newLanguage};
 * sets {@code addressee}. Refuses somebody of another school, what is no address, and a student's name.
 */
@Component
class RecordAddress implements ExecutionListener {

    private final Corrections corrections;

    RecordAddress(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var person =
                corrections.addressee(Objects.requireNonNullElse(execution.getTenantId(), ""), answers.text("person"));
        corrections.correct(person, answers);
        ADDRESSEE.set(execution, person.key());
    }
}
