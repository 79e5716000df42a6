package org.wbl.interviews.report;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;
import org.wbl.interviews.security.SignedIn;

/** What somebody who is signed in may read about, and chooses in an address. */
@Component
class ProgressFilters {

    private static final String PERIOD = "period";
    static final String SCHOOL = "school";
    private static final String GRADE = "grade";
    private static final String PROGRAM = "program";
    private static final String FIELD = "field";
    private static final String MODE = "mode";
    private static final String SUBGROUP = "subgroup";

    static final List<String> NAMES = List.of(PERIOD, SCHOOL, GRADE, PROGRAM, FIELD, MODE, SUBGROUP);

    static final Set<String> READERS =
            Set.of(Groups.COORDINATORS, Groups.ADMINISTRATORS, Groups.LEADERSHIP, Groups.DISTRICT_ADMINISTRATORS);

    /** They work with the students themselves: they may see names. */
    private static final Set<String> NAMED = Set.of(Groups.COORDINATORS, Groups.ADMINISTRATORS);

    private static final int LEAST_GRADE = 6;
    private static final int MOST_GRADE = 12;
    private static final int LONGEST = 200;

    private static final int YEARS_BACK = 4;

    private final Clock clock;

    ProgressFilters(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns what these parameters of an address choose for whoever is signed in; without any, this school year.
     *
     * @throws BadFilter if something cannot be chosen
     */
    Selection chosen(Map<String, String> parameters) {
        var scope = scope();
        var school = given(parameters, SCHOOL);
        var period = given(parameters, PERIOD);
        return new Selection(
                school == null ? scope : scope.only(school),
                period == null ? Period.yearOf(LocalDate.now(clock)) : Period.of(period),
                grade(given(parameters, GRADE)),
                given(parameters, PROGRAM),
                given(parameters, FIELD),
                given(parameters, MODE),
                given(parameters, SUBGROUP));
    }

    /** Returns the lists from which whoever is signed in chooses on the page, with what these parameters choose. */
    List<Filter> lists(Progress.Figures figures, Map<String, String> parameters) {
        var selection = figures.selection();
        var terms = figures.terms();
        var choices = figures.choices(scope());
        var lists = new ArrayList<Filter>();
        lists.add(Filter.of(
                PERIOD,
                "Period",
                Period.choices(LocalDate.now(clock), YEARS_BACK).stream().map(ProgressFilters::option),
                option(selection.period())));
        if (choices.schools().size() > 1) {
            lists.add(Filter.orAll(
                    SCHOOL,
                    "School",
                    choices.schools().stream().map(one -> new Filter.Option(one.code(), one.name())),
                    Filter.Option.of(given(parameters, SCHOOL))));
        }
        lists.add(Filter.orAll(
                GRADE,
                "Grade",
                IntStream.rangeClosed(LEAST_GRADE, MOST_GRADE).mapToObj(Filter.Option::of),
                Filter.Option.of(selection.grade())));
        lists.add(Filter.orAll(
                PROGRAM,
                "Program",
                choices.programs().stream().map(Filter.Option::of),
                Filter.Option.of(selection.program())));
        lists.add(Filter.orAll(
                FIELD,
                "Career field",
                choices.careerFields().stream().map(Filter.Option::of),
                Filter.Option.of(selection.careerField())));
        lists.add(
                Filter.orAll(MODE, "Way to meet", options(terms.choices("MODE")), Filter.Option.of(selection.mode())));
        lists.add(Filter.orAll(
                SUBGROUP, "Group", options(terms.choices("SUBGROUP")), Filter.Option.of(selection.subgroup())));
        return lists;
    }

    private static Filter.Option option(Period period) {
        return new Filter.Option(period.code(), period.words());
    }

    private static Stream<Filter.Option> options(List<Terms.Term> terms) {
        return terms.stream().map(term -> new Filter.Option(term.code(), term.words()));
    }

    /** Returns what whoever is signed in may read about, unfiltered. */
    Scope scope() {
        var reader = SignedIn.member().orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED));
        if (!reader.isIn(READERS)) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return scope(reader);
    }

    private Scope scope(StaffMember reader) {
        if (reader.groups().contains(Groups.DISTRICT_ADMINISTRATORS)) {
            return Scope.everySchool(reader.userId(), clock.instant());
        }
        if (reader.schools().isEmpty()) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return reader.isIn(NAMED)
                ? Scope.named(reader.schools(), reader.userId(), clock.instant())
                : Scope.of(reader.schools(), reader.userId(), clock.instant());
    }

    private static @Nullable String given(Map<String, String> parameters, String name) {
        var value = parameters.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new BadFilter("Nothing like this can be chosen. Choose from the lists.");
        }
        return value;
    }

    private static @Nullable Integer grade(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,2}")
                || Integer.parseInt(value) < LEAST_GRADE
                || Integer.parseInt(value) > MOST_GRADE) {
            throw new BadFilter(
                    "A grade is a number from %d to %d. Choose one from the list.".formatted(LEAST_GRADE, MOST_GRADE));
        }
        return Integer.valueOf(value);
    }
}
