package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ACCOMMODATIONS_OPEN;
import static org.wbl.interviews.process.InterviewProcess.APPROVAL_OPEN;
import static org.wbl.interviews.process.InterviewProcess.CONSENT_OPEN;
import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_OPEN;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;
import static org.wbl.interviews.process.InterviewProcess.ROOM_OPEN;
import static org.wbl.interviews.process.InterviewProcess.VISIT_NEEDED;
import static org.wbl.interviews.process.InterviewProcess.VISIT_OPEN;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
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
 * {@code employerOpen} and {@code accommodationsOpen}. Fails when the table has no row, or several, for the mode.
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
        var row = row(execution);
        var standing = arrangements.standing(interview);
        VISIT_NEEDED.set(execution, asks(row, "visit"));
        VISIT_OPEN.set(execution, asks(row, "visit") && !standing.visit());
        CONSENT_OPEN.set(execution, asks(row, "consent") && !standing.consent());
        APPROVAL_OPEN.set(execution, asks(row, "approval") && !standing.approval());
        ROOM_OPEN.set(execution, asks(row, "room") && !standing.room());
        EMPLOYER_OPEN.set(execution, asks(row, "employer") && !standing.employer());
        ACCOMMODATIONS_OPEN.set(
                execution, interviews.get(interview).accommodations() != null && !standing.accommodations());
    }

    private static Map<String, Object> row(DelegateExecution execution) {
        var found = (DmnDecisionResult) execution.getVariable("decisionResult");
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "The decision table 'Interview mode' must have exactly one row for the mode of this interview.");
        }
        return found.getSingleResult().getEntryMap();
    }

    private static boolean asks(Map<String, Object> row, String column) {
        if (row.get(column) instanceof Boolean asks) {
            return asks;
        }
        throw new IllegalStateException(
                "The decision table 'Interview mode' must say true or false in the column '%s'.".formatted(column));
    }
}
