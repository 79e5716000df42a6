package org.wbl.interviews.workers;

import java.util.List;
import java.util.Locale;
import org.wbl.interviews.interview.Arrangements;
import org.wbl.interviews.language.Languages;

/** Says how a student gets to an interview and back. */
final class VisitPlans {

    private VisitPlans() {}

    /** Returns travel, escort and times, each in a line of its own, whatever line ends somebody typed. */
    static List<String> travel(Arrangements.VisitPlan plan, Languages texts, Locale language) {
        return words(plan, texts, language)
                .lines()
                .limit(3)
                .map(line -> line.substring(2))
                .toList();
    }

    /** Returns a line each, beginning with a hyphen: travel, escort, times, missed classes, check of the workplace. */
    static String words(Arrangements.VisitPlan plan, Languages texts, Locale language) {
        return texts.text(
                "plan.lines",
                language,
                texts.text("plan.travel." + plan.travel(), language),
                oneLine(plan.route()),
                oneLine(plan.escort()),
                plan.leavesAt(),
                plan.returnsAt(),
                oneLine(plan.missedClasses()),
                Languages.date(language).format(plan.siteCheckedOn()));
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
