package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.TIME_TO_ARRANGE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.school.SchoolCalendars;

/**
 * Says whether something can still be arranged: from nine o'clock on the last business day before the interview on, the
 * decision is made with what is there.
 *
 * <p>Reads {@code interviewAt}; sets {@code timeToArrange}.
 */
@Component
class LookUpTimeLeft implements ExecutionListener {

    private final SchoolCalendars calendars;

    LookUpTimeLeft(SchoolCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public void notify(DelegateExecution execution) {
        TIME_TO_ARRANGE.set(
                execution, calendars.of(execution.getTenantId()).isBeforeTheDayBefore(INTERVIEW_AT.get(execution)));
    }
}
