package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ANSWERED;
import static org.wbl.interviews.process.InterviewProcess.CONTACT_ID;
import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_ID;
import static org.wbl.interviews.process.InterviewProcess.EMPLOYER_NEED;
import static org.wbl.interviews.process.InterviewProcess.ROUNDS;
import static org.wbl.interviews.process.InterviewProcess.STOP_CHECK_INS;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;

/**
 * Records what the employer answered to the check-in.
 *
 * <p>Reads {@code employerId}, {@code contactId}, {@code rounds} and the answers {@code satisfaction}, {@code need} and
 * {@code keepAsking}; sets {@code employerNeed}, {@code stopCheckIns}, {@code answered} and {@code rounds}.
 */
@Component
class RecordCheckIn implements TaskListener {

    private final Employers employers;

    RecordCheckIn(Employers employers) {
        this.employers = employers;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var need = answers.find("need");
        var stop = "NO".equals(answers.text("keepAsking"));
        employers.record(new Employers.CheckIn(
                EMPLOYER_ID.get(task),
                CONTACT_ID.get(task),
                true,
                Integer.valueOf(answers.text("satisfaction")),
                need.orElse(null),
                stop));
        if (stop) {
            employers.optOut(EMPLOYER_ID.get(task));
        }
        EMPLOYER_NEED.set(task, need.isPresent());
        STOP_CHECK_INS.set(task, stop);
        ANSWERED.set(task, true);
        ROUNDS.set(task, ROUNDS.get(task) + 1);
    }
}
