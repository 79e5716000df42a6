package org.wbl.interviews.student;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.interview.NextStep;
import org.wbl.interviews.school.SchoolYear;
import org.wbl.interviews.student.Students.Student;

/**
 * What is known of a student's interviews.
 *
 * @param interviews the newest first, and no more than a page can show
 * @param skills every skill, in the order of the forms
 * @param scale what the scores mean
 */
record StudentRecord(
        Student student,
        String schoolName,
        List<Interview> interviews,
        List<Skill> skills,
        List<Level> scale,
        SchoolYear year,
        Totals thisYear,
        Totals allYears) {

    StudentRecord {
        interviews = List.copyOf(interviews);
        skills = List.copyOf(skills);
        scale = List.copyOf(scale);
    }

    /** The hours by the time they are of. */
    public Map<String, Totals> hours() {
        var hours = new LinkedHashMap<String, Totals>();
        hours.put("School year " + year.words(), thisYear);
        hours.put("All school years", allYears);
        return hours;
    }

    public String name() {
        return student.givenName() + " " + student.familyName();
    }

    List<Interview> held() {
        return interviews.stream().filter(Interview::held).toList();
    }

    public List<Interview> nextSteps() {
        return interviews.stream().filter(one -> one.nextStep() != null).toList();
    }

    List<Interview> strengths() {
        return held().stream().filter(one -> one.employerStrength() != null).toList();
    }

    /**
     * One interview.
     *
     * @param outcome as in {@code report_interview}
     * @param statusWords where it stands, or what came of it
     * @param contactMinutes how long they talked
     * @param logged all verified minutes, of which some are {@code eligible} and fewer may be {@code counted}
     * @param nextStepAgreed false while the student alone has chosen it
     */
    record Interview(
            String id,
            @Nullable OffsetDateTime startsAt,
            String modeWords,
            String careerField,
            @Nullable String employer,
            @Nullable String sector,
            String outcome,
            String statusWords,
            @Nullable Integer contactMinutes,
            @Nullable Integer logged,
            @Nullable Integer eligible,
            @Nullable Integer counted,
            @Nullable NextStep nextStep,
            @Nullable String nextStepWords,
            @Nullable LocalDate nextStepBy,
            boolean nextStepAgreed,
            @Nullable String employerStrength) {

        boolean held() {
            return "HELD".equals(outcome);
        }
    }

    /**
     * One skill.
     *
     * @param seen how employers, teachers and the student saw it, in this order
     */
    record Skill(String words, String meaning, List<Seen> seen) {

        Skill {
            seen = List.copyOf(seen);
        }
    }

    /**
     * How raters of one role saw a skill.
     *
     * @param rated interviews after which it was given a score
     * @param notObserved interviews after which the rater had no occasion to see it
     * @param latest the score after the latest interview in which it was seen
     * @param change from the first score to the latest; null unless there are two
     */
    record Seen(
            int rated,
            int notObserved,
            @Nullable Integer latest,
            @Nullable String latestWords,
            @Nullable Integer change) {

        /** On what the latest score rests, and what it was at first; or why there is none. */
        public String inWords() {
            if (latest == null) {
                return notObserved > 0 ? "Not observed" : "Not rated yet";
            }
            var ratings = rated == 1 ? "one rating" : rated + " ratings";
            if (change == null) {
                return ratings;
            }
            return ratings + (change == 0 ? ", no change" : (change > 0 ? ", up " : ", down ") + Math.abs(change));
        }
    }

    /** A score and what it means; "not observed" has no code. */
    record Level(String code, String words, String meaning) {}

    /** Minutes of a time, and the interviews held in it. */
    record Totals(int held, int prep, int contact, int reflection, int logged, int eligible, int counted) {

        /** As hours are reported: in full quarters, so that nothing is counted that was not there. */
        public String hours(int minutes) {
            var quarters = minutes / 15;
            return "%d.%02d".formatted(quarters / 4, quarters % 4 * 25);
        }
    }
}
