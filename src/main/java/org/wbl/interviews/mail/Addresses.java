package org.wbl.interviews.mail;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where everybody gets mail who has no account, and what was wrong in it. */
@Repository
public class Addresses {

    private final JdbcClient database;
    private final Clock clock;

    Addresses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns everybody of these schools, by name: employers first. */
    public List<Addressee> of(Set<String> schools) {
        return database.sql(
                        "select * from interviews.addressee where school in (:schools) order by role, of_whom, name")
                .param("schools", schools)
                .query(Addressee.class)
                .list();
    }

    /** Returns one of them; empty also when the interviews of a student are closed. */
    public Optional<Addressee> find(String role, long person) {
        return database.sql("select * from interviews.addressee where role = :role and person_id = :person")
                .param("role", role)
                .param("person", person)
                .query(Addressee.class)
                .optional();
    }

    /** Corrects an address and keeps what stood there. */
    public void correct(Addressee right, String by) {
        database.sql("""
                        insert into interviews.address_correction (school, role, person_id, name, job_title, email, phone,
                            corrected_by, at)
                        select school, role, person_id, name, (select job_title from interviews.employer_contact c
                            where role = 'employers' and c.id = person_id), email, phone, :by, :now
                        from interviews.addressee where role = :role and person_id = :person
                        """)
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .param("role", right.role())
                .param("person", right.personId())
                .update();
        database.sql(
                        switch (right.role()) {
                            case "employers" ->
                                "update interviews.employer_contact set email = :email, phone = :phone, name = :name,"
                                        + " job_title = case when name = :name then job_title else 'contact person' end where id = :person";
                            case "guardians" ->
                                "update interviews.guardian set name = :name, email = :email, phone = :phone where id = :person";
                            default -> "update interviews.student set email = :email where id = :person";
                        })
                .param("name", right.name())
                .param("email", right.email())
                .param("phone", right.phone())
                .param("person", right.personId())
                .update();
    }

    /** Keeps which language a family reads. */
    public void writeIn(String language, Addressee family) {
        database.sql("update interviews.guardian set language = :language where id = :person")
                .param("language", language)
                .param("person", family.personId())
                .update();
    }

    /**
     * Somebody who gets mail.
     *
     * @param role employers, guardians or students
     * @param personId employer contact, guardian or student, by role
     * @param ofWhom the employer, "family of" a student, or a student's program
     * @param phone null: a student's
     */
    public record Addressee(
            String role,
            long personId,
            String school,
            String ofWhom,
            String name,
            String email,
            @Nullable String phone) {

        /** Returns what names this person among all others. */
        public String key() {
            return role + ":" + personId;
        }
    }
}
