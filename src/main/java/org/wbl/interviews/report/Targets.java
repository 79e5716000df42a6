package org.wbl.interviews.report;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wbl.interviews.school.SchoolYear;

/** What leadership wants to reach: of one school or of all of them, in a school year. */
@Repository
public class Targets {

    /** A number of interviews. */
    public static final String HELD = "HELD";

    /** A share from 0 to 1: students interviewed, of all students. */
    public static final String REACH = "REACH";

    /** A share from 0 to 1: interviews held, of those decided. */
    public static final String COMPLETION = "COMPLETION";

    private final JdbcClient database;
    private final Clock clock;

    Targets(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps a target.
     *
     * @param school null: of all schools together
     * @param measure {@link #HELD}, {@link #REACH} or {@link #COMPLETION}
     */
    public void set(@Nullable String school, SchoolYear year, String measure, double value, String setBy) {
        database.sql("""
                        insert into interviews.report_target (school, school_year, measure, value, set_by, at)
                        values (:school, :year, :measure, :value, :setBy, :now)
                        """)
                .param("school", school)
                .param("year", year.begins())
                .param("measure", measure)
                .param("value", value)
                .param("setBy", setBy)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether somebody who reads this report can set targets: of one school, or of all of them together. */
    public static boolean maySet(Report report) {
        return report.schools().size() <= 1 && !report.narrowed();
    }

    /** Returns the targets that a selection can be compared with, by measure: there are some for whole years alone. */
    Map<String, Double> of(Selection selection) {
        var year = selection.period().year();
        if (year == null || selection.period().term() != null || selection.isNarrowed()) {
            return Map.of();
        }
        var schools = selection.scope().schools();
        return schools.size() == 1
                ? of(schools.iterator().next(), year)
                : isEverySchool(schools) ? of(null, year) : Map.of();
    }

    /** Whether these are all schools that there are; none: every one. */
    private boolean isEverySchool(Set<String> schools) {
        return schools.isEmpty()
                || database.sql("select not exists (select from interviews.school where code <> all (:schools))")
                        .param("schools", schools.toArray(String[]::new))
                        .query(Boolean.class)
                        .single();
    }

    /** Returns the newest targets of a school; null: of all together. */
    private Map<String, Double> of(@Nullable String school, SchoolYear year) {
        var targets = new HashMap<String, Double>();
        database.sql("""
                        select distinct on (measure) measure, value from interviews.report_target
                        where school is not distinct from cast(:school as text) and school_year = :year
                        order by measure, id desc
                        """).param("school", school).param("year", year.begins()).query(row -> {
            targets.put(row.getString("measure"), row.getDouble("value"));
        });
        return targets;
    }
}
