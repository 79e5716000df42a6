package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CLOSURE_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Holds;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.school.Closures;
import org.wbl.interviews.school.SchoolCalendars;

/**
 * Closes the school on a day, in its calendar too.
 *
 * <p>Reads the answers {@code closedOn} and {@code closureReason}; sets {@code closureId}. Refuses a day that is past
 * or without school, and a person who works for no school or for several.
 */
@Component
class RecordClosure implements ExecutionListener {

    private final Closures closures;
    private final Acting acting;
    private final SchoolCalendars calendars;
    private final Clock clock;

    RecordClosure(Closures closures, Acting acting, SchoolCalendars calendars, Clock clock) {
        this.closures = closures;
        this.acting = acting;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var school = Acting.schoolOf(execution);
        var answers = new Answers(execution);
        var day = answers.date("closedOn");
        if (day.isBefore(LocalDate.now(clock))) {
            throw new Refusal("This day is past. Give today, or a day to come.");
        }
        if (!calendars.of(school).isSchoolDay(day)) {
            throw new Refusal("There is no school on this day anyway. Please look at the date again.");
        }
        var reason = Holds.Reason.valueOf(answers.text("closureReason"));
        CLOSURE_ID.set(execution, closures.close(school, day, reason.name(), reason.words(), acting.userId()));
    }
}
