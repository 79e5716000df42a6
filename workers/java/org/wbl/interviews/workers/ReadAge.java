package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ADULT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.student.Students;

/**
 * Says whether the student is of age, so that the consent is his or her own (34 CFR 99.5).
 *
 * <p>Reads {@code interviewId}; sets {@code adult}.
 */
@Component
class ReadAge implements ExecutionListener {

    private final Interviews interviews;
    private final Students students;
    private final Clock clock;

    ReadAge(Interviews interviews, Students students, Clock clock) {
        this.interviews = interviews;
        this.students = students;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var student = interviews.get(INTERVIEW_ID.get(execution)).studentId();
        ADULT.set(execution, students.age(student, LocalDate.now(clock)) >= Permissions.OF_AGE);
    }
}
