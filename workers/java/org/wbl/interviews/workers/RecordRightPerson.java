package org.wbl.interviews.workers;

import static org.wbl.interviews.process.AddressProcess.ADDRESSEE;
import static org.wbl.interviews.process.AddressProcess.ADDRESS_CORRECTED;
import static org.wbl.interviews.process.AddressProcess.ASK_AT_ONCE;
import static org.wbl.interviews.process.AddressProcess.WRONG_PERSON_ID;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.WrongPersons;
import org.wbl.interviews.process.Refusal;

/**
 * Records who shall answer, after somebody has said that it is another person.
 *
 * <p>Reads {@code addressee}, {@code wrongPersonId}, {@code askAtOnce} and the answers {@code decision},
 * {@code newEmail}, {@code newName} and {@code newPhone}; sets {@code addressCorrected}: whether links have to go out.
 * Refuses what is no address, and a student's name.
 */
@Component
class RecordRightPerson implements TaskListener {

    private final WrongPersons wrongPersons;
    private final Corrections corrections;
    private final Acting acting;

    RecordRightPerson(WrongPersons wrongPersons, Corrections corrections, Acting acting) {
        this.wrongPersons = wrongPersons;
        this.corrections = corrections;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var wrong = wrongPersons.get(WRONG_PERSON_ID.get(task));
        var asked = ASK_AT_ONCE.get(task);
        var person = corrections.addressee(Objects.requireNonNull(task.getTenantId()), ADDRESSEE.get(task));
        var decision = answers.text("decision");
        switch (decision) {
            case "NAMED" -> {
                if (wrong.rightEmail() == null) {
                    throw new Refusal("No address was named. Choose “Somebody else” and enter one.");
                }
                if (!asked) {
                    var name = "students".equals(person.role()) || wrong.rightName() == null
                            ? person.name()
                            : wrong.rightName();
                    corrections.correct(person, wrong.rightEmail(), name, person.phone());
                }
            }
            case "OTHER" -> corrections.correct(person, answers);
            default -> {
                if (asked) {
                    corrections.correct(person, wrong.email(), wrong.name(), person.phone());
                }
            }
        }
        wrongPersons.decide(wrong.id(), decision, acting.userId());
        ADDRESS_CORRECTED.set(task, !(asked && "NAMED".equals(decision)));
    }
}
