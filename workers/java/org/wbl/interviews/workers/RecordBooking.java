package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.school.SchoolCalendars;

/**
 * Books date, time and place.
 *
 * <p>Reads {@code interviewId} and the answers {@code startsAt} (local date and time of the district), {@code minutes},
 * {@code mode}, {@code platform} and {@code place}; sets {@code interviewAt}. Refuses a time that is past, a day
 * without school, an exam day, a half day for a visit to a workplace, and a time at which the employer's contact or the
 * student is in another interview.
 */
@Component
class RecordBooking implements TaskListener {

    private final Interviews interviews;
    private final BookableTimes times;
    private final SchoolCalendars schoolCalendars;

    RecordBooking(Interviews interviews, BookableTimes times, SchoolCalendars schoolCalendars) {
        this.interviews = interviews;
        this.times = times;
        this.schoolCalendars = schoolCalendars;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var mode = answers.find("mode")
                .map(Mode::valueOf)
                .orElseGet(() -> interviews.get(interview).mode());
        var startsAt = times.check(task.getTenantId(), answers.text("startsAt"), mode);
        var minutes = answers.number("minutes");
        interviews.lockTimes(interview);
        times.checkFree(interview, startsAt, minutes, mode);
        interviews.book(
                interview,
                startsAt.toInstant(),
                minutes,
                mode,
                answers.textOr("platform", ""),
                answers.textOr("place", ""),
                schoolCalendars.of(task.getTenantId()).isExpedited(startsAt.toLocalDate()));
        INTERVIEW_AT.set(task, startsAt.toString());
    }
}
