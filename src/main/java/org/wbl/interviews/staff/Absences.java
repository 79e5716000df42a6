package org.wbl.interviews.staff;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of the staff of a school is away, and who stands in. */
@Repository
public class Absences {

    private final JdbcClient database;
    private final Clock clock;

    Absences(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes whoever else enters an absence of this school wait until this transaction ends. */
    public void lock(String school) {
        database.sql("select code from interviews.school where code = :school for update")
                .param("school", school)
                .query(String.class)
                .single();
    }

    /** Keeps an absence, from the first day away to the day before the person is back, and returns its id. */
    public long record(
            String school, String absent, String deputy, LocalDate firstDay, LocalDate backOn, String enteredBy) {
        return database.sql("""
                        insert into interviews.staff_absence (school, absent, deputy, first_day, back_on, entered_by,
                            entered_at)
                        values (:school, :absent, :deputy, :firstDay, :backOn, :enteredBy, :now)
                        returning id
                        """)
                .param("school", school)
                .param("absent", absent)
                .param("deputy", deputy)
                .param("firstDay", firstDay)
                .param("backOn", backOn)
                .param("enteredBy", enteredBy)
                .param("now", clock.instant().atOffset(UTC))
                .query(Long.class)
                .single();
    }

    public Absence get(long id) {
        return database.sql(ABSENCE + " where id = :id")
                .param("id", id)
                .query(Absence.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no absence '%d'.".formatted(id)));
    }

    /** Returns the absences of a school that share a day with these days. */
    public List<Absence> between(String school, LocalDate firstDay, LocalDate backOn) {
        return database.sql(ABSENCE + """
                         where school = :school and ended_at is null and first_day < :backOn and back_on > :firstDay
                        """)
                .param("school", school)
                .param("firstDay", firstDay)
                .param("backOn", backOn)
                .query(Absence.class)
                .list();
    }

    /** Returns who stands in for a member of staff today; empty when the person is there. */
    public Optional<String> deputyOf(String school, String user) {
        return database.sql("""
                        select deputy from interviews.staff_absence
                        where school = :school and absent = :user and ended_at is null
                            and first_day <= :today and back_on > :today
                        """)
                .param("school", school)
                .param("user", user)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .optional();
    }

    /** The person is back now, or not away after all. */
    public void end(long id) {
        database.sql("update interviews.staff_absence set ended_at = :now where id = :id and ended_at is null")
                .param("now", clock.instant().atOffset(UTC))
                .param("id", id)
                .update();
    }

    private static final String ABSENCE =
            "select id, school, absent, deputy, first_day, back_on from interviews.staff_absence";

    /** Days away: from the first day to the day before {@code backOn}. */
    public record Absence(long id, String school, String absent, String deputy, LocalDate firstDay, LocalDate backOn) {}
}
