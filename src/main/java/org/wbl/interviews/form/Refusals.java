package org.wbl.interviews.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages behind links refused, how often, day by day: for whoever looks into an attack. It names nobody. */
@Repository
class Refusals {

    private final JdbcClient database;
    private final Clock clock;

    Refusals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts a refusal.
     *
     * @param reason a {@link LinkState}, or what was wrong with what was sent
     * @param link null: no link of ours
     */
    void count(String reason, @Nullable UUID link) {
        database.sql("""
                        insert into interviews.refusal as known (day, reason, form_link_id, times)
                        values (:day, :reason, :link, 1)
                        on conflict (day, reason, form_link_id) do update set times = known.times + 1
                        """)
                .param("day", LocalDate.now(clock))
                .param("reason", reason)
                .param("link", link)
                .update();
    }
}
