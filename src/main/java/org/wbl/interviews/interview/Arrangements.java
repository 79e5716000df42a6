package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is arranged between the booking and the day: facts, each made for one way and one beginning of the interview.
 *
 * <p>What was arranged stands as long as it fits: a consent for the same way and place within some days of the day it
 * names, an approval for the same way and day, the rest for the same beginning. The consent of a family ends with the
 * day on which the student is of age.
 */
@Repository
public class Arrangements {

    private final JdbcClient database;
    private final Clock clock;
    private final int consentDays;

    Arrangements(JdbcClient database, Clock clock, @Value("${interviews.consent-holds-days}") int consentDays) {
        this.database = database;
        this.clock = clock;
        this.consentDays = consentDays;
    }

    /** Returns what stands for the interview as it is booked now. */
    public Standing standing(String interview) {
        return database.sql("""
                        select
                            coalesce(consent.participate
                                and (consent.relationship = 'STUDENT_18' or st.born_on > :bornSince) and consent.mode = m.mode
                                and consent.place is not distinct from m.place
                                and abs(extract(epoch from consent.starts_at - m.starts_at)) <= :days * 86400, false)
                                as consent,
                            coalesce(approval.approved and approval.mode = m.mode
                                and date_trunc('day', approval.starts_at, :zone) = date_trunc('day', m.starts_at, :zone),
                                false) as approval,
                            exists (select from interviews.visit_plan p
                                where p.interview_id = i.id and p.starts_at = m.starts_at) as visit,
                            exists (select from interviews.room_plan p
                                where p.interview_id = i.id and p.starts_at = m.starts_at and p.mode = m.mode) as room,
                            exists (select from interviews.employer_confirmation c
                                where c.interview_id = i.id and c.starts_at = m.starts_at and c.mode = m.mode) as employer,
                            exists (select from interviews.form_link l
                                where l.interview_id = m.id and l.purpose = 'Activity_ConfirmDetails' and l.issued_at > coalesce(
                                    greatest(
                                        (select max(applied_at) from interviews.interview_change c
                                            where c.interview_id = m.id),
                                        (select max(ended_at) from interviews.interview_hold h
                                            where h.interview_id = m.id)), '-infinity')) as employer_asked,
                            exists (select from interviews.contact_note n
                                where n.interview_id = i.id and n.about = 'Activity_ArrangeAccommodations') as accommodations
                        from interviews.interview i
                        join interviews.interview m on m.id = coalesce(i.session, i.id)
                        left join interviews.student st on st.id = i.student_id
                        left join lateral (select * from interviews.consent where interview_id = i.id
                            order by id desc limit 1) consent on true
                        left join lateral (select * from interviews.approval where interview_id = i.id
                            order by id desc limit 1) approval on true
                        where i.id = :interview
                        """)
                .param("days", consentDays)
                .param("bornSince", LocalDate.now(clock).minusYears(Permissions.OF_AGE))
                .param("zone", clock.getZone().getId())
                .param("interview", interview)
                .query(Standing.class)
                .single();
    }

    /**
     * Which steps need not be done again.
     *
     * @param employerAsked whether the employer was asked about the date that stands, answered or not
     */
    public record Standing(
            boolean consent,
            boolean approval,
            boolean visit,
            boolean room,
            boolean employer,
            boolean employerAsked,
            boolean accommodations) {}

    public void planVisit(String interview, VisitPlan plan, String by) {
        database.sql("""
                        insert into interviews.visit_plan (interview_id, starts_at, travel, route, escort, leaves_at,
                            returns_at, missed_classes, site_checked_on, planned_by, at)
                        select id, starts_at, :travel, :route, :escort, :leavesAt, :returnsAt, :missedClasses,
                            :siteCheckedOn, :by, :now
                        from interviews.interview where id = :interview
                        """)
                .param("travel", plan.travel())
                .param("route", plan.route())
                .param("escort", plan.escort())
                .param("leavesAt", plan.leavesAt())
                .param("returnsAt", plan.returnsAt())
                .param("missedClasses", plan.missedClasses())
                .param("siteCheckedOn", plan.siteCheckedOn())
                .param("interview", interview)
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * How the student gets there and back.
     *
     * @param leavesAt hh:mm, as {@code returnsAt}
     */
    public record VisitPlan(
            String travel,
            String route,
            String escort,
            String leavesAt,
            String returnsAt,
            String missedClasses,
            LocalDate siteCheckedOn) {}

    /** Returns the plan of the visit as it is booked now. */
    public Optional<VisitPlan> visitPlan(String interview) {
        return database.sql("""
                        select p.travel, p.route, p.escort, p.leaves_at, p.returns_at, p.missed_classes, p.site_checked_on
                        from interviews.visit_plan p
                        join interviews.interview i on i.id = p.interview_id and i.starts_at = p.starts_at
                        where i.id = :interview order by p.id desc limit 1
                        """)
                .param("interview", interview)
                .query(VisitPlan.class)
                .optional();
    }

    /** Keeps whom to call and what an escort must know on the day, until the interview is closed. */
    public void noteEmergency(String interview, String contact, @Nullable String medical) {
        database.sql("""
                        insert into interviews.emergency_note (interview_id, contact, medical)
                        values (:interview, :contact, :medical)
                        on conflict (interview_id) do update set contact = excluded.contact, medical = excluded.medical
                        """)
                .param("interview", interview)
                .param("contact", contact)
                .param("medical", medical)
                .update();
    }

    /** Returns whom to call, and what else the family wrote, for the person who goes along. */
    public Optional<String> emergency(String interview) {
        return database.sql("""
                        select concat_ws(e'\\n', contact, medical) from interviews.emergency_note where interview_id = :interview
                        """)
                .param("interview", interview)
                .query(String.class)
                .optional();
    }

    /** Returns why an administrator returned or refused the last plan; empty when it was approved or not asked. */
    public Optional<String> objection(String interview) {
        return database.sql("""
                        select reason from (select * from interviews.approval where interview_id = :interview
                            order by id desc limit 1) as last
                        where not approved
                        """)
                .param("interview", interview)
                .query(String.class)
                .optional();
    }

    /** Whether an administrator has approved, returned or refused it before. */
    public boolean isDecided(String interview) {
        return database.sql("select exists (select from interviews.approval where interview_id = :interview)")
                .param("interview", interview)
                .query(Boolean.class)
                .single();
    }

    /** Returns what the employer said is different now. */
    public Optional<String> changes(String interview) {
        return database.sql("""
                        select changes from (select * from interviews.employer_confirmation where interview_id = :interview
                            order by id desc limit 1) as last
                        where changes is not null
                        """)
                .param("interview", interview)
                .query(String.class)
                .optional();
    }

    /** Keeps who hosts, and the link or number by which they meet; it replaces the interview's earlier one. */
    public void planRoom(String interview, String host, @Nullable String link, String by) {
        database.sql("""
                        with planned as (
                            insert into interviews.room_plan (interview_id, mode, starts_at, host, link, tested, planned_by, at)
                            select id, mode, starts_at, :host, :link, true, :by, :now
                            from interviews.interview where id = :interview)
                        update interviews.interview set meeting_link = :link where id = :interview
                        """)
                .param("interview", interview)
                .param("host", host)
                .param("link", link)
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Keeps the employer's word that all stands as agreed, or what changed. */
    public void confirm(
            String interview,
            boolean asAgreed,
            @Nullable String changes,
            @Nullable String accessNotes,
            @Nullable String siteContact,
            String channel) {
        database.sql("""
                        insert into interviews.employer_confirmation (interview_id, mode, starts_at, as_agreed, changes,
                            access_notes, site_contact, channel, at)
                        select id, mode, starts_at, :asAgreed, :changes, :accessNotes, :siteContact, :channel, :now
                        from interviews.interview where id = :interview
                        """)
                .param("interview", interview)
                .param("asAgreed", asAgreed)
                .param("changes", changes)
                .param("accessNotes", accessNotes)
                .param("siteContact", siteContact)
                .param("channel", channel)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
