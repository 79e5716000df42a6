package org.wbl.interviews.interview;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The classes that coordinators keep, for class sessions and for interviews of a whole class. */
@Repository
public class ClassLists {

    private final JdbcClient database;

    ClassLists(JdbcClient database) {
        this.database = database;
    }

    /** A class and how many students are in it. */
    public record ClassList(long id, String name, int students) {}

    /** A student of a class. */
    public record Member(long id, String givenName, String familyName) {}

    /**
     * Keeps a class under its name; entered again, its students are replaced. Students of other schools are left out.
     */
    public void keep(String school, String name, List<Long> students) {
        long id = database.sql("""
                        insert into interviews.class_list (school, name) values (:school, :name)
                        on conflict (school, name) do update set name = excluded.name
                        returning id
                        """)
                .param("school", school)
                .param("name", name)
                .query(Long.class)
                .single();
        database.sql("delete from interviews.class_list_member where class_list_id = :id")
                .param("id", id)
                .update();
        database.sql("""
                        insert into interviews.class_list_member (class_list_id, student_id)
                        select :id, id from interviews.student where school = :school and id in (:students)
                        """)
                .param("id", id)
                .param("school", school)
                .param("students", students)
                .update();
    }

    /** Returns the classes of these schools by name. */
    public List<ClassList> of(Set<String> schools) {
        return database.sql("""
                        select l.id, l.name, count(member.student_id)::int as students
                        from interviews.class_list l
                        left join interviews.class_list_member member on member.class_list_id = l.id
                        where l.school in (:schools)
                        group by l.id order by l.name
                        """)
                .param("schools", schools)
                .query(ClassList.class)
                .list();
    }

    /** Returns the students of a class by name. */
    public List<Member> members(long classList) {
        return database.sql("""
                        select st.id, st.given_name, st.family_name
                        from interviews.class_list_member member
                        join interviews.student st on st.id = member.student_id
                        where member.class_list_id = :id order by st.family_name, st.given_name
                        """).param("id", classList).query(Member.class).list();
    }
}
