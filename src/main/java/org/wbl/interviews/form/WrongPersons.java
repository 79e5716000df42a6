package org.wbl.interviews.form;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said that another person should answer, with both names, and what the school made of it. */
@Repository
public class WrongPersons {

    private final JdbcClient database;
    private final Clock clock;

    WrongPersons(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody who says that another person should answer.
     *
     * @param name of record, on that day
     * @param rightName as named by whoever opened the link
     */
    public record WrongPerson(
            long id,
            UUID formLinkId,
            String name,
            String email,
            @Nullable String rightName,
            @Nullable String rightEmail,
            String reason) {}

    /** Keeps it, and returns its id. */
    public long keep(
            UUID link,
            String name,
            String email,
            @Nullable String rightName,
            @Nullable String rightEmail,
            String reason) {
        return database.sql("""
                        insert into interviews.wrong_person
                            (form_link_id, name, email, right_name, right_email, reason, asked_at)
                        values (:link, :name, :email, :rightName, :rightEmail, :reason, :now)
                        returning id
                        """)
                .param("link", link)
                .param("name", name)
                .param("email", email)
                .param("rightName", rightName)
                .param("rightEmail", rightEmail)
                .param("reason", reason)
                .param("now", clock.instant().atOffset(UTC))
                .query(Long.class)
                .single();
    }

    public WrongPerson get(long id) {
        return database.sql("""
                        select id, form_link_id, name, email, right_name, right_email, reason
                        from interviews.wrong_person where id = :id
                        """).param("id", id).query(WrongPerson.class).single();
    }

    /** Keeps what the school made of it: NAMED, OTHER or FIRST. */
    public void decide(long id, String decision, String by) {
        database.sql("""
                        update interviews.wrong_person
                        set decision = :decision, decided_by = :by, decided_at = :now where id = :id
                        """)
                .param("decision", decision)
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .param("id", id)
                .update();
    }
}
