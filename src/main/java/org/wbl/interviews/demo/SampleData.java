package org.wbl.interviews.demo;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffAccounts;
import org.wbl.interviews.process.StaffAccounts.Account;

/** Fills an empty database with two invented schools and their staff. */
@Component
@Profile("demo")
@Order(1)
public class SampleData implements ApplicationRunner {

    /** Of every demo login. */
    public static final String PASSWORD = "try-it-in-ten-minutes";

    static final List<Account> STAFF = List.of(
            account("carla", "Carla", "Jimenez", Groups.COORDINATORS, "02M999"),
            account("theo", "Theo", "Grant", Groups.TEACHERS, "02M999"),
            account("adele", "Adele", "Novak", Groups.ADMINISTRATORS, "02M999"),
            account("kim", "Kim", "Osei", Groups.COORDINATORS, "13K998"),
            account("tara", "Tara", "Quinn", Groups.TEACHERS, "13K998"),
            account("abel", "Abel", "Santos", Groups.ADMINISTRATORS, "13K998"),
            account("lena", "Lena", "Hoffman", Groups.LEADERSHIP, "02M999", "13K998"),
            account("mo", "Mo", "Chandra", Groups.MODELERS),
            account("dana", "Dana", "Whitfield", Groups.DISTRICT_ADMINISTRATORS));

    private final StaffAccounts accounts;
    private final JdbcClient database;
    private final DataSource dataSource;

    SampleData(StaffAccounts accounts, JdbcClient database, DataSource dataSource) {
        this.accounts = accounts;
        this.database = database;
        this.dataSource = dataSource;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (database.sql("select exists (select from interviews.school)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        new ResourceDatabasePopulator(new ClassPathResource("demo/sample-data.sql")).execute(dataSource);
        accounts.addSchool("02M999", "Harbor Point High School");
        accounts.addSchool("13K998", "Prospect Technical High School");
        STAFF.forEach(account -> accounts.add(account, PASSWORD));
    }

    private static Account account(String id, String first, String last, String group, String... schools) {
        return new Account(id, first, last, id + "@schools.example", group, List.of(schools));
    }
}
