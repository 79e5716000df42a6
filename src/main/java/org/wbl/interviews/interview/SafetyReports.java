package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people said was unsafe or uncomfortable. No form, mail or report shows it but to those who look after safety.
 */
@Repository
public class SafetyReports {

    private final JdbcClient database;
    private final Clock clock;

    SafetyReports(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps what somebody said.
     *
     * @param source the definition key of the task in which it was said
     * @param words what happened; empty when the person would rather tell it in person
     */
    public void report(String interview, String source, String words) {
        database.sql("""
                        insert into interviews.safety_report (interview_id, source, words, at)
                        values (:interview, :source, :words, :now)
                        """)
                .param("interview", interview)
                .param("source", source)
                .param("words", words)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Whether something was reported in a task of an interview; what it was is not told. */
    public boolean isReported(String interview, String source) {
        return database.sql("""
                        select exists (select from interviews.safety_report
                            where interview_id = :interview and source = :source)
                        """)
                .param("interview", interview)
                .param("source", source)
                .query(Boolean.class)
                .single();
    }
}
