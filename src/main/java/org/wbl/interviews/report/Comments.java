package org.wbl.interviews.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What leadership said about reports. */
@Repository
class Comments {

    private final JdbcClient database;
    private final Clock clock;

    Comments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param day on which the report was written that it is about, in the district's zone */
    record Comment(LocalDate day, String text) {}

    /** Returns the latest about the same schools and with the same filters, whatever the period. */
    Optional<Comment> latest(Selection selection) {
        return database.sql("""
                        select cast(written_at at time zone :zone as date) as day, comment as text from interviews.report
                        where comment <> ''
                            and (grade, program, career_field, mode, subgroup) is not distinct from
                                (cast(:grade as int), cast(:program as text), cast(:careerField as text),
                                    cast(:mode as text), cast(:subgroup as text))
                            and array(select school from interviews.report_school s where s.report_id = report.id order by 1)
                                = array(select unnest(cast(:schools as text[])) order by 1)
                        order by read_at desc limit 1
                        """)
                .param("zone", clock.getZone().getId())
                .param("grade", selection.grade())
                .param("program", selection.program())
                .param("careerField", selection.careerField())
                .param("mode", selection.mode())
                .param("subgroup", selection.subgroup())
                .param("schools", selection.scope().schools().toArray(String[]::new))
                .query(Comment.class)
                .optional();
    }
}
