package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ACCOMMODATIONS_OPEN;
import static org.wbl.interviews.process.InterviewProcess.APPROVAL_OPEN;
import static org.wbl.interviews.process.InterviewProcess.CONSENT_OPEN;
import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_OPEN;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.ROOM_OPEN;
import static org.wbl.interviews.process.InterviewProcess.VISIT_NEEDED;
import static org.wbl.interviews.process.InterviewProcess.VISIT_OPEN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Arrangements;
import org.wbl.interviews.interview.Interviews;

/**
 * Says what is still to be arranged: what the decision table "Interview mode" asks for and does not stand already.
 *
 * <p>Reads {@code interviewId} and the table's row (columns visit, consent, approval, room and employer); sets
 * {@code visitNeeded}, {@code visitOpen}, {@code consentOpen}, {@code approvalOpen}, {@code roomOpen},
 * {@code employerOpen} and {@code accommodationsOpen}. An employer that did not answer is not asked the same again.
 * Fails when the table has no row, or several, for the mode.
 */
@Component
class LookUpNeeds implements ExecutionListener {

    private final Arrangements arrangements;
    private final Interviews interviews;

    LookUpNeeds(Arrangements arrangements, Interviews interviews) {
        this.arrangements = arrangements;
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var interview = INTERVIEW_ID.get(execution);
        var row = ModeRow.of(execution);
        var file = interviews.get(interview);
        var standing = arrangements.standing(interview);
        VISIT_NEEDED.set(execution, row.asks("visit"));
        VISIT_OPEN.set(execution, row.asks("visit") && !standing.visit());
        CONSENT_OPEN.set(execution, row.asks("consent") && !standing.consent() && !file.isClassSession());
        APPROVAL_OPEN.set(execution, row.asks("approval") && !standing.approval());
        ROOM_OPEN.set(execution, row.asks("room") && !standing.room());
        EMPLOYER_OPEN.set(execution, row.asks("employer") && !standing.employer() && !standing.employerAsked());
        ACCOMMODATIONS_OPEN.set(execution, file.accommodations() != null && !standing.accommodations());
    }
}
