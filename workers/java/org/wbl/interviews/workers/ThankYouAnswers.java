package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Learning;
import org.wbl.interviews.interview.ThankYous;
import org.wbl.interviews.interview.ThankYous.Kind;
import org.wbl.interviews.interview.ThankYous.ThankYou;
import org.wbl.interviews.interview.ThankYous.Way;
import org.wbl.interviews.process.Refusal;

/** Takes a thank-you from the answers to a form, and refuses one that the employer may not read. */
@Component
class ThankYouAnswers {

    private final Interviews interviews;
    private final Learning learning;
    private final ThankYous thankYous;
    private final Clock clock;

    ThankYouAnswers(Interviews interviews, Learning learning, ThankYous thankYous, Clock clock) {
        this.interviews = interviews;
        this.learning = learning;
        this.thankYous = thankYous;
        this.clock = clock;
    }

    /** Records the thank-you, and returns how it reaches the employer. */
    Way record(DelegateTask task, Kind kind, String words, @Nullable String approvedBy) {
        var file = interviews.get(INTERVIEW_ID.get(task));
        var answers = new Answers(task);
        var way = Way.valueOf(answers.text("thankYouWay"));
        var mail = way == Way.MAIL;
        var withReflection = mail && answers.yes("withReflection");
        if (withReflection) {
            refuseUnlessShared(file);
        }
        thankYous.record(
                file.id(),
                new ThankYou(
                        kind,
                        way,
                        mail ? EmployerReads.allowed(file, answers.text(words)) : null,
                        mail ? null : past(answers.date("handedOverOn")),
                        withReflection,
                        approvedBy));
        return way;
    }

    private void refuseUnlessShared(CaseFile file) {
        var reflection = learning.sharedReflection(file);
        if (reflection.isEmpty()) {
            throw new Refusal("The reflection may not be shared: the student must allow it, and the family the name.");
        }
        if (file.namesStudentToEmployer(String.join("\n", reflection))) {
            throw new Refusal("The reflection has the student's family name in it: send the thanks without it.");
        }
    }

    private LocalDate past(LocalDate date) {
        if (date.isAfter(LocalDate.now(clock))) {
            throw new Refusal("The day of the card is yet to come. Enter it when the card was handed over.");
        }
        return date;
    }
}
