package org.wbl.interviews.workers;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.ClassLists;
import org.wbl.interviews.process.Refusal;

/**
 * Keeps the students of a class.
 *
 * <p>Reads the answers {@code className} and {@code classStudents}; sets nothing. Refuses a list without students, and
 * a person who works for no school or for several.
 */
@Component
class RecordClassList implements ExecutionListener {

    private final ClassLists classLists;

    RecordClassList(ClassLists classLists) {
        this.classLists = classLists;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var students =
                answers.choices("classStudents").stream().map(Long::valueOf).toList();
        if (students.isEmpty()) {
            throw new Refusal("Choose the students of the class.");
        }
        classLists.keep(Acting.schoolOf(execution), answers.text("className").strip(), students);
    }
}
