package org.wbl.interviews.workers;

import java.util.Locale;
import org.wbl.interviews.interview.Arrangements;
import org.wbl.interviews.language.Languages;

/** Says how a student gets to an interview and back. */
final class VisitPlans {

    private VisitPlans() {}

    /** Returns a line each, beginning with a hyphen: travel, escort, times, missed classes, check of the workplace. */
    static String words(Arrangements.VisitPlan plan, Languages texts, Locale language) {
        return texts.text(
                "plan.lines",
                language,
                texts.text("plan.travel." + plan.travel(), language),
                plan.route(),
                plan.escort(),
                plan.leavesAt(),
                plan.returnsAt(),
                plan.missedClasses(),
                Languages.date(language).format(plan.siteCheckedOn()));
    }
}
