package org.wbl.interviews.employer;

import static java.time.ZoneOffset.UTC;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The employers of the schools, their contacts, and what they answered. */
@Repository
public class Employers {

    private final JdbcClient database;
    private final EmployerSettings settings;
    private final Clock clock;

    Employers(JdbcClient database, EmployerSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the contacts of a school's active employers, by employer and name. */
    public List<Contact> contacts(String school) {
        return database.sql(CONTACT + " where e.school = :school and e.status = 'ACTIVE' order by e.name, c.name")
                .param("school", school)
                .query(Contact.class)
                .list();
    }

    /** Returns the contacts of one employer, the longest known first. */
    public List<Contact> contactsOf(long employer) {
        return database.sql(CONTACT + " where c.employer_id = :employer order by c.id")
                .param("employer", employer)
                .query(Contact.class)
                .list();
    }

    public Contact contact(long id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("There is no employer contact '%d'.".formatted(id)));
    }

    private Optional<Contact> find(long id) {
        return database.sql(CONTACT + " where c.id = :id")
                .param("id", id)
                .query(Contact.class)
                .optional();
    }

    /** Returns how much a school has asked of each of its active employers, by the employer's id. */
    public Map<Long, Load> loads(String school) {
        return loads("e.school = :school and e.status = 'ACTIVE'", "school", school)
                .collect(toMap(Load::employerId, identity()));
    }

    /** Returns how much was asked of an employer. */
    public Load load(long employer) {
        return loads("e.id = :employer", "employer", employer).findAny().orElseThrow();
    }

    /** An invitation counts for a month, unless it came to nothing. */
    private Stream<Load> loads(String which, String name, Object value) {
        var today = LocalDate.now(clock);
        return database
                .sql("""
                        select e.id as employer_id, coalesce(e.monthly_cap, :cap) as monthly_cap,
                            count(i.id) filter (where i.invited_at >= :monthAgo and i.status <> 'MATCHING'
                                and (i.closed_at is null or i.contact_minutes is not null)) as asked,
                            max(i.starts_at) filter (where i.contact_minutes is not null) as last_interview
                        from interviews.employer e left join interviews.interview i on i.employer_id = e.id
                        where %s group by e.id
                        """.formatted(which))
                .param("cap", settings.monthlyCap())
                .param(
                        "monthAgo",
                        today.minusMonths(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .param(name, value)
                .query((row, number) -> {
                    var last = row.getObject("last_interview", OffsetDateTime.class);
                    var until = last == null
                            ? today
                            : last.atZoneSameInstant(clock.getZone())
                                    .toLocalDate()
                                    .plus(settings.coolDown());
                    return new Load(
                            row.getLong("employer_id"),
                            row.getInt("asked"),
                            row.getInt("monthly_cap"),
                            until.isAfter(today) ? until : null);
                })
                .list()
                .stream();
    }

    /** Keeps how many students a month an employer says it can meet. */
    public void keepMonthlyCap(long employer, int students) {
        database.sql("update interviews.employer set monthly_cap = :students where id = :id")
                .param("students", students)
                .param("id", employer)
                .update();
    }

    /** Returns how many students a month an employer said it can meet; empty when it said nothing. */
    public Optional<Integer> monthlyCap(long employer) {
        return database.sql("select monthly_cap from interviews.employer where id = :id and monthly_cap is not null")
                .param("id", employer)
                .query(Integer.class)
                .optional();
    }

    /** Returns what an employer last said it needs; empty if nothing. */
    public String lastNeed(long employer) {
        return database.sql("select need from interviews.check_in where employer_id = :id order by id desc limit 1")
                .param("id", employer)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Records what an employer said after an interview. */
    public void record(Feedback feedback) {
        database.sql("""
                        insert into interviews.employer_feedback (interview_id, answered, took_place, talked_minutes,
                            arrived, late_minutes, experience, prepared, host_again, strength, growth, roles,
                            minutes_given, quote, channel, at)
                        values (:interviewId, true, :tookPlace, :talkedMinutes, :arrived, :lateMinutes, :experience,
                            :prepared, :hostAgain, :strength, :growth, :roles, :minutesGiven, :quote, :channel, :now)
                        """)
                .param("interviewId", feedback.interviewId())
                .param("tookPlace", feedback.tookPlace().name())
                .param("talkedMinutes", feedback.talkedMinutes())
                .param("arrived", feedback.arrived())
                .param("lateMinutes", feedback.lateMinutes())
                .param("experience", feedback.experience())
                .param("prepared", feedback.prepared())
                .param("hostAgain", feedback.hostAgain())
                .param("strength", feedback.strength())
                .param("growth", feedback.growth())
                .param("roles", feedback.roles().toArray(String[]::new))
                .param("minutesGiven", feedback.minutesGiven())
                .param("quote", feedback.quote())
                .param("channel", feedback.channel())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Records that an employer did not say how the interview was. */
    public void recordNoFeedback(String interview) {
        database.sql("""
                        insert into interviews.employer_feedback (interview_id, answered, at)
                        values (:interview, false, :now)
                        """)
                .param("interview", interview)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Returns what an employer said after an interview; empty when it said nothing. */
    public Optional<Feedback> feedback(String interview) {
        return database.sql("""
                        select interview_id, took_place, talked_minutes, arrived, late_minutes, experience, prepared,
                            host_again, strength, growth, array_to_string(roles, ',') as roles, minutes_given, quote,
                            channel
                        from interviews.standing_employer_feedback where interview_id = :interview
                        """)
                .param("interview", interview)
                .query(Feedback.class)
                .optional();
    }

    /** Returns in how many interviews an employer met a student. */
    public int hosted(long employer) {
        return database.sql("""
                        select count(*) from interviews.interview
                        where employer_id = :employer and contact_minutes is not null
                        """)
                .param("employer", employer)
                .query(Integer.class)
                .single();
    }

    public void record(CheckIn checkIn) {
        database.sql("""
                        insert into interviews.check_in (employer_id, contact_id, answered, satisfaction, need, stop, at)
                        values (:employerId, :contactId, :answered, :satisfaction, :need, :stop, :now)
                        """)
                .param("employerId", checkIn.employerId())
                .param("contactId", checkIn.contactId())
                .param("answered", checkIn.answered())
                .param("satisfaction", checkIn.satisfaction())
                .param("need", checkIn.need())
                .param("stop", checkIn.stop())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Makes whoever else asks for this employer's lock wait until this transaction ends. */
    public void lock(long employer) {
        database.sql("select id from interviews.employer where id = :id for update")
                .param("id", employer)
                .query(Long.class)
                .single();
    }

    public Status status(long employer) {
        return database.sql("select status from interviews.employer where id = :id")
                .param("id", employer)
                .query(Status.class)
                .single();
    }

    /** Keeps an active employer from being invited, until somebody says otherwise. */
    public void pause(long employer) {
        database.sql("""
                        update interviews.employer set status = 'PAUSED', paused_until = null
                        where id = :id and status in ('ACTIVE', 'PAUSED')
                        """).param("id", employer).update();
    }

    /** Lets a paused employer be invited again. */
    public void resume(long employer) {
        database.sql("""
                        update interviews.employer set status = 'ACTIVE', paused_until = null
                        where id = :id and status = 'PAUSED'
                        """).param("id", employer).update();
    }

    /** Keeps an active employer from being invited until a day, by its own wish. */
    public void takeBreak(long employer, LocalDate until) {
        database.sql("""
                        update interviews.employer set status = 'PAUSED', paused_until = :until
                        where id = :id and (status = 'ACTIVE' or (status = 'PAUSED' and paused_until is not null))
                        """).param("until", until).param("id", employer).update();
    }

    /** Lets an employer be invited again after its break; one that is paused for another reason stays so. */
    public void endBreak(long employer) {
        database.sql("""
                        update interviews.employer set status = 'ACTIVE', paused_until = null
                        where id = :id and status = 'PAUSED' and paused_until is not null
                        """).param("id", employer).update();
    }

    /** Returns until when a contact's employer takes a break; empty when it takes none. */
    public Optional<LocalDate> breakUntil(long contact) {
        return database.sql("""
                        select e.paused_until from interviews.employer e
                        join interviews.employer_contact c on c.employer_id = e.id
                        where c.id = :contact and e.status = 'PAUSED' and e.paused_until is not null
                        """)
                .param("contact", contact)
                .query(LocalDate.class)
                .optional();
    }

    /** Returns the language in which pages speak to a contact, as a tag of BCP 47. */
    public String languageOf(long contact) {
        return database.sql("select language from interviews.employer_contact where id = :id")
                .param("id", contact)
                .query(String.class)
                .optional()
                .orElse("en");
    }

    /** Keeps the language in which pages speak to a contact. */
    public void speak(long contact, String language) {
        database.sql("update interviews.employer_contact set language = :language where id = :id")
                .param("language", language)
                .param("id", contact)
                .update();
    }

    /** Stops every automatic message to an employer. */
    public void optOut(long employer) {
        database.sql("update interviews.employer set status = 'OPTED_OUT' where id = :id")
                .param("id", employer)
                .update();
    }

    /** Stops invitations to an employer until it is released; one that opted out stays so. */
    public void pauseForSafety(long employer) {
        database.sql("update interviews.employer set status = 'DO_NOT_USE' where id = :id and status <> 'OPTED_OUT'")
                .param("id", employer)
                .update();
    }

    /** Lets an employer be invited again that was stopped for safety. */
    public void release(long employer) {
        database.sql("update interviews.employer set status = 'ACTIVE' where id = :id and status = 'DO_NOT_USE'")
                .param("id", employer)
                .update();
    }

    private static final String CONTACT = """
            select c.id, c.employer_id, e.school, e.name as employer_name, c.name, c.job_title, c.email, c.phone
            from interviews.employer_contact c join interviews.employer e on e.id = c.employer_id
            """;

    /** What may go to an employer. */
    public enum Status {
        ACTIVE,
        /** Nobody invites it for now. */
        PAUSED,
        /** The safeguarding staff stopped everything. */
        DO_NOT_USE,
        /** It wants no more automatic messages. */
        OPTED_OUT
    }

    /** A person at an employer. */
    public record Contact(
            long id,
            long employerId,
            String school,
            String employerName,
            String name,
            String jobTitle,
            String email,
            String phone) {}

    /**
     * How much was asked of an employer.
     *
     * @param asked for how many students within a month
     * @param monthlyCap for how many it may be asked
     * @param restsUntil null: its last interview is long enough ago
     */
    public record Load(
            long employerId,
            int asked,
            int monthlyCap,
            @Nullable LocalDate restsUntil) {

        /** Whether it was asked for as many students as it may be. */
        public boolean full() {
            return asked >= monthlyCap;
        }
    }

    /**
     * What an employer said after an interview.
     *
     * @param arrived EARLY, ON_TIME or LATE; null when the student did not come
     * @param experience 1 to 5, as {@code prepared} is: how well the school prepared the employer
     * @param hostAgain YES, MAYBE or NO
     * @param roles what else the employer could imagine
     * @param quote what the school may quote; null when nothing
     * @param channel LINK or STAFF
     */
    public record Feedback(
            String interviewId,
            TookPlace tookPlace,
            @Nullable Integer talkedMinutes,
            @Nullable String arrived,
            @Nullable Integer lateMinutes,
            int experience,
            int prepared,
            String hostAgain,
            @Nullable String strength,
            @Nullable String growth,
            List<String> roles,
            @Nullable Integer minutesGiven,
            @Nullable String quote,
            String channel) {

        public Feedback {
            roles = List.copyOf(roles);
        }
    }

    /** Whether an interview took place, as the employer sees it. */
    public enum TookPlace {
        YES,
        CUT_SHORT,
        NO_SHOW,
        MOVED;

        /** Whether there was a student to rate. */
        public boolean met() {
            return this == YES || this == CUT_SHORT;
        }
    }

    /** What an employer answered to a check-in, or that it did not answer. */
    public record CheckIn(
            long employerId,
            long contactId,
            boolean answered,
            @Nullable Integer satisfaction,
            @Nullable String need,
            boolean stop) {}
}
