package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;

/**
 * Gives a task to the teacher of the interview.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class AssignToTeacher implements TaskListener {

    private final Interviews interviews;

    AssignToTeacher(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setAssignee(interviews.get(INTERVIEW_ID.get(task)).teacher());
    }
}
