package org.wbl.interviews.mirror;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads from the engine's tables how cases fare; each figure is a function of {@code R__views.sql}. Everywhere no set
 * of schools means every school, and the cases of the district itself; an empty one means no case.
 */
@Repository
class ProcessMirror {

    private final JdbcClient database;
    private final Clock clock;

    ProcessMirror(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns what the figures of a process rest on. */
    Basis basis(String process, @Nullable Set<String> schools) {
        return of("select * from interviews.mirror_process(:process, :schools::text[])", process, schools)
                .query(Basis.class)
                .single();
    }

    /** Returns the versions that running cases follow, the newest first. */
    List<Version> versions(String process, @Nullable Set<String> schools) {
        return of("select * from interviews.mirror_version(:process, :schools::text[])", process, schools)
                .query(Version.class)
                .list();
    }

    /** Returns the figures of every step at which a case is, or was in the period. */
    List<StepFigures> steps(String process, @Nullable Set<String> schools, Period period) {
        return of("""
                        select * from interviews.mirror_step(:process, :schools::text[], :since, :until, :now)
                        """, process, schools, period).query(StepFigures.class).list();
    }

    /** Returns the five cases that waited longest at a step, in the period or until now; the longest first. */
    List<SlowCase> slowest(String process, String step, @Nullable Set<String> schools, Period period) {
        return of("""
                        select * from interviews.mirror_slowest(
                            :process, :step, :schools::text[], :since, :until, :now)
                        """, process, schools, period)
                .param("step", step)
                .query(SlowCase.class)
                .list();
    }

    private StatementSpec of(String sql, String process, @Nullable Set<String> schools, Period period) {
        return of(sql, process, schools)
                .param("since", period.since())
                .param("until", period.until())
                .param("now", LocalDateTime.now(clock));
    }

    private StatementSpec of(String sql, String process, @Nullable Set<String> schools) {
        return database.sql(sql)
                .param("process", process)
                .param("schools", schools == null ? null : schools.toArray(String[]::new));
    }

    /**
     * What figures rest on.
     *
     * @param oldest when the oldest case began that the history knows
     * @param daysKept after its end
     */
    record Basis(
            long running,
            @Nullable LocalDateTime oldest,
            @Nullable Integer daysKept) {}

    /** A version of the process, and how many cases follow it. */
    record Version(int version, LocalDateTime deployedAt, long running) {}

    /**
     * A case that waited long at a step.
     *
     * @param caseNumber such as I-1001; null of what a person started without one
     * @param school its name
     * @param ended null while it is there
     * @param waited in milliseconds
     */
    record SlowCase(
            @Nullable String caseNumber,
            String school,
            LocalDateTime begun,
            @Nullable LocalDateTime ended,
            long waited) {

        public @Nullable String howLong() {
            return Wait.words(waited);
        }
    }
}
