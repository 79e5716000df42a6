package org.wbl.interviews.demo;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffAccounts;
import org.wbl.interviews.process.StaffAccounts.Account;

/**
 * Fills an empty database with two invented schools and their staff: all of it or nothing, and one node at a time, as
 * {@code Startup} does.
 */
@Component
@Profile("demo")
@Order(1)
public class SampleData implements ApplicationRunner {

    /** Of every demo login. */
    public static final String PASSWORD = "try-it-in-ten-minutes";

    private static final int LOCK = 7_240_002;

    private static final Map<String, String> SCHOOLS =
            Map.of("02M999", "Harbor Point High School", "13K998", "Prospect Technical High School");

    private static final List<Account> STAFF = List.of(
            account("carla", "Carla", "Jimenez", Groups.COORDINATORS, "02M999"),
            account("cora", "Cora", "Lindqvist", Groups.COORDINATORS, "02M999"),
            account("theo", "Theo", "Grant", Groups.TEACHERS, "02M999"),
            account("adele", "Adele", "Novak", Groups.ADMINISTRATORS, "02M999"),
            account("kim", "Kim", "Osei", Groups.COORDINATORS, "13K998"),
            account("tara", "Tara", "Quinn", Groups.TEACHERS, "13K998"),
            account("abel", "Abel", "Santos", Groups.ADMINISTRATORS, "13K998"),
            account("lena", "Lena", "Hoffman", Groups.LEADERSHIP, "02M999", "13K998"),
            account("mo", "Mo", "Chandra", Groups.MODELERS),
            // The first administrator, whom the start has already created as application-demo.yaml says.
            account("dana", "District", "Administrator", Groups.DISTRICT_ADMINISTRATORS));

    private final StaffAccounts accounts;
    private final JdbcClient database;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;

    SampleData(StaffAccounts accounts, JdbcClient database, DataSource dataSource, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.database = database;
        this.dataSource = dataSource;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query()
                    .singleRow();
            if (isEmpty()) {
                fill();
            }
        });
    }

    private boolean isEmpty() {
        return database.sql("select not exists (select from interviews.school)")
                .query(Boolean.class)
                .single();
    }

    private void fill() {
        var script = new ResourceDatabasePopulator(new ClassPathResource("demo/sample-data.sql"));
        script.setSqlScriptEncoding("UTF-8");
        script.execute(dataSource);
        SCHOOLS.forEach(accounts::addSchool);
        STAFF.forEach(account -> accounts.add(account, PASSWORD));
        accounts.addToGroup("adele", Groups.SAFEGUARDING);
    }

    /** Returns who can sign in. */
    static List<Login> logins() {
        return STAFF.stream()
                .map(account -> new Login(account.userId(), role(account.group()), schools(account.schools())))
                .toList();
    }

    private static String role(String group) {
        return switch (group) {
            case Groups.COORDINATORS -> "coordinator";
            case Groups.TEACHERS -> "teacher";
            case Groups.ADMINISTRATORS -> "school administrator";
            case Groups.LEADERSHIP -> "leadership";
            case Groups.MODELERS -> "modeler";
            default -> "district administrator";
        };
    }

    private static String schools(List<String> codes) {
        return switch (codes.size()) {
            case 0 -> "the district";
            case 1 -> String.valueOf(SCHOOLS.get(codes.get(0)));
            default -> "both schools";
        };
    }

    private static Account account(String id, String first, String last, String group, String... schools) {
        return new Account(id, first, last, id + "@schools.example", group, List.of(schools));
    }

    /** A demo login; the password of all is {@link #PASSWORD}. */
    record Login(String user, String role, String school) {}
}
