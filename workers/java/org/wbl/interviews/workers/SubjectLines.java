package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.CONTACT_ID;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.TaskSubjects;

/** Says of a task which interview or employer it is about. */
@Component
class SubjectLines implements TaskSubjects {

    private final Interviews interviews;
    private final Employers employers;

    SubjectLines(Interviews interviews, Employers employers) {
        this.interviews = interviews;
        this.employers = employers;
    }

    @Override
    public String of(DelegateTask task) {
        return INTERVIEW_ID
                .find(task)
                .map(interviews::get)
                .map(file -> Stream.of(file.id(), file.givenName() + " " + file.familyName(), file.employerName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")))
                .or(() -> CONTACT_ID
                        .find(task)
                        .map(employers::contact)
                        .map(contact -> contact.employerName() + ", " + contact.name()))
                .orElse("");
    }
}
