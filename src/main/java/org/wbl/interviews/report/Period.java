package org.wbl.interviews.report;

import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.school.SchoolYear;

/**
 * The time that a report is about: a school year, one of its two terms, or everything.
 *
 * @param year null: everything, whenever it was
 * @param term null: the whole year
 */
public record Period(@Nullable SchoolYear year, @Nullable Term term) {

    public static final Period EVERYTHING = new Period(null, null);

    private static final Pattern CODE = Pattern.compile("(20\\d\\d)(?:-(fall|spring))?");

    /** New York City's high schools begin the second term with February. */
    enum Term {
        FALL,
        SPRING
    }

    /** Returns the school year of a day. */
    public static Period yearOf(LocalDate day) {
        return new Period(SchoolYear.of(day), null);
    }

    /** Returns the term that ended last before a day. */
    public static Period endedTerm(LocalDate day) {
        var year = SchoolYear.of(day);
        return day.isBefore(secondTerm(year))
                ? new Period(new SchoolYear(year.begins() - 1), Term.SPRING)
                : new Period(year, Term.FALL);
    }

    /** Returns the school year that ended last before a day. */
    public static Period endedYear(LocalDate day) {
        return new Period(new SchoolYear(SchoolYear.of(day).begins() - 1), null);
    }

    /**
     * Returns the period of a code: {@code all}, {@code 2026} or {@code 2026-fall}.
     *
     * @throws BadFilter if there is none
     */
    public static Period of(String code) {
        if ("all".equals(code)) {
            return EVERYTHING;
        }
        var found = CODE.matcher(code);
        if (!found.matches()) {
            throw new BadFilter("There is no school year or term like this. Choose one from the list.");
        }
        var term = found.group(2);
        return new Period(
                new SchoolYear(Integer.parseInt(found.group(1))),
                term == null ? null : Term.valueOf(term.toUpperCase(Locale.ROOT)));
    }

    /** Returns what one can choose on a day: this school year with its terms, and so many before it. */
    static List<Period> choices(LocalDate today, int yearsBefore) {
        var choices = new ArrayList<Period>();
        var now = SchoolYear.of(today);
        for (var back = 0; back <= yearsBefore; back++) {
            var year = new SchoolYear(now.begins() - back);
            choices.add(new Period(year, null));
            choices.add(new Period(year, Term.FALL));
            choices.add(new Period(year, Term.SPRING));
        }
        choices.add(EVERYTHING);
        return choices;
    }

    public String code() {
        return year == null
                ? "all"
                : year.begins() + (term == null ? "" : "-" + term.name().toLowerCase(Locale.ROOT));
    }

    public String words() {
        if (year == null) {
            return "Everything so far";
        }
        return term == null
                ? "School year " + year.words()
                : (term == Term.FALL ? "Fall term " : "Spring term ") + year.words();
    }

    /** Returns the same part of the year before; nothing comes before everything. */
    Optional<Period> before() {
        return year == null ? Optional.empty() : Optional.of(new Period(new SchoolYear(year.begins() - 1), term));
    }

    /** Returns the first moment of the period. */
    @Nullable
    OffsetDateTime since(ZoneId zone) {
        return year == null ? null : start(term == Term.SPRING ? secondTerm(year) : year.first(), zone);
    }

    /** Returns the first moment after the period. */
    @Nullable
    OffsetDateTime until(ZoneId zone) {
        return year == null
                ? null
                : start(term == Term.FALL ? secondTerm(year) : year.last().plusDays(1), zone);
    }

    private static LocalDate secondTerm(SchoolYear year) {
        return LocalDate.of(year.begins() + 1, Month.FEBRUARY, 1);
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
