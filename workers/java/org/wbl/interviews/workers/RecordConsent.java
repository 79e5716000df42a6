package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CONSENT_GIVEN;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Arrangements;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.student.Students;

/**
 * Records what the family allows, in three scopes, and mails it what it allowed, to keep.
 *
 * <p>Reads {@code interviewId} and the answers {@code participate}, {@code shareData}, {@code video}, {@code signedBy},
 * {@code relationship}, {@code emergencyContact} and {@code medical}; sets {@code consentGiven}.
 */
@Component
class RecordConsent implements TaskListener {

    private final Permissions permissions;
    private final Arrangements arrangements;
    private final Interviews interviews;
    private final Students students;
    private final Mails mails;
    private final Acting acting;
    private final Clock clock;

    RecordConsent(
            Permissions permissions,
            Arrangements arrangements,
            Interviews interviews,
            Students students,
            Mails mails,
            Acting acting,
            Clock clock) {
        this.permissions = permissions;
        this.arrangements = arrangements;
        this.interviews = interviews;
        this.mails = mails;
        this.acting = acting;
        this.students = students;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var participate = answers.yes("participate");
        if ("STUDENT_18".equals(answers.text("relationship"))
                && students.age(interviews.get(interview).studentId(), LocalDate.now(clock)) < Permissions.OF_AGE) {
            throw new Refusal("The student is not 18 yet: a parent or legal guardian has to sign.");
        }
        permissions.record(new Permissions.Consent(
                interview,
                participate,
                participate && answers.yes("shareData"),
                participate && answers.yes("video"),
                answers.text("signedBy"),
                answers.text("relationship"),
                acting.staff().orElse(null)));
        answers.find("emergencyContact")
                .ifPresent(contact -> arrangements.noteEmergency(
                        interview, contact, answers.find("medical").orElse(null)));
        CONSENT_GIVEN.set(task, participate);
        if (participate) {
            sendReceipt(interviews.get(interview), answers.text("relationship"));
        }
    }

    private void sendReceipt(CaseFile file, String relationship) {
        if ("STUDENT_18".equals(relationship)) {
            mails.toStudent(Template.CONSENT_RECEIPT, file);
        } else {
            mails.toGuardian(Template.CONSENT_RECEIPT, file);
        }
    }
}
