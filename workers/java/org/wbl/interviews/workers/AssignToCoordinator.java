package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CONTACT_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Interviews;

/**
 * Gives a task to the coordinator of the interview, or of the newest interview with the employer, or to the deputy
 * while the coordinator is away.
 *
 * <p>Reads {@code interviewId} or {@code contactId}; sets nothing.
 */
@Component
class AssignToCoordinator implements TaskListener {

    private final Interviews interviews;
    private final Employers employers;
    private final StaffTasks staffTasks;

    AssignToCoordinator(Interviews interviews, Employers employers, StaffTasks staffTasks) {
        this.interviews = interviews;
        this.employers = employers;
        this.staffTasks = staffTasks;
    }

    @Override
    public void notify(DelegateTask task) {
        INTERVIEW_ID
                .find(task)
                .map(interview -> interviews.get(interview).coordinator())
                .or(() -> interviews.coordinatorOf(
                        employers.contact(CONTACT_ID.get(task)).employerId()))
                .ifPresent(coordinator -> staffTasks.give(task, coordinator));
    }
}
