package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.DETAILS_AGREED;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Arrangements;

/**
 * Records the employer's word that all stands as agreed, or what is different.
 *
 * <p>Reads {@code interviewId} and the answers {@code asAgreed}, {@code changes}, {@code siteContact} and
 * {@code accessNotes}; sets {@code detailsAgreed}.
 */
@Component
class RecordConfirmation implements TaskListener {

    private final Arrangements arrangements;
    private final Acting acting;

    RecordConfirmation(Arrangements arrangements, Acting acting) {
        this.arrangements = arrangements;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var asAgreed = answers.yes("asAgreed");
        arrangements.confirm(
                INTERVIEW_ID.get(task),
                asAgreed,
                answers.find("changes").orElse(null),
                answers.find("accessNotes").orElse(null),
                answers.find("siteContact").orElse(null),
                acting.channel());
        DETAILS_AGREED.set(task, asAgreed);
    }
}
