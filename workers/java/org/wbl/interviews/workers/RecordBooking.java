package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.school.SchoolCalendar;
import org.wbl.interviews.school.SchoolCalendars;

/**
 * Books date, time and place.
 *
 * <p>Reads {@code interviewId} and the answers {@code startsAt} (local date and time of the district), {@code minutes}
 * and {@code place}; sets {@code interviewAt}. Refuses a time that is past, a day without school, an exam day, and a
 * half day.
 */
@Component
class RecordBooking implements TaskListener {

    private final Interviews interviews;
    private final SchoolCalendars schoolCalendars;
    private final Clock clock;

    RecordBooking(Interviews interviews, SchoolCalendars schoolCalendars, Clock clock) {
        this.interviews = interviews;
        this.schoolCalendars = schoolCalendars;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var startsAt = LocalDateTime.parse(answers.text("startsAt")).atZone(clock.getZone());
        if (!startsAt.toInstant().isAfter(clock.instant())) {
            throw new Refusal("This time is past. Choose a time that is still to come.");
        }
        var day = startsAt.toLocalDate();
        var calendar = schoolCalendars.of(task.getTenantId());
        refuseDay(calendar, day);
        interviews.book(
                interview,
                startsAt.toInstant(),
                answers.number("minutes"),
                answers.text("place"),
                calendar.isExpedited(day));
        INTERVIEW_AT.set(task, startsAt.toOffsetDateTime().toString());
    }

    private static void refuseDay(SchoolCalendar calendar, LocalDate day) {
        if (!calendar.isSchoolDay(day)) {
            throw new Refusal("There is no school on that day. Choose another day.");
        }
        if (calendar.isExamDay(day)) {
            throw new Refusal("That is an exam day, without interviews. Choose another day.");
        }
        if (calendar.isHalfDay(day)) { // every interview is at a workplace
            throw new Refusal("That is a half day, on which no student travels to a workplace. Choose another day.");
        }
    }
}
