package org.wbl.interviews.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The students of the schools and their guardians. */
@Repository
public class Students {

    /** In years (16 CFR 312): nobody younger takes part. */
    public static final int YOUNGEST = 13;

    /** In years; from then on a student decides alone. */
    public static final int OF_AGE = 18;

    private final JdbcClient database;

    Students(JdbcClient database) {
        this.database = database;
    }

    /** Returns a school's students by name. */
    public List<Student> of(String school) {
        return database.sql("""
                        select id, school, student_number, given_name, family_name, email, grade, program
                        from interviews.student where school = :school order by family_name, given_name
                        """).param("school", school).query(Student.class).list();
    }

    public Optional<Student> find(long id) {
        return database.sql("""
                        select id, school, student_number, given_name, family_name, email, grade, program
                        from interviews.student where id = :id
                        """).param("id", id).query(Student.class).optional();
    }

    /** Returns a student's age in years on a day. */
    public int age(long student, LocalDate day) {
        return database.sql("select born_on from interviews.student where id = :id")
                .param("id", student)
                .query(LocalDate.class)
                .single()
                .until(day)
                .getYears();
    }

    /** Returns who is asked for a student's consent. */
    public Optional<Guardian> guardianOf(long student) {
        return database.sql(
                        "select id, name, email, phone from interviews.guardian where student_id = :id order by id limit 1")
                .param("id", student)
                .query(Guardian.class)
                .optional();
    }

    public record Student(
            long id,
            String school,
            String studentNumber,
            String givenName,
            String familyName,
            String email,
            int grade,
            String program) {}

    public record Guardian(long id, String name, String email, String phone) {}
}
