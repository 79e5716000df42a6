package org.wbl.interviews.form;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers that somebody has begun to give, kept until they are sent or the link ends. */
@Repository
class FormDrafts {

    private final JdbcClient database;
    private final Clock clock;

    FormDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What somebody has answered so far.
     *
     * @param answers JSON, an object by the form's keys
     * @param version counts the savings; 0 before the first
     */
    record Draft(String answers, int version) {

        static final Draft NONE = new Draft("{}", 0);
    }

    Draft of(UUID link) {
        return database.sql("select answers, version from interviews.form_draft where form_link_id = :link")
                .param("link", link)
                .query(Draft.class)
                .optional()
                .orElse(Draft.NONE);
    }

    /**
     * Keeps answers in place of those they go on from.
     *
     * @param draft the new answers, and the version that they go on from
     * @return the new version; empty when another window has saved since, and nothing is kept
     */
    Optional<Integer> save(UUID link, Draft draft) {
        return database.sql("""
                        insert into interviews.form_draft (form_link_id, answers, version, saved_at)
                        select :link, :answers, 1, :now where :version = 0
                            or exists (select from interviews.form_draft where form_link_id = :link)
                        on conflict (form_link_id) do update
                            set answers = excluded.answers, version = form_draft.version + 1, saved_at = excluded.saved_at
                            where form_draft.version = :version
                        returning version
                        """)
                .param("link", link)
                .param("answers", draft.answers())
                .param("version", draft.version())
                .param("now", clock.instant().atOffset(UTC))
                .query(Integer.class)
                .optional();
    }
}
