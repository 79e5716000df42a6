package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_AT;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.interview.Recordings;
import org.wbl.interviews.process.Refusal;
import org.wbl.interviews.school.SchoolCalendars;

/**
 * Books what a class watches, and when.
 *
 * <p>Reads {@code interviewId} and the answers {@code recording}, {@code startsAt}, {@code minutes} and {@code place};
 * sets {@code interviewAt}. Refuses a time that cannot be booked, and a recording that may not be shown on that day.
 */
@Component
class RecordRecordingChoice implements TaskListener {

    private final Interviews interviews;
    private final Recordings recordings;
    private final BookableTimes times;
    private final SchoolCalendars schoolCalendars;

    RecordRecordingChoice(
            Interviews interviews, Recordings recordings, BookableTimes times, SchoolCalendars schoolCalendars) {
        this.interviews = interviews;
        this.recordings = recordings;
        this.times = times;
        this.schoolCalendars = schoolCalendars;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var startsAt = times.check(task.getTenantId(), answers.text("startsAt"), Mode.RECORDED_SIMULATION);
        if (!recordings.mayBeShown(answers.id("recording"), startsAt.toLocalDate())) {
            throw new Refusal("This recording may not be shown on that day. Choose another one, or an earlier day.");
        }
        interviews.watch(interview, answers.id("recording"));
        interviews.book(
                interview,
                startsAt.toInstant(),
                answers.number("minutes"),
                Mode.RECORDED_SIMULATION,
                "",
                answers.text("place"),
                schoolCalendars.of(task.getTenantId()).isExpedited(startsAt.toLocalDate()));
        INTERVIEW_AT.set(task, startsAt.toString());
    }
}
