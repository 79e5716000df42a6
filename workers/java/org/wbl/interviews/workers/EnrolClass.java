package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.PARTICIPATIONS;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.student.Students;

/**
 * Opens the part of every student in a class session who is thirteen or older.
 *
 * <p>Reads {@code interviewId}; sets {@code participations}, the ids of their parts. May be repeated.
 */
@Component
class EnrolClass implements JavaDelegate {

    private final Interviews interviews;
    private final Clock clock;

    EnrolClass(Interviews interviews, Clock clock) {
        this.interviews = interviews;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var bornUntil = LocalDate.now(clock).minusYears(Students.YOUNGEST);
        execution.setVariable(PARTICIPATIONS, interviews.enrol(INTERVIEW_ID.get(execution), bornUntil));
    }
}
