package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Template;

/**
 * Queues the confirmations with their calendar invitations, to employer and student.
 *
 * <p>Reads {@code interviewId}; sets nothing.
 */
@Component
class ConfirmBooking implements JavaDelegate {

    private final Interviews interviews;
    private final Mails mails;

    ConfirmBooking(Interviews interviews, Mails mails) {
        this.interviews = interviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = interviews.get(INTERVIEW_ID.get(execution));
        mails.to("employers", Template.BOOKING_CONFIRMATION, file);
        mails.to("students", Template.STUDENT_CONFIRMATION, file);
    }
}
