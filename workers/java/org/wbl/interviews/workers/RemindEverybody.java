package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.mail.Template;

/**
 * Queues the mails of the day before, and records what the employer is told of the student.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class RemindEverybody implements JavaDelegate {

    private final Interviews interviews;
    private final Permissions permissions;
    private final Mails mails;

    RemindEverybody(Interviews interviews, Permissions permissions, Mails mails) {
        this.interviews = interviews;
        this.permissions = permissions;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        mails.toEmployer(Template.DAY_BEFORE, file);
        mails.toStudent(Template.DAY_BEFORE, file);
        if (file.shareData()) {
            permissions.recordDisclosure(file, "first name, grade, program, questions", "day before the interview");
        }
    }
}
