package org.wbl.interviews.form;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The six-digit codes that open sensitive forms: a forwarded link alone shows nothing. */
@Repository
public class FormCodes {

    /** How long a code can be used. */
    public static final Duration VALID = Duration.ofHours(1);

    /** How long a device need not show a code again. */
    static final Duration REMEMBERED = Duration.ofDays(60);

    private static final int MOST_WRONG = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final String OF_LINK =
            "select salt, sent_at, used_at, locked_until from interviews.form_code where form_link_id = :link";

    private final JdbcClient database;
    private final LinkTokens tokens;
    private final Clock clock;

    FormCodes(JdbcClient database, LinkTokens tokens, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Returns the newest code of a link. */
    public String code(UUID link) {
        return database.sql("select salt from interviews.form_code where form_link_id = :link")
                .param("link", link)
                .query(String.class)
                .optional()
                .map(salt -> tokens.code(link, salt))
                .orElseThrow(() -> new IllegalStateException("Nobody asked for a code of link %s.".formatted(link)));
    }

    /** Where somebody stands who wants to open a link. */
    Standing standing(UUID link) {
        var code = database.sql(OF_LINK)
                .param("link", link)
                .query(Code.class)
                .optional()
                .orElse(null);
        if (code == null) {
            return Standing.NOT_SENT;
        }
        return code.isLocked(now()) ? Standing.LOCKED : code.isUsable(now()) ? Standing.SENT : Standing.NOT_SENT;
    }

    /** Makes a new code; the one before is worth nothing from now on. Nothing happens while the link is locked. */
    void renew(UUID link) {
        database.sql("""
                        insert into interviews.form_code as known (form_link_id, salt, sent_at)
                        values (:link, :salt, :now)
                        on conflict (form_link_id) do update
                        set salt = :salt, sent_at = :now, used_at = null, locked_until = null,
                            wrong = case when known.locked_until is null then known.wrong else 0 end
                        where known.locked_until is null or known.locked_until <= :now
                        """)
                .param("link", link)
                .param("salt", tokens.salt())
                .param("now", now())
                .update();
    }

    /**
     * Tries a code; after the fifth wrong one the link is locked for a quarter of an hour. Of many tries at once each
     * waits for the one before.
     */
    Tried attempt(UUID link, String given) {
        var code = database.sql(OF_LINK + " for update")
                .param("link", link)
                .query(Code.class)
                .optional()
                .orElse(null);
        if (code == null || code.isLocked(now()) || !code.isUsable(now())) {
            return Tried.NOT_TAKEN;
        }
        if (LinkTokens.isSame(tokens.code(link, code.salt()), given.replaceAll("\\s", ""))) {
            database.sql("update interviews.form_code set used_at = :now, wrong = 0 where form_link_id = :link")
                    .param("now", now())
                    .param("link", link)
                    .update();
            return Tried.RIGHT;
        }
        database.sql("""
                        update interviews.form_code
                        set wrong = wrong + 1, locked_until = case when wrong + 1 >= :most then :until::timestamptz end
                        where form_link_id = :link
                        """)
                .param("most", MOST_WRONG)
                .param("until", now().plus(LOCKED))
                .param("link", link)
                .update();
        return Tried.WRONG;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    /** Whether a code is awaited. */
    enum Standing {
        /** None can be used: it has to be asked for. */
        NOT_SENT,
        SENT,
        /** Too many were wrong. */
        LOCKED
    }

    /** What came of a try. */
    enum Tried {
        RIGHT,
        WRONG,
        /** No code is awaited. */
        NOT_TAKEN
    }

    private record Code(
            String salt,
            OffsetDateTime sentAt,
            @Nullable OffsetDateTime usedAt,
            @Nullable OffsetDateTime lockedUntil) {

        private boolean isLocked(OffsetDateTime now) {
            return lockedUntil != null && lockedUntil.isAfter(now);
        }

        private boolean isUsable(OffsetDateTime now) {
            return usedAt == null && lockedUntil == null && sentAt.plus(VALID).isAfter(now);
        }
    }
}
