package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ReportProcess.COMMENT;
import static org.wbl.interviews.process.ReportProcess.REPORT_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.report.Report;
import org.wbl.interviews.report.Reports;
import org.wbl.interviews.report.Targets;
import org.wbl.interviews.school.SchoolYear;

/**
 * Records who read a report, the comment, and the targets of the school year.
 *
 * <p>Reads {@code reportId} and the answers {@code comment}, {@code heldTarget}, {@code reachTarget} and
 * {@code completionTarget} (each may be empty); sets nothing. Refuses who may not see every school in the report, a
 * share that is not from 1 to 100 percent, a number of interviews that is not from 1 to 100,000, and a target in a
 * report about several schools or about some of the interviews.
 */
@Component
class RecordReading implements TaskListener {

    private static final int MOST_INTERVIEWS = 100_000;
    private static final int PERCENT = 100;

    private final Reports reports;
    private final Targets targets;
    private final StaffIdentity staff;
    private final Acting acting;
    private final Clock clock;

    RecordReading(Reports reports, Targets targets, StaffIdentity staff, Acting acting, Clock clock) {
        this.reports = reports;
        this.targets = targets;
        this.staff = staff;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var report = reports.get(REPORT_ID.get(task));
        if (acting.staff().isPresent() && !mayRead(acting.userId(), report)) {
            throw new Refusal("This report is also about schools that are not yours. Who leads all of them reads it.");
        }
        reports.comment(report.id(), acting.userId(), COMMENT.find(task).orElse(""));
        var answers = new Answers(task);
        target(report, answers, "heldTarget", MOST_INTERVIEWS).ifPresent(number -> set(report, Targets.HELD, number));
        target(report, answers, "reachTarget", PERCENT)
                .ifPresent(percent -> set(report, Targets.REACH, percent / (double) PERCENT));
        target(report, answers, "completionTarget", PERCENT)
                .ifPresent(percent -> set(report, Targets.COMPLETION, percent / (double) PERCENT));
    }

    private boolean mayRead(String user, Report report) {
        return staff.member(user)
                .filter(reader -> reports.mayRead(reader, report))
                .isPresent();
    }

    private static Optional<Integer> target(Report report, Answers answers, String key, int most) {
        var target = answers.findNumber(key);
        if (target.isPresent() && !Targets.maySet(report)) {
            throw new Refusal("A target is for one school or for all of them, and for all of its interviews. Write what"
                    + " you want to reach here into the comment.");
        }
        if (target.filter(number -> number < 1 || number > most).isPresent()) {
            throw new Refusal(
                    most == PERCENT
                            ? "A target in percent must be from 1 to 100."
                            : "The target of interviews must be a number from 1 to 100,000.");
        }
        return target;
    }

    private void set(Report report, String measure, double value) {
        targets.set(
                report.schools().stream().findFirst().orElse(null),
                SchoolYear.of(LocalDate.now(clock)),
                measure,
                value,
                acting.userId());
    }
}
