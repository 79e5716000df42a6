package org.wbl.interviews.workers;

import static org.wbl.interviews.process.StaffProcess.HANDOVER_DAY;
import static org.wbl.interviews.process.StaffProcess.HANDOVER_ID;
import static org.wbl.interviews.process.StaffProcess.TASKS_MOVED;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Handovers;
import org.wbl.interviews.process.ProcessVariable;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.staff.Absences;

/**
 * Records that interviews shall go from one coordinator to another.
 *
 * <p>Reads the answers {@code outgoing}, {@code successor}, {@code day} and {@code most}; sets {@code handoverId},
 * {@code handoverDay}, {@code handoverTasks} and the business key. Refuses a handover to the same person, on a day that
 * is past or over a year away, and by somebody who stands in for another.
 */
@Component
class RecordHandover implements ExecutionListener {

    private final Handovers handovers;
    private final Absences absences;
    private final Acting acting;
    private final Clock clock;

    RecordHandover(Handovers handovers, Absences absences, Acting acting, Clock clock) {
        this.handovers = handovers;
        this.absences = absences;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var school = execution.getTenantId();
        if (school == null) {
            throw new Refusal("Choose the school that the handover is about.");
        }
        var answers = new Answers(execution);
        var outgoing = answers.text("outgoing");
        var successor = answers.text("successor");
        if (outgoing.equals(successor)) {
            throw new Refusal("Choose two different coordinators.");
        }
        var day = answers.date("day");
        var today = LocalDate.now(clock);
        if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
            throw new Refusal("Choose a day from today on, within a year.");
        }
        if (absences.between(school, day, day.plusYears(1)).stream()
                .anyMatch(absence -> absence.deputy().equals(outgoing))) {
            throw new Refusal(
                    "Who hands over stands in for somebody who is away then. End that absence first, in its open"
                            + " task, and enter it anew with another deputy.");
        }
        var most = ProcessVariable.integer("most").find(execution).orElse(null);
        var id = handovers.record(school, outgoing, successor, most, acting.userId());
        execution.setProcessBusinessKey("handover-" + id);
        HANDOVER_ID.set(execution, id);
        HANDOVER_DAY.set(execution, day.toString());
        TASKS_MOVED.set(execution, 0);
    }
}
