package org.wbl.interviews.story;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffAccounts;
import org.wbl.interviews.process.StaffAccounts.Account;

/**
 * The sample schools, for stories without the demo around them: the staff of one of them, somebody who leads it, and
 * somebody who leads both.
 */
@Order(1)
class SampleSchools implements ApplicationRunner {

    static final String HARBOR_POINT = "02M999";

    static final String PASSWORD = "of-nobody-but-the-cast";

    static final String PROSPECT = "13K998";

    private final StaffAccounts accounts;
    private final DataSource dataSource;

    SampleSchools(StaffAccounts accounts, DataSource dataSource) {
        this.accounts = accounts;
        this.dataSource = dataSource;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        new ResourceDatabasePopulator(new ClassPathResource("demo/sample-data.sql")).execute(dataSource);
        JdbcClient.create(dataSource)
                .sql("update interviews.guardian set language = 'en'") // other languages have stories of their own
                .update();
        accounts.addSchool(HARBOR_POINT, "Harbor Point High School");
        accounts.addSchool(PROSPECT, "Prospect Technical High School");
        add(Cast.COORDINATOR, Groups.COORDINATORS, HARBOR_POINT);
        add(Cast.OTHER_COORDINATOR, Groups.COORDINATORS, HARBOR_POINT);
        add(Cast.TEACHER, Groups.TEACHERS, HARBOR_POINT);
        add(Cast.ADMINISTRATOR, Groups.ADMINISTRATORS, HARBOR_POINT);
        accounts.addToGroup(Cast.ADMINISTRATOR, Groups.SAFEGUARDING);
        add(Cast.ELSEWHERE, Groups.COORDINATORS, PROSPECT);
        add("principal", Groups.LEADERSHIP, HARBOR_POINT);
        add(Cast.LEADER, Groups.LEADERSHIP, HARBOR_POINT, PROSPECT);
    }

    private void add(String id, String group, String... schools) {
        accounts.add(new Account(id, id, "Harbor", id + "@schools.example", group, List.of(schools)), PASSWORD);
    }
}
