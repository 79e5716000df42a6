package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;

/**
 * Records how they are to meet and what must be arranged, or that the request is stopped.
 *
 * <p>Reads {@code interviewId} and the answers {@code decision}, {@code mode}, {@code accommodations},
 * {@code stopReason} and {@code note}; sets {@code ending} when it is stopped.
 */
@Component
class RecordScreening implements TaskListener {

    private final Interviews interviews;

    RecordScreening(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        if ("GO".equals(answers.text("decision"))) {
            var mode = answers.find("mode")
                    .map(Mode::valueOf)
                    .orElseGet(() -> interviews.get(interview).mode());
            interviews.screen(interview, mode, answers.textOr("accommodations", ""));
        } else {
            answers.find("note").ifPresent(note -> interviews.note(interview, note));
            ENDING.set(task, Ending.valueOf(answers.text("stopReason")).name());
        }
    }
}
