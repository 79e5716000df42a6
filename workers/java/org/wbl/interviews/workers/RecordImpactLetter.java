package org.wbl.interviews.workers;

import static org.wbl.interviews.process.ImpactProcess.LETTER_APPROVED;
import static org.wbl.interviews.process.ImpactProcess.SCHOOL_YEAR;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.ImpactLetters;
import org.wbl.interviews.employer.ImpactLetters.Letter;
import org.wbl.interviews.employer.ImpactLetters.Quote;
import org.wbl.interviews.school.SchoolYear;

/**
 * Records the letter that employers get at the end of the school year, or that there is none.
 *
 * <p>Reads {@code schoolYear} and the answers {@code decision}, {@code impactWords} and {@code impactQuotes}; sets
 * {@code letterApproved}.
 */
@Component
class RecordImpactLetter implements TaskListener {

    private final ImpactLetters letters;
    private final Acting acting;

    RecordImpactLetter(ImpactLetters letters, Acting acting) {
        this.letters = letters;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        var send = "SEND".equals(answers.text("decision"));
        if (send) {
            var school = Objects.requireNonNull(task.getTenantId());
            var year = new SchoolYear(SCHOOL_YEAR.get(task));
            var chosen = Set.copyOf(answers.choices("impactQuotes"));
            var quotes = letters.quotes(school, year).stream()
                    .filter(quote -> chosen.contains(quote.interviewId()))
                    .map(Quote::words)
                    .toList();
            letters.approve(school, year, new Letter(answers.text("impactWords"), quotes), acting.userId());
        }
        LETTER_APPROVED.set(task, send);
    }
}
