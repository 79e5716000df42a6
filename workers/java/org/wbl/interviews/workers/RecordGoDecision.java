package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;

/**
 * Records whether the interview takes place, and what was ticked in the coordinator's checklist.
 *
 * <p>Reads {@code interviewId} and the answers {@code go}, {@code note} and {@code checkedBefore}; sets {@code ending}
 * to NOT_PREPARED when it is called off.
 */
@Component
class RecordGoDecision implements TaskListener {

    private final Interviews interviews;
    private final Acting acting;

    RecordGoDecision(Interviews interviews, Acting acting) {
        this.interviews = interviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        var checked = answers.codes("checkedBefore");
        if (!checked.isEmpty()) {
            interviews.addNote(
                    task.getTenantId(), interview, null, task.getTaskDefinitionKey(), null, checked, acting.userId());
        }
        if ("GO".equals(answers.text("go"))) {
            interviews.ready(interview);
        } else {
            interviews.note(interview, answers.textOr("note", ""));
            ENDING.set(task, Ending.NOT_PREPARED.name());
        }
    }
}
