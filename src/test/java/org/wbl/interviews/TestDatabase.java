package org.wbl.interviews;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** One PostgreSQL server for all tests of a JVM; every {@link #fresh()} is a database of its own, with our tables. */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final String USER = "postgres";
    private static final String ENGINE_TABLES = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** Returns an empty database; nobody else uses it. */
    public static DataSource fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        Server.create("create database %s template %s".formatted(name, TEMPLATE));
        return Server.POSTGRES.getDatabase(USER, name);
    }

    /** Returns the address of an empty database, for an application that brings its own tables. */
    static String emptyUrl() {
        var name = "test_" + COUNT.incrementAndGet();
        Server.create("create database " + name);
        return Server.POSTGRES.getJdbcUrl(USER, name);
    }

    /** Started by the first test that wants it; the library stops it when the JVM ends. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        static {
            create("create database " + TEMPLATE);
            migrate(POSTGRES.getDatabase(USER, TEMPLATE));
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void create(String statement) {
            JdbcClient.create(POSTGRES.getPostgresDatabase()).sql(statement).update();
        }

        private static void migrate(DataSource template) {
            // Our migrations add an index to one of the engine's tables, and read others.
            new ResourceDatabasePopulator(
                            new ClassPathResource(ENGINE_TABLES.formatted("engine")),
                            new ClassPathResource(ENGINE_TABLES.formatted("history")))
                    .execute(template);
            Flyway.configure()
                    .dataSource(template)
                    .schemas("interviews")
                    .defaultSchema("interviews")
                    .load()
                    .migrate();
        }
    }
}
