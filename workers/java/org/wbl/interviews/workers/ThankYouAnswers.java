package org.wbl.interviews.workers;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.ThankYous;
import org.wbl.interviews.interview.ThankYous.Kind;
import org.wbl.interviews.interview.ThankYous.ThankYou;
import org.wbl.interviews.interview.ThankYous.Way;
import org.wbl.interviews.process.Refusal;

/** Takes a thank-you from the answers to a form, and refuses one that the employer may not read. */
@Component
class ThankYouAnswers {

    private final Interviews interviews;
    private final ThankYous thankYous;
    private final Clock clock;

    ThankYouAnswers(Interviews interviews, ThankYous thankYous, Clock clock) {
        this.interviews = interviews;
        this.thankYous = thankYous;
        this.clock = clock;
    }

    /** Records the thank-you, and returns how it reaches the employer. */
    Way record(DelegateTask task, Kind kind, String words, @Nullable String approvedBy) {
        var file = interviews.get(INTERVIEW_ID.get(task));
        var answers = new Answers(task);
        var way = Way.valueOf(answers.text("thankYouWay"));
        ThankYou thankYou;
        if (way == Way.MAIL) {
            thankYou = new ThankYou(kind, way, EmployerReads.allowed(file, answers.text(words)), null, approvedBy);
        } else {
            thankYou = new ThankYou(kind, way, null, past(answers.text("handedOverOn")), approvedBy);
        }
        thankYous.record(file.id(), thankYou);
        return way;
    }

    private LocalDate past(String day) {
        var date = LocalDate.parse(day);
        if (date.isAfter(LocalDate.now(clock))) {
            throw new Refusal("The day of the card is yet to come. Enter it when the card was handed over.");
        }
        return date;
    }
}
