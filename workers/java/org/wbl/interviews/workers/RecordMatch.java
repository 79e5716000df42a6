package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.ENDING;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Refusal;

/**
 * Records which employer is invited, or that there is none.
 *
 * <p>Reads {@code interviewId} and the answers {@code decision} and {@code contact}; sets {@code ending} to NO_EMPLOYER
 * when the coordinator stops. Refuses an employer that was asked for as many students as it may be, or had an interview
 * lately.
 */
@Component
class RecordMatch implements TaskListener {

    private final Interviews interviews;
    private final Employers employers;

    RecordMatch(Interviews interviews, Employers employers) {
        this.interviews = interviews;
        this.employers = employers;
    }

    @Override
    public void notify(DelegateTask task) {
        var interview = INTERVIEW_ID.get(task);
        var answers = new Answers(task);
        if ("STOP".equals(answers.text("decision"))) {
            ENDING.set(task, Ending.NO_EMPLOYER.name());
            return;
        }
        var contact = answers.id("contact");
        var employer = employers.contact(contact).employerId();
        employers.lock(employer);
        EmployerLoads.whyNot(employers.load(employer)).ifPresent(why -> {
            throw new Refusal("Choose another employer: this one %s.".formatted(why));
        });
        interviews.match(interview, contact);
    }
}
