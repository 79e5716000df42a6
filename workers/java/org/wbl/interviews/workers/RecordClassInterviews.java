package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.KEY;
import static org.wbl.interviews.process.InterviewProcess.LEFT_OUT;
import static org.wbl.interviews.process.InterviewProcess.LEFT_OUT_STUDENTS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.ClassLists;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.student.Students;

/**
 * Asks for an interview of its own for every student of a class.
 *
 * <p>Reads the answers {@code classList}, {@code teacher}, {@code coordinator}, {@code mode}, {@code careerField} and
 * {@code reason}; sets {@code leftOut} and {@code leftOutStudents}, their ids separated by commas. Left out is who is
 * under thirteen, or has an open interview in the field.
 */
@Component
class RecordClassInterviews implements ExecutionListener {

    private final ClassLists classLists;
    private final Interviews interviews;
    private final Students students;
    private final RuntimeService runtime;
    private final Clock clock;

    RecordClassInterviews(
            ClassLists classLists, Interviews interviews, Students students, RuntimeService runtime, Clock clock) {
        this.classLists = classLists;
        this.interviews = interviews;
        this.students = students;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var leftOut = new ArrayList<String>();
        for (var member : classLists.members(answers.id("classList"))) {
            if (interviews.hasOpen(member.id(), answers.text("careerField"))
                    || students.age(member.id(), LocalDate.now(clock)) < Students.YOUNGEST) {
                leftOut.add(String.valueOf(member.id()));
            } else {
                runtime.startProcessInstanceByKey(KEY, request(member.id(), execution.getTenantId(), answers));
            }
        }
        LEFT_OUT.set(execution, !leftOut.isEmpty());
        LEFT_OUT_STUDENTS.set(execution, String.join(",", leftOut));
    }

    /** The answers that a coordinator would give for one student; the first step of the interview records them. */
    private static VariableMap request(long student, @Nullable String school, Answers answers) {
        var request = Variables.createVariables()
                .putValueTyped("student", Variables.stringValue(String.valueOf(student), true))
                .putValueTyped("school", Variables.stringValue(school, true));
        for (var answer : List.of("teacher", "coordinator", "mode", "careerField", "reason")) {
            request.putValueTyped(answer, Variables.stringValue(answers.text(answer), true));
        }
        return request;
    }
}
