package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.STILL_GOING_ON;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.student.Students;

/**
 * Opens the interview that a coordinator asked for.
 *
 * <p>Reads the answers {@code student}, {@code teacher}, {@code coordinator}, {@code mode}, {@code careerField},
 * {@code reason} and {@code accommodations}; sets {@code interviewId}, {@code ending} and the business key. Refuses a
 * student under thirteen (16 CFR 312), a second open interview in the same field, and a person who works for no school
 * or for several.
 */
@Component
class RecordRequest implements ExecutionListener {

    private final Interviews interviews;
    private final Students students;
    private final Acting acting;
    private final Clock clock;

    RecordRequest(Interviews interviews, Students students, Acting acting, Clock clock) {
        this.interviews = interviews;
        this.students = students;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var school = Acting.schoolOf(execution);
        var answers = new Answers(execution);
        var student = answers.id("student");
        if (students.age(student, LocalDate.now(clock)) < Students.YOUNGEST) {
            throw new Refusal("Students under thirteen do not take part.");
        }
        if (interviews.hasOpen(student, answers.text("careerField"))) {
            throw new Refusal("This student has an open interview in this field already.");
        }
        var id = interviews.request(
                school,
                student,
                acting.userId(),
                answers.text("coordinator"),
                answers.text("teacher"),
                Mode.valueOf(answers.text("mode")),
                answers.text("careerField"),
                answers.text("reason"),
                answers.textOr("accommodations", ""));
        execution.setProcessBusinessKey(id);
        INTERVIEW_ID.set(execution, id);
        ENDING.set(execution, STILL_GOING_ON);
    }
}
