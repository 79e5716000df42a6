package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.NEW_HOST;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Sends the employer the fact and tip sheet, once.
 *
 * <p>Reads {@code interviewId}; sets {@code newHost}: no interview with this employer was held before.
 */
@Component
class SendOrientation implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    SendOrientation(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        mails.toEmployerOnce(Template.ORIENTATION, file);
        NEW_HOST.set(execution, !interviews.hasHosted(Objects.requireNonNull(file.employerId())));
    }
}
