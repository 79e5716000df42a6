package org.wbl.interviews.school;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;

/** The schools. */
@Repository
public class Schools {

    private final JdbcClient database;

    Schools(JdbcClient database) {
        this.database = database;
    }

    public Optional<School> find(String code) {
        return database.sql("select code, name, address, phone from interviews.school where code = :code")
                .param("code", code)
                .query(School.class)
                .optional();
    }

    /** Returns the schools that a member of staff works for, sorted by name: district administrators for all. */
    public List<School> of(StaffMember member) {
        return database.sql("""
                        select code, name, address, phone from interviews.school
                        where :all or code = any (:codes) order by name, code
                        """)
                .param("all", member.groups().contains(Groups.DISTRICT_ADMINISTRATORS))
                .param("codes", member.schools().toArray(String[]::new))
                .query(School.class)
                .list();
    }

    /** Returns the codes of all schools. */
    public List<String> codes() {
        return database.sql("select code from interviews.school order by code")
                .query(String.class)
                .list();
    }

    /** A school; {@code code} is its DBN and the engine's tenant. */
    public record School(String code, String name, String address, String phone) {}
}
