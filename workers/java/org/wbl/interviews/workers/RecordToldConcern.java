package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.SafetyReports;
import org.wbl.interviews.process.StartLinks;

/**
 * Keeps what an employer, a student or a family says is wrong, which opens a confidential case.
 *
 * <p>Reads {@code interviewId}, the role of the link and the answers {@code words} and {@code reachAt}; sets nothing.
 */
@Component
class RecordToldConcern implements ExecutionListener {

    private final SafetyReports reports;

    RecordToldConcern(SafetyReports reports) {
        this.reports = reports;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answers = new Answers(execution);
        var words = answers.text("words");
        reports.report(
                INTERVIEW_ID.get(execution),
                "employers".equals(StartLinks.ROLE.get(execution)) ? "EMPLOYER" : "STUDENT",
                answers.find("reachAt")
                        .map(number -> "%s\nCall back: %s".formatted(words, number))
                        .orElse(words));
    }
}
