package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Interviews that go from one coordinator to another; which went is kept. */
@Repository
public class Handovers {

    private final JdbcClient database;
    private final CaseloadSettings settings;
    private final Clock clock;

    Handovers(JdbcClient database, CaseloadSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps that interviews shall be handed over, and returns the handover's id.
     *
     * @param most how many open interviews; null: everything
     */
    public long record(String school, String outgoing, String successor, @Nullable Integer most, String enteredBy) {
        return database.sql("""
                        insert into interviews.handover (school, outgoing, successor, most, entered_by, at)
                        values (:school, :outgoing, :successor, :most, :enteredBy, :now)
                        returning id
                        """)
                .param("school", school)
                .param("outgoing", outgoing)
                .param("successor", successor)
                .param("most", most)
                .param("enteredBy", enteredBy)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    public Handover get(long id) {
        return database.sql("""
                        select id, school, outgoing, successor, most,
                            (select count(*) from interviews.handover_interview went
                                join interviews.interview i on i.id = went.interview_id and i.session is null
                                where went.handover_id = handover.id) as moved
                        from interviews.handover where id = :id
                        """)
                .param("id", id)
                .query(Handover.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no handover '%d'.".formatted(id)));
    }

    /**
     * Hands over at most this many interviews, those without a date first, and returns their ids; a class session goes
     * with all its students.
     *
     * <p>A handover of everything takes the newest interview of each employer with it, though it be closed: from it the
     * employer's check-ins have their contact.
     */
    public List<String> move(Handover handover, int limit) {
        return database.sql("""
                        with chosen as (
                                select i.id from interviews.interview i
                                where i.school = :school and i.coordinator = :outgoing
                                    and i.session is null
                                    and (i.closed_at is null
                                        or (:everything and i.employer_id is not null and not exists (
                                            select from interviews.interview later
                                            where later.employer_id = i.employer_id
                                                and (later.requested_at, later.id) > (i.requested_at, i.id))))
                                order by i.closed_at nulls first, i.starts_at nulls first, i.id
                                limit :limit),
                        moved as (
                            update interviews.interview set coordinator = :successor
                            where id in (select id from chosen) or session in (select id from chosen)
                            returning id)
                        insert into interviews.handover_interview (handover_id, interview_id, at)
                        select :handover, id, :now from moved
                        returning interview_id
                        """)
                .param("successor", handover.successor())
                .param("school", handover.school())
                .param("outgoing", handover.outgoing())
                .param("everything", handover.most() == null)
                .param("limit", limit)
                .param("handover", handover.id())
                .param("now", now())
                .query(String.class)
                .list();
    }

    /** Returns the employers of the interviews that went, each with the contact of the newest, by name. */
    public List<Employer> employers(long handover) {
        return database.sql("""
                        select distinct on (e.name, e.id) e.name, c.name as contact_name, c.phone as contact_phone,
                            i.id as interview_id
                        from interviews.handover_interview h
                            join interviews.interview i on i.id = h.interview_id
                            join interviews.employer e on e.id = i.employer_id
                            join interviews.employer_contact c on c.id = i.contact_id
                        where h.handover_id = :handover
                        order by e.name, e.id, i.requested_at desc, i.id desc
                        """)
                .param("handover", handover)
                .query(Employer.class)
                .list();
    }

    /** Returns the coordinators with more open interviews than one can do. */
    public List<Caseload> overloaded() {
        return database.sql("""
                        select school, coordinator, count(*) as interviews from interviews.interview
                        where closed_at is null and session is null group by school, coordinator having count(*) > :limit
                        """)
                .param("limit", settings.limit())
                .query(Caseload.class)
                .list();
    }

    /** Returns how many open interviews each coordinator of a school has, the most first. */
    public List<Caseload> caseloads(String school) {
        return database.sql("""
                        select school, coordinator, count(*) as interviews from interviews.interview
                        where closed_at is null and school = :school group by school, coordinator
                        order by interviews desc, coordinator
                        """).param("school", school).query(Caseload.class).list();
    }

    /** Returns who coordinates or coordinated interviews of these schools, account or not. */
    public List<String> coordinators(Set<String> schools) {
        return database.sql("""
                        select distinct coordinator from interviews.interview where school in (:schools)
                        order by coordinator
                        """).param("schools", schools).query(String.class).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    /**
     * Who hands over to whom.
     *
     * @param most how many open interviews; null: everything
     * @param moved how many interviews went so far
     */
    public record Handover(
            long id,
            String school,
            String outgoing,
            String successor,
            @Nullable Integer most,
            int moved) {}

    /** The open interviews of one coordinator. */
    public record Caseload(String school, String coordinator, int interviews) {}

    /** An employer who gets another coordinator. */
    public record Employer(String name, String contactName, String contactPhone, String interviewId) {}
}
