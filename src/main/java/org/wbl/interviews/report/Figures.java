package org.wbl.interviews.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the interviews of one school came to, or of all chosen schools together.
 *
 * @param school null in the row of all schools together
 * @param completion share that was held of those that are held or ended; null while there is none
 */
record Figures(
        @Nullable String school,
        @Nullable String name,
        int requested,
        int held,
        int studentNoShow,
        int employerNoShow,
        int cancelled,
        int notHeld,
        int stillOpen,
        @Nullable Double completion,
        int students,
        int employers,
        @Nullable Double ratedByEmployers,
        @Nullable Double ratedByTeachers,
        @Nullable Double ratedByStudents,
        @Nullable Double medianDays) {

    /** Returns one row per school by name, and at the end the row of all of them together. */
    static List<Figures> read(JdbcClient database, String[] schools) {
        return database.sql("select * from interviews.report_figures(:schools)")
                .param("schools", schools)
                .query(Figures.class)
                .list();
    }

    int decided() {
        return requested - stillOpen;
    }
}
