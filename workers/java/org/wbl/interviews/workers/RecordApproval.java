package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.APPROVED;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Permissions;

/**
 * Records whether the administrator approves the visit.
 *
 * <p>Reads {@code interviewId} and the answers {@code decision}, {@code travel}, {@code escort} and {@code reason};
 * sets {@code approved}.
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
        var approved = "APPROVE".equals(answers.text("decision"));
        permissions.recordApproval(
                interview,
                approved,
                answers.find("reason").orElse(null),
                answers.text("travel") + ": " + answers.text("escort"),
                acting.userId());
        APPROVED.set(task, approved);
    }
}
