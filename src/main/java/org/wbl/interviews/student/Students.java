package org.wbl.interviews.student;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The students of the schools and their guardians. */
@Repository
public class Students {

    /** In years (16 CFR 312): nobody younger takes part. */
    public static final int YOUNGEST = 13;

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

    /**
     * Returns students of these schools by name, with how many interviews each has held: the first ones, or those that
     * follow a student.
     *
     * @param words all of which stand in the name or the number; capitals and accents do not matter
     * @param after the id of the student whom they follow, or 0
     */
    List<Line> lines(Collection<String> schools, List<String> words, long after, int most) {
        return database.sql("""
                        select s.id, s.student_number, s.given_name, s.family_name, s.grade, s.program,
                            school.name as school_name,
                            (select count(*) from interviews.report_interview i
                                where i.student_id = s.id and i.outcome = 'HELD') as held
                        from interviews.student s join interviews.school school on school.code = s.school
                        where s.school = any (:schools)
                            and (cardinality(:words) = 0 or (
                                select bool_and(strpos(text, word) > 0)
                                from (select interviews.searchable(
                                        s.given_name || ' ' || s.family_name || ' ' || s.student_number) as text
                                        offset 0) as searched,
                                    unnest((select array_agg(interviews.searchable(word)) from unnest(:words) as word))
                                        as word))
                            and (:after = 0 or (s.family_name, s.given_name, s.id) > (
                                select family_name, given_name, id from interviews.student
                                where id = :after and school = any (:schools)))
                        order by s.family_name, s.given_name, s.id
                        limit :most
                        """)
                .param("schools", schools.toArray(String[]::new))
                .param("words", words.toArray(String[]::new))
                .param("after", after)
                .param("most", most)
                .query(Line.class)
                .list();
    }

    /** Returns the tag of the language that a guardian reads, such as zh-Hans. */
    public String languageOf(long guardian) {
        return database.sql("select language from interviews.guardian where id = :id")
                .param("id", guardian)
                .query(String.class)
                .optional()
                .orElse("en");
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

    /**
     * A student in a list.
     *
     * @param held interviews that took place
     */
    record Line(
            long id,
            String studentNumber,
            String givenName,
            String familyName,
            int grade,
            String program,
            String schoolName,
            int held) {}

    public record Guardian(long id, String name, String email, String phone) {}
}
