package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Arrangements;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;

/**
 * Records travel, escort and safety of a visit to a workplace, or what else was improved where nobody travels.
 *
 * <p>Reads {@code interviewId} and the answers {@code travel}, {@code route}, {@code escort}, {@code leavesAt},
 * {@code returnsAt}, {@code missedClasses}, {@code siteCheckedOn} and {@code planNote}; sets nothing. Refuses a safety
 * check that is not a day of the last twelve months, and a return before the departure.
 */
@Component
class RecordVisitPlan implements TaskListener {

    /** What notes of improvements are about. */
    static final String IMPROVED = "Activity_ImprovePlan";

    private final Arrangements arrangements;
    private final Interviews interviews;
    private final Acting acting;
    private final Clock clock;

    RecordVisitPlan(Arrangements arrangements, Interviews interviews, Acting acting, Clock clock) {
        this.arrangements = arrangements;
        this.interviews = interviews;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var improved = answers.find("planNote");
        if (improved.isPresent()) {
            interviews.addNote(
                    task.getTenantId(), INTERVIEW_ID.get(task), null, IMPROVED, null, improved.get(), acting.userId());
            return;
        }
        var leavesAt = answers.text("leavesAt");
        var returnsAt = answers.text("returnsAt");
        if (returnsAt.compareTo(leavesAt) <= 0) {
            throw new Refusal("The return must be later than the departure.");
        }
        arrangements.planVisit(
                INTERVIEW_ID.get(task),
                new Arrangements.VisitPlan(
                        answers.text("travel"),
                        answers.text("route"),
                        answers.text("escort"),
                        leavesAt,
                        returnsAt,
                        answers.text("missedClasses"),
                        checked(answers.date("siteCheckedOn"))),
                acting.userId());
    }

    private LocalDate checked(LocalDate checked) {
        var today = LocalDate.now(clock);
        if (!checked.isAfter(today) && checked.isAfter(today.minusMonths(12))) {
            return checked;
        }
        throw new Refusal("The safety check must be one of the last twelve months. Have the workplace checked first.");
    }
}
