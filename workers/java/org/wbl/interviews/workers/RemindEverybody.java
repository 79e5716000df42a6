package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Queues the mails of the day before, to employer, student, family and teacher.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class RemindEverybody implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    RemindEverybody(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        mails.toEmployer(Template.DAY_BEFORE, file);
        mails.toStudent(Template.DAY_BEFORE, file);
        mails.toGuardian(Template.DAY_BEFORE, file);
        mails.toTeacher(Template.DAY_BEFORE, file);
    }
}
