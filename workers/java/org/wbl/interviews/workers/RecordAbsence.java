package org.wbl.interviews.workers;

import static org.wbl.interviews.process.StaffProcess.ABSENCE_ID;
import static org.wbl.interviews.process.StaffProcess.BACK_ON;
import static org.wbl.interviews.process.StaffProcess.FIRST_DAY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.school.SchoolCalendars;
import org.wbl.interviews.staff.Absences;

/**
 * Records that a coordinator or teacher will be away, and who stands in.
 *
 * <p>Reads the answers {@code absent}, {@code deputy}, {@code firstDay} and {@code backOn}; sets {@code absenceId},
 * {@code absenceFirstDay}, {@code absenceBackOn} and the business key. Refuses days without a school day, a deputy who
 * cannot do the tasks, and people who are away or stand in on those days already.
 */
@Component
class RecordAbsence implements ExecutionListener {

    private static final int LONGEST_DAYS = 366;

    private final Absences absences;
    private final StaffIdentity staff;
    private final SchoolCalendars calendars;
    private final Acting acting;
    private final Clock clock;

    RecordAbsence(Absences absences, StaffIdentity staff, SchoolCalendars calendars, Acting acting, Clock clock) {
        this.absences = absences;
        this.staff = staff;
        this.calendars = calendars;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var school = execution.getTenantId();
        if (school == null) {
            throw new Refusal("Choose the school that the absence is about.");
        }
        var answers = new Answers(execution);
        var absent = answers.text("absent");
        var deputy = answers.text("deputy");
        var firstDay = answers.date("firstDay");
        var backOn = answers.date("backOn");
        checkDays(school, firstDay, backOn);
        checkPeople(school, absent, deputy);
        absences.lock(school);
        absences.between(school, firstDay, backOn).forEach(other -> checkOverlap(other, absent, deputy));
        var id = absences.record(school, absent, deputy, firstDay, backOn, acting.userId());
        execution.setProcessBusinessKey("absence-" + id);
        ABSENCE_ID.set(execution, id);
        FIRST_DAY.set(execution, firstDay.toString());
        BACK_ON.set(execution, backOn.toString());
    }

    private void checkDays(String school, LocalDate firstDay, LocalDate backOn) {
        if (!firstDay.isBefore(backOn)) {
            throw new Refusal("The day of the return must be later than the first day away.");
        }
        if (!backOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("The day of the return must be later than today.");
        }
        if (firstDay.plusDays(LONGEST_DAYS).isBefore(backOn)) {
            throw new Refusal(
                    "An absence is at most a year long. Hand the interviews over to another coordinator instead.");
        }
        var calendar = calendars.of(school);
        if (firstDay.datesUntil(backOn).noneMatch(calendar::isSchoolDay)) {
            throw new Refusal("There is no school on any of these days. Nobody needs to stand in.");
        }
    }

    private void checkPeople(String school, String absent, String deputy) {
        if (absent.equals(deputy)) {
            throw new Refusal("Nobody stands in for themselves. Choose another deputy.");
        }
        var coordinators = staff.members(Groups.COORDINATORS, List.of(school)).keySet();
        if (coordinators.contains(absent) && !coordinators.contains(deputy)) {
            throw new Refusal("Only a coordinator can stand in for a coordinator. Choose another deputy.");
        }
    }

    private static void checkOverlap(Absences.Absence other, String absent, String deputy) {
        if (other.absent().equals(absent)) {
            throw new Refusal(
                    "This person is entered as away on some of these days already. End that absence first, in its"
                            + " open task.");
        }
        if (other.absent().equals(deputy)) {
            throw new Refusal("The deputy is away on some of these days, too. Choose another one.");
        }
        if (other.deputy().equals(absent)) {
            throw new Refusal(
                    "This person stands in for somebody on some of these days. End that absence first, in its open"
                            + " task, and enter it anew with another deputy.");
        }
    }
}
