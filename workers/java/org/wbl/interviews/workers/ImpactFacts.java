package org.wbl.interviews.workers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.ImpactLetters;
import org.wbl.interviews.process.FormFacts;
import org.wbl.interviews.process.ImpactProcess;
import org.wbl.interviews.school.SchoolYear;

/** What the form of the impact letter shows: what came of the school year, and whom the letter may quote. */
@Component
class ImpactFacts implements FormFacts {

    private static final String WORDS = "Thank you for your time this school year. A student who has talked with"
            + " somebody at work sees what school is for.";

    private final ImpactLetters letters;

    ImpactFacts(ImpactLetters letters) {
        this.letters = letters;
    }

    @Override
    public Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language) {
        if (school == null || !(variables.get(ImpactProcess.SCHOOL_YEAR.name()) instanceof Integer begins)) {
            return Map.of();
        }
        var year = new SchoolYear(begins);
        var figures = letters.figures(school, year);
        var facts = new HashMap<String, Object>();
        facts.put("impactStudents", figures.students());
        facts.put("impactEmployers", figures.employers());
        facts.put("impactInterviews", figures.interviews());
        facts.put("impactReceivers", letters.hosts(school, year).size());
        facts.put("impactWords", WORDS);
        facts.put(
                "impactQuotable",
                letters.quotes(school, year).stream()
                        .map(quote -> Map.of("label", quote.words(), "value", quote.interviewId()))
                        .toList());
        return facts;
    }

    @Override
    public Map<String, Object> forStart(Set<String> schools, Set<String> lists) {
        return Map.of();
    }
}
