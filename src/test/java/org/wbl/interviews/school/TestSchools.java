package org.wbl.interviews.school;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The schools of a test's database. */
public final class TestSchools {

    private TestSchools() {}

    public static Schools of(JdbcClient database) {
        return new Schools(database);
    }
}
