package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.APPROVAL_DECISION;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Permissions;

/**
 * Records whether the administrator approves the activity.
 *
 * <p>Reads {@code interviewId} and the answers {@code decision} and {@code reason}; sets {@code approvalDecision}.
 */
@Component
class RecordApproval implements TaskListener {

    private final Permissions permissions;
    private final Acting acting;

    RecordApproval(Permissions permissions, Acting acting) {
        this.permissions = permissions;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var decision = answers.text("decision");
        permissions.recordApproval(
                interview, "APPROVE".equals(decision), answers.find("reason").orElse(null), acting.userId());
        APPROVAL_DECISION.set(task, decision);
    }
}
