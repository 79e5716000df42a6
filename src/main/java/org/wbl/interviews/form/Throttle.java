package org.wbl.interviews.form;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what people without an account do, by the minute or the hour, in the database: so every node sees the same.
 *
 * <p>Opening a known link is never limited. A school is one network: its limits leave room for several classes at once.
 */
@Component
class Throttle {

    private static final Duration KEPT = Duration.ofHours(2);

    private final JdbcClient database;
    private final LinkTokens tokens;
    private final Clock clock;

    Throttle(JdbcClient database, LinkTokens tokens, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What is counted, and how often within a minute or an hour it may be done by one link and from one network. */
    enum Act {
        /** Answers, wishes and requests for a new link. */
        SEND(MINUTES, 10, 300),
        /** Keeping what is answered so far. */
        SAVE(MINUTES, 60, 3000),
        /** Opening a link that does not exist. */
        GUESS(MINUTES, 60, 60),
        /** Having a code mailed. */
        CODE(HOURS, 5, 180);

        @SuppressWarnings("ImmutableEnumChecker") // an enum itself
        private final ChronoUnit within;

        private final int mostByLink;
        private final int mostByNetwork;

        Act(ChronoUnit within, int mostByLink, int mostByNetwork) {
            this.within = within;
            this.mostByLink = mostByLink;
            this.mostByNetwork = mostByNetwork;
        }
    }

    /**
     * Counts an act, and returns whether it is still within the limits.
     *
     * @param network the address that the request came from
     */
    boolean admits(Act act, String token, String network) {
        // The network first: whoever is over its limit adds no row for every link that is made up.
        return count(act, "network:" + network) <= act.mostByNetwork
                && (act == Act.GUESS || count(act, "link:" + token) <= act.mostByLink);
    }

    private int count(Act act, String who) {
        var since = clock.instant().truncatedTo(act.within);
        var times = database.sql("""
                        insert into interviews.request_count as counted (act, who, since, times)
                        values (:act, :who, :since, 1)
                        on conflict (act, who, since) do update set times = counted.times + 1
                        returning times
                        """)
                .param("act", act.name())
                .param("who", tokens.pseudonym(who))
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
        if (times == 1) {
            database.sql("delete from interviews.request_count where since < :old")
                    .param("old", since.minus(KEPT).atOffset(UTC))
                    .update();
        }
        return times;
    }
}
