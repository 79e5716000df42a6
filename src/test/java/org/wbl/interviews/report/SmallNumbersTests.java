package org.wbl.interviews.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of tables for small numbers")
class SmallNumbersTests {

    private static final int THRESHOLD = 6;

    @Test
    void hideTheStudentsOfASchoolWhoseEveryStudentWasReached() {
        var reach = reach(school("A", 3, 0, 3, 0, 0), school("B", 90, 30, 60, 0, 0), school(null, 93, 30, 63, 0, 0));

        assertThat(shown(reach, "eligible", "interviewed", "reach", "zero", "one"))
                .containsExactly("* * * 0 *", "* * * 30 *", "93 63 0.5 30 63");
    }

    @Test
    void hideInTheSubgroupsWhatReachHidesOfASchoolAndOfAll() {
        // Four students of A are left out, and so are all of B: what A interviewed must stand nowhere.
        var reach = reach(school("A", 10, 4, 6, 0, 0), school("B", 10, 10, 0, 0, 0), school(null, 20, 14, 6, 0, 0));
        var groups = rows(
                List.of("school", "division", "subgroup", "enrolled", "interviewed", "reflected", "reach"),
                new Object[][] {
                    {"A", "GENDER", "UNKNOWN", 10.0, 6.0, 0.0, 0.6},
                    {"B", "GENDER", "UNKNOWN", 10.0, 0.0, 0.0, 0.0},
                    {null, "GENDER", "UNKNOWN", 20.0, 6.0, 0.0, 0.3}
                });
        withhold(Tables.SUBGROUPS, groups, reach);

        assertThat(shown(reach, "eligible", "interviewed", "zero")).containsExactly("10 * *", "10 0 10", "20 * *");
        assertThat(shown(groups, "enrolled", "interviewed", "reach")).containsExactly("10 * *", "10 0 0", "20 * *");
    }

    @Test
    void hideInProgramsAndGradesWhatReachHides() {
        var reach = reach(school("A", 40, 4, 36, 0, 0), school(null, 40, 4, 36, 0, 0));
        var programs = rows(
                List.of("school", "program", "students", "enrolled", "held"),
                new Object[][] {{"A", "Media", 20.0, 22.0, 21.0}, {"A", "Health", 16.0, 18.0, 17.0}});
        withhold(Tables.PROGRAMS, programs, reach);
        var grades = rows(
                List.of("grade", "mode", "students"),
                new Object[][] {{11, "PHONE", 20.0}, {12, "PHONE", 16.0}, {12, "VIDEO", 0.0}});
        withhold(Tables.GRADES, grades, reach);

        assertThat(shown(programs, "students", "held")).containsExactly("20 21", "* *");
        assertThat(shown(grades, "students")).containsExactly("*", "*", "0");
    }

    @Test
    void hideEveryCountThatWouldGiveATotalAway() {
        // Eight groups of one: with the eight that Reach shows, each star could only be a one.
        var reach = reach(school("A", 80, 72, 8, 0, 0), school(null, 80, 72, 8, 0, 0));
        var groups = new ArrayList<FigureRow>();
        for (var school : new String[] {"A", null}) {
            groups.addAll(rows(
                    List.of("school", "division", "subgroup", "enrolled", "interviewed", "reflected"),
                    IntStream.range(0, 8)
                            .mapToObj(group -> new Object[] {school, "RACE", "G" + group, 10.0, 1.0, 0.0})
                            .toArray(Object[][]::new)));
        }
        groups.addAll(rows(
                List.of("school", "division", "subgroup", "enrolled", "interviewed", "reflected"),
                new Object[][] {{"A", "RACE", "NONE", 0.0, 0.0, 0.0}}));
        withhold(Tables.SUBGROUPS, groups, reach);

        assertThat(shown(reach, "interviewed")).containsExactly("8", "8");
        assertThat(shown(groups, "interviewed")).containsOnly("*");
    }

    @Test
    void hideTheDaysOfFew() {
        var steps = rows(
                List.of("step", "cases", "median_days", "slow_days"),
                new Object[][] {{"BOOK", 5.0, 3.0, 4.0}, {"MEET", 6.0, 3.0, 4.0}});
        withhold(Tables.STEPS, steps, List.of());

        assertThat(shown(steps, "cases", "median_days", "slow_days")).containsExactly("5 * *", "6 3 4");
    }

    private static void withhold(Table table, List<FigureRow> rows, List<FigureRow> reach) {
        Objects.requireNonNull(table.smallNumbers()).withhold(rows, other -> reach, THRESHOLD);
    }

    private static Object[] school(@Nullable String school, double eligible, double... encounters) {
        var interviewed = encounters[1] + encounters[2] + encounters[3];
        return new Object[] {
            school,
            eligible,
            0.0,
            0.0,
            interviewed,
            0.0,
            0.5,
            encounters[0],
            encounters[1],
            encounters[2],
            encounters[3]
        };
    }

    private static List<FigureRow> reach(Object[]... schools) {
        var rows = rows(
                List.of(
                        "school",
                        "eligible",
                        "asked",
                        "prepared",
                        "interviewed",
                        "reflected",
                        "reach",
                        "zero",
                        "one",
                        "two",
                        "more"),
                schools);
        withhold(Tables.REACH, rows, List.of());
        return rows;
    }

    private static List<FigureRow> rows(List<String> columns, Object[][] values) {
        var rows = new ArrayList<FigureRow>();
        for (var row : values) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            for (var i = 0; i < row.length; i++) {
                cells.put(columns.get(i), row[i]);
            }
            rows.add(new FigureRow(cells));
        }
        return rows;
    }

    private static List<String> shown(List<FigureRow> rows, String... columns) {
        return rows.stream()
                .map(row -> Stream.of(columns)
                        .map(column -> row.get(column) instanceof Double number && number == Math.rint(number)
                                ? "%.0f".formatted(number)
                                : String.valueOf(row.get(column)))
                        .collect(joining(" ")))
                .toList();
    }
}
