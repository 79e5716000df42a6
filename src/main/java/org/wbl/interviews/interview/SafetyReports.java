package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said that felt unsafe. Nobody but the safeguarding staff reads it; no page, mail or report may. */
@Repository
public class SafetyReports {

    private final JdbcClient database;
    private final Clock clock;

    SafetyReports(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps what felt unsafe in an interview.
     *
     * @param source who says so: EMPLOYER or STUDENT
     */
    public void report(String interview, String source, String words) {
        database.sql("""
                        insert into interviews.safety_report (interview_id, school, source, words, at)
                        select id, school, :source, :words, :now from interviews.interview where id = :interview
                        """)
                .param("interview", interview)
                .param("source", source)
                .param("words", words)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
