package org.wbl.interviews.interview;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The minutes of interviews, as verified and as counted: facts, a row each time. */
@Repository
public class Hours {

    private final JdbcClient database;
    private final Clock clock;

    Hours(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Logs the minutes of an interview, once. */
    public void log(String interview, Minutes minutes, String verifiedBy) {
        database.sql("""
                        insert into interviews.minutes_log (interview_id, prep, contact, reflection, supervised_by,
                            verified_by, at)
                        values (:interview, :prep, :contact, :reflection, :supervisedBy, :verifiedBy, :now)
                        """)
                .param("interview", interview)
                .param("prep", minutes.prep())
                .param("contact", minutes.contact())
                .param("reflection", minutes.reflection())
                .param("supervisedBy", minutes.supervisedBy())
                .param("verifiedBy", verifiedBy)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Logs the same minutes for every student who was in a class session, once. */
    public void logParts(String session, Minutes minutes, String verifiedBy) {
        database.sql("""
                        insert into interviews.minutes_log (interview_id, prep, contact, reflection, supervised_by,
                            verified_by, at)
                        select id, :prep, :contact, :reflection, :supervisedBy, :verifiedBy, :now
                        from interviews.interview
                        where session = :session and contact_minutes is not null and closed_at is null
                        """)
                .param("session", session)
                .param("prep", minutes.prep())
                .param("contact", minutes.contact())
                .param("reflection", minutes.reflection())
                .param("supervisedBy", minutes.supervisedBy())
                .param("verifiedBy", verifiedBy)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Returns the verified minutes of an interview as they stand. */
    public Optional<Minutes> minutes(String interview) {
        return database.sql("""
                        select prep, contact, reflection, supervised_by from interviews.minutes_log
                        where interview_id = :interview order by id desc limit 1
                        """)
                .param("interview", interview)
                .query(Minutes.class)
                .optional();
    }

    /** Returns another interview whose logged minutes are, for the same student, at the same time as these would be. */
    public Optional<String> overlapping(String interview, int contact) {
        return database.sql("""
                        select other.id
                        from interviews.interview this
                        join interviews.interview mine on mine.id = coalesce(this.session, this.id)
                        join interviews.interview other on other.student_id = this.student_id and other.id <> this.id
                        join interviews.interview theirs on theirs.id = coalesce(other.session, other.id)
                        join lateral (select contact from interviews.minutes_log where interview_id = other.id
                            order by id desc limit 1) log on true
                        where this.id = :interview
                            and tstzrange(mine.starts_at, mine.starts_at + make_interval(mins => :contact))
                                && tstzrange(theirs.starts_at, theirs.starts_at + make_interval(mins => log.contact))
                        order by other.id limit 1
                        """)
                .param("interview", interview)
                .param("contact", contact)
                .query(String.class)
                .optional();
    }

    /** Records what was counted of an interview's minutes; a later count corrects it. */
    public void record(String interview, Count count) {
        database.sql("""
                        insert into interviews.hours_count (interview_id, category, logged, eligible, counted, at, corrects)
                        values (:interview, :category, :logged, :eligible, :counted, :now,
                            (select max(id) from interviews.hours_count where interview_id = :interview))
                        """)
                .param("interview", interview)
                .param("category", count.category())
                .param("logged", count.logged())
                .param("eligible", count.eligible())
                .param("counted", count.counted())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /**
     * The minutes of one student in one interview.
     *
     * @param prep supervised preparation
     * @param contact the interview itself
     * @param reflection supervised reflection
     * @param supervisedBy TEACHER, COORDINATOR, COUNSELOR, ADMINISTRATOR or OTHER
     */
    public record Minutes(int prep, int contact, int reflection, String supervisedBy) {

        public int all() {
            return prep + contact + reflection;
        }
    }

    /**
     * What became of the minutes, so that nobody takes the one for the other.
     *
     * @param category AWARENESS or EXPLORATION
     * @param logged all that were spent
     * @param eligible those that may count
     * @param counted those that do
     */
    public record Count(String category, int logged, int eligible, int counted) {}
}
