package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.STILL_GOING_ON;
import static org.wbl.interviews.process.InterviewProcess.STILL_OPEN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.ClassLists;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.process.Refusal;

/**
 * Opens a class session.
 *
 * <p>Reads the answers {@code classList}, {@code teacher}, {@code coordinator}, {@code mode}, {@code careerField} and
 * {@code reason}; sets {@code interviewId}, {@code ending}, {@code stillGoingOn} and the business key. Refuses a class
 * of fewer than two or more than thirty students, and a person who works for no school or for several.
 */
@Component
class RecordClassRequest implements ExecutionListener {

    private static final int FEWEST = 2;
    private static final int MOST = 30;

    private final ClassLists classLists;
    private final Interviews interviews;
    private final Acting acting;

    RecordClassRequest(ClassLists classLists, Interviews interviews, Acting acting) {
        this.classLists = classLists;
        this.interviews = interviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var classList = answers.id("classList");
        var students = classLists.members(classList).size();
        if (students < FEWEST || students > MOST) {
            throw new Refusal(
                    "A class session has %d to %d students; this class has %d.".formatted(FEWEST, MOST, students));
        }
        var id = interviews.requestSession(
                Acting.schoolOf(execution),
                classList,
                acting.userId(),
                answers.text("coordinator"),
                answers.text("teacher"),
                Mode.valueOf(answers.text("mode")),
                answers.text("careerField"),
                answers.text("reason"));
        execution.setProcessBusinessKey(id);
        INTERVIEW_ID.set(execution, id);
        ENDING.set(execution, STILL_GOING_ON);
        STILL_OPEN.set(execution, STILL_GOING_ON);
    }
}
