package org.wbl.interviews.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What leadership reads first: every measure with what it was before, and what the charts of the same tables show.
 *
 * @param reach the schools with the most students, and how many of them were reached
 * @param encounters how many students had how many interviews
 * @param employers how many employers of each kind there are
 */
record Overview(
        List<Line> lines, List<Stage> stages, List<Reached> reach, List<Amount> encounters, List<Amount> employers) {

    /** With more bars than this nobody can tell them apart. */
    static final int MOST_BARS = 20;

    /** The tables that hold measures. */
    static final List<Table> TABLES = List.of(Tables.EMPLOYER_BASE, Tables.SCHOOLS, Tables.REACH);

    /**
     * A measure.
     *
     * @param now a number, or {@link FigureRow#WITHHELD}; null where there is nothing to count
     * @param before the same of the period before; null where there is none
     */
    record Line(
            Measure measure,
            @Nullable Object now,
            @Nullable Object before,
            @Nullable Double target) {

        /** Returns how much more it is than before; null where one of the two is not known. */
        @Nullable
        Double change() {
            return now instanceof Double is && before instanceof Double was ? is - was : null;
        }

        /** Whether there was something to count, now or before. */
        boolean saysSomething() {
            return Stream.of(Optional.ofNullable(now), Optional.ofNullable(before))
                    .flatMap(Optional::stream)
                    .anyMatch(figure -> !figure.equals(0.0));
        }

        /** Returns how much is missing to the target, negative when it is exceeded. */
        @Nullable
        Double missing() {
            return now instanceof Double is && target != null ? target - is : null;
        }
    }

    /** How many interviews came so far, of kind STAGE. */
    record Stage(String words, @Nullable Object interviews) {}

    /** A number and what it counts. */
    record Amount(String words, @Nullable Object number) {}

    record Reached(
            String school,
            @Nullable Object interviewed,
            @Nullable Object zero) {}

    /** Whether no interview was asked for. */
    boolean isEmpty() {
        var asked = stages.get(0).interviews();
        return asked == null || asked.equals(0.0);
    }

    static Overview of(Progress.Figures figures, Map<String, Double> targets) {
        var schools = figures.rows(Tables.SCHOOLS);
        var reach = figures.rows(Tables.REACH);
        var now = new Totals(FigureRow.total(schools), FigureRow.total(reach), figures.total(Tables.EMPLOYER_BASE));
        var before = figures.selection().period().before().map(period -> totals(figures.in(period)));
        var lines = Measure.ALL.stream()
                .map(measure -> new Line(
                        measure,
                        now.of(measure),
                        before.map(was -> was.of(measure)).orElse(null),
                        measure.target() == null ? null : targets.get(measure.target())))
                .toList();
        return new Overview(
                lines,
                stages(now.schools(), figures.terms()),
                reach(reach),
                amounts(now.reach(), Tables.REACH, "zero", "one", "two", "more"),
                amounts(
                        now.employers(),
                        Tables.EMPLOYER_BASE,
                        "known",
                        "active",
                        "hosted",
                        "hosted_first",
                        "hosted_again",
                        "lost",
                        "asked_too_often"));
    }

    private static Totals totals(Progress.Figures figures) {
        return new Totals(
                figures.total(Tables.SCHOOLS), figures.total(Tables.REACH), figures.total(Tables.EMPLOYER_BASE));
    }

    /** The rows about all schools of the tables that hold measures. */
    private record Totals(FigureRow schools, FigureRow reach, FigureRow employers) {

        private @Nullable Object of(Measure measure) {
            var row = measure.table().equals(Tables.SCHOOLS)
                    ? schools
                    : measure.table().equals(Tables.REACH) ? reach : employers;
            return row.get(measure.source());
        }
    }

    /** Returns a row; a list of the library may hold no null. */
    static List<@Nullable Object> values(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private static List<Stage> stages(FigureRow total, Terms terms) {
        var columns = List.of("requested", "booked", "prepared", "held", "reflected");
        var stages = new ArrayList<Stage>();
        for (var term : terms.of("STAGE")) {
            stages.add(new Stage(term.words(), total.get(columns.get(term.position() - 1))));
        }
        return stages;
    }

    /** Returns some columns of a row under their titles. */
    private static List<Amount> amounts(FigureRow row, Table table, String... columns) {
        return Stream.of(columns)
                .map(column -> new Amount(table.column(column).title(), row.get(column)))
                .toList();
    }

    private static List<Reached> reach(List<FigureRow> rows) {
        return rows.stream()
                .filter(row -> row.get("school") != null)
                .sorted((one, other) -> Double.compare(other.number("eligible"), one.number("eligible")))
                .limit(MOST_BARS)
                .map(row -> new Reached(String.valueOf(row.get("name")), row.get("interviewed"), row.get("zero")))
                .toList();
    }

    /**
     * Returns a row per skill, with the mean scores by employers, teachers and students; null where nobody was rated.
     */
    static List<List<@Nullable Object>> skills(Progress.Figures figures) {
        var means = figures.rows(Tables.SKILL_MEANS);
        return figures.terms().of("SKILL").stream()
                .map(skill -> values(
                        skill.words(),
                        mean(means, skill.code(), "EMPLOYER"),
                        mean(means, skill.code(), "TEACHER"),
                        mean(means, skill.code(), "STUDENT")))
                .toList();
    }

    private static @Nullable Object mean(List<FigureRow> means, String skill, String rater) {
        return means.stream()
                .filter(row -> skill.equals(row.get("skill")) && rater.equals(row.get("rater_role")))
                .findFirst()
                .map(row -> row.get("mean"))
                .orElse(null);
    }
}
