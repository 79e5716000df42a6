package org.wbl.interviews.form;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All links of emailed forms. */
@Repository
public class FormLinks {

    private static final String COLUMNS = """
            id, purpose, task_id, school, role, person_id, interview_id, employer_id, due_at, expires_at, asks_code,
            first_viewed_at, submitted_at, revoked_at
            """;

    /** With a link goes what was begun to answer. */
    private static final String ENDING = """
            with ended as (update interviews.form_link set %s = :now where %s returning id)
            delete from interviews.form_draft where form_link_id in (select id from ended)
            """;

    /** How long a desk opens without a new code. */
    private static final Period DESK_OPEN = Period.ofDays(30);

    /** No interview is open longer; its closing ends the link. */
    private static final Period LONGEST_INTERVIEW = Period.ofYears(2);

    /** Mail programs open links as soon as a mail arrives, to look for harm in them. */
    private static final Duration SCANNED = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final LinkTokens tokens;
    private final Clock clock;

    FormLinks(JdbcClient database, LinkTokens tokens, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Stores a new link; its id makes the token. */
    public void issue(FormLink link) {
        database.sql("""
                        insert into interviews.form_link (id, token_hash, purpose, task_id, school, role, person_id,
                            interview_id, employer_id, issued_at, due_at, expires_at, asks_code)
                        values (:id, :hash, :purpose, :taskId, :school, :role, :personId, :interviewId, :employerId,
                            :now, :dueAt, :expiresAt, :asksCode)
                        """)
                .param("id", link.id())
                .param("hash", LinkTokens.hash(tokens.token(link.id())))
                .param("purpose", link.purpose())
                .param("taskId", link.taskId())
                .param("school", link.school())
                .param("role", link.role())
                .param("personId", link.personId())
                .param("interviewId", link.interviewId())
                .param("employerId", link.employerId())
                .param("now", now())
                .param("dueAt", link.dueAt())
                .param("expiresAt", link.expiresAt())
                .param("asksCode", link.asksCode())
                .update();
    }

    /** Stores a link that starts a process about an interview, unless the person has one already. */
    public void issueStart(String process, String school, String role, long person, String interview) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into interviews.form_link (id, token_hash, purpose, school, role, person_id, interview_id,
                            issued_at, due_at, expires_at)
                        values (:id, :hash, :purpose, :school, :role, :personId, :interviewId, :now, :expiresAt, :expiresAt)
                        on conflict (interview_id, role, person_id) where task_id is null and revoked_at is null
                            do nothing
                        """)
                .param("id", id)
                .param("hash", LinkTokens.hash(tokens.token(id)))
                .param("purpose", process)
                .param("school", school)
                .param("role", role)
                .param("personId", person)
                .param("interviewId", interview)
                .param("now", now())
                .param("expiresAt", now().plus(LONGEST_INTERVIEW))
                .update();
    }

    /** Stores the link to the desk of an employer's contact, unless it has one already. */
    public void issueDesk(String school, long employer, long contact) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into interviews.form_link (id, token_hash, purpose, school, role, person_id, employer_id,
                            issued_at, due_at, expires_at, asks_code)
                        values (:id, :hash, 'employer-desk', :school, 'employers', :contact, :employer, :now, :expiresAt,
                            :expiresAt, true)
                        on conflict (person_id) where purpose = 'employer-desk' and revoked_at is null do nothing
                        """)
                .param("id", id)
                .param("hash", LinkTokens.hash(tokens.token(id)))
                .param("school", school)
                .param("contact", contact)
                .param("employer", employer)
                .param("now", now())
                .param("expiresAt", now().plus(DESK_OPEN))
                .update();
    }

    /** Returns the id of the link to a contact's desk. */
    public Optional<UUID> desk(long contact) {
        return database.sql("""
                        select id from interviews.form_link
                        where person_id = :contact and purpose = 'employer-desk' and revoked_at is null
                        """).param("contact", contact).query(UUID.class).optional();
    }

    /** Opens a desk for another month: its owner has shown the code. */
    void prolong(UUID desk) {
        database.sql("update interviews.form_link set expires_at = :until where id = :id")
                .param("until", now().plus(DESK_OPEN))
                .param("id", desk)
                .update();
    }

    /** Returns a person's links that start processes about interviews. */
    List<FormLink> starts(String role, long person) {
        return database.sql("select " + COLUMNS + """
                         from interviews.form_link where role = :role and person_id = :person and task_id is null
                            and interview_id is not null and revoked_at is null
                        """)
                .param("role", role)
                .param("person", person)
                .query(FormLink.class)
                .list();
    }

    /** Returns the id of a person's link that starts a process about an interview. */
    public Optional<UUID> start(String role, long person, String interview) {
        return database.sql("""
                        select id from interviews.form_link
                        where interview_id = :interview and role = :role and person_id = :person and task_id is null
                            and revoked_at is null
                        """)
                .param("interview", interview)
                .param("role", role)
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    /** Puts a new link in the place of an old one; it goes on with what was begun to answer. */
    public void replace(FormLink old, FormLink anew) {
        issue(anew);
        database.sql("update interviews.form_draft set form_link_id = :anew where form_link_id = :old")
                .param("anew", anew.id())
                .param("old", old.id())
                .update();
        revoke(old.id());
    }

    /** Ends one link, and no other of its task. */
    public void revoke(UUID link) {
        database.sql(ENDING.formatted("revoked_at", "id = :id and revoked_at is null"))
                .param("now", now())
                .param("id", link)
                .update();
    }

    /** Ends the links that start processes about an interview: it is closed. */
    public void revokeStarts(String interview) {
        database.sql(ENDING.formatted(
                        "revoked_at", "interview_id = :interview and task_id is null and revoked_at is null"))
                .param("now", now())
                .param("interview", interview)
                .update();
    }

    public FormLink get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no link '%s'.".formatted(id)));
    }

    Optional<FormLink> find(UUID id) {
        return database.sql("select " + COLUMNS + " from interviews.form_link where id = :id")
                .param("id", id)
                .query(FormLink.class)
                .optional();
    }

    /** Returns the links that somebody can still answer with. */
    public List<FormLink> openOf(String role, long person) {
        return database.sql("select " + COLUMNS + """
                         from interviews.form_link where role = :role and person_id = :person
                            and submitted_at is null and revoked_at is null and expires_at > :now order by issued_at, id
                        """)
                .param("role", role)
                .param("person", person)
                .param("now", now())
                .query(FormLink.class)
                .list();
    }

    /** Whether nobody can answer a task by a link. */
    public boolean isWithoutLink(String task) {
        return database.sql("""
                        select not exists (select from interviews.form_link
                            where task_id = :task and submitted_at is null and revoked_at is null)
                        """).param("task", task).query(Boolean.class).single();
    }

    /** Returns the open link for a purpose in an interview, unless a person has opened it. */
    public Optional<FormLink> unopened(String purpose, String interview) {
        return database.sql("select " + COLUMNS + """
                         from interviews.form_link where interview_id = :interview and purpose = :purpose
                            and read_at is null and submitted_at is null and revoked_at is null
                        """)
                .param("interview", interview)
                .param("purpose", purpose)
                .query(FormLink.class)
                .optional();
    }

    /** Whether a person ever had a link about an interview. */
    public boolean wasAsked(String role, long person, String interview) {
        return database.sql("""
                        select exists (select from interviews.form_link
                            where interview_id = :interview and role = :role and person_id = :person)
                        """)
                .param("interview", interview)
                .param("role", role)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** Returns the newest link of a task. */
    public Optional<FormLink> ofTask(String task) {
        return database.sql("select " + COLUMNS
                        + " from interviews.form_link where task_id = :task"
                        + " order by revoked_at is not null, issued_at desc limit 1")
                .param("task", task)
                .query(FormLink.class)
                .optional();
    }

    /** Returns the link with this token. */
    Optional<FormLink> find(String token) {
        return database.sql("select " + COLUMNS + " from interviews.form_link where token_hash = :hash")
                .param("hash", LinkTokens.hash(token))
                .query(FormLink.class)
                .optional();
    }

    /** Returns the link with this token; whoever else wants to answer with it waits until this transaction ends. */
    Optional<FormLink> findToAnswer(String token) {
        return database.sql("select " + COLUMNS + " from interviews.form_link where token_hash = :hash for update")
                .param("hash", LinkTokens.hash(token))
                .query(FormLink.class)
                .optional();
    }

    void viewed(UUID link) {
        database.sql("""
                        update interviews.form_link set first_viewed_at = coalesce(first_viewed_at, :now),
                            read_at = case when not exists (select from interviews.mail_log
                                where form_link_id = :id and sent_at > :scanned) then :now end
                        where id = :id and read_at is null
                        """)
                .param("now", now())
                .param("scanned", now().minus(SCANNED))
                .param("id", link)
                .update();
    }

    void submitted(UUID link) {
        database.sql(ENDING.formatted("submitted_at", "id = :id"))
                .param("now", now())
                .param("id", link)
                .update();
    }

    /** Ends the open links of a task: it was answered otherwise, or is no longer needed. */
    public void revoke(String task) {
        database.sql(ENDING.formatted("revoked_at", "task_id = :task and submitted_at is null and revoked_at is null"))
                .param("now", now())
                .param("task", task)
                .update();
    }

    /** Moves the due date of a task's open links, and their expiry with it. */
    public void move(String task, OffsetDateTime due) {
        database.sql("""
                        update interviews.form_link set due_at = :due, expires_at = expires_at + (:due - due_at)
                        where task_id = :task and submitted_at is null and revoked_at is null
                        """).param("due", due).param("task", task).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
