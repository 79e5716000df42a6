package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;

/**
 * Books date, time and place.
 *
 * <p>Reads {@code interviewId} and the answers {@code startsAt} (local date and time of the district), {@code minutes},
 * {@code mode}, {@code platform} and {@code place}; sets {@code interviewAt}. Refuses a time that is past or on a day
 * without school.
 */
@Component
class RecordBooking implements TaskListener {

    private final Interviews interviews;
    private final BookableTimes times;

    RecordBooking(Interviews interviews, BookableTimes times) {
        this.interviews = interviews;
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var startsAt = times.check(task.getTenantId(), answers.text("startsAt"));
        interviews.book(
                interview,
                startsAt.toInstant(),
                answers.number("minutes"),
                Mode.valueOf(answers.text("mode")),
                answers.textOr("platform", ""),
                answers.textOr("place", ""));
        INTERVIEW_AT.set(task, startsAt.toString());
    }
}
