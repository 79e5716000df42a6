package org.wbl.interviews.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts PostgreSQL inside the application when no {@code DB_URL} names a server, and keeps its data under
 * {@code interviews.data-directory}.
 *
 * <p>Registered in {@code META-INF/spring.factories}, because the data source must know its address before any bean
 * exists. The server is stopped after every other bean, so that nobody loses a connection while closing. A server left
 * behind by a killed application is found by its {@code postmaster.pid} and used again.
 */
class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String USER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int PORT_LINE = 3;
    private static final String IN_USE = "Another application is already running with the data in '%s'. Stop it first.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.getProperty("spring.datasource.url", "").isBlank()) {
            return;
        }
        var directory = Path.of(environment.getRequiredProperty("interviews.data-directory"))
                .toAbsolutePath();
        var server = start(directory);
        ((DefaultListableBeanFactory) context.getBeanFactory())
                .registerDisposableBean("embeddedDatabase", (DisposableBean) server::close);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embeddedDatabase",
                        Map.of(
                                "spring.datasource.url", server.url(),
                                "spring.datasource.username", USER,
                                "spring.datasource.password", server.password())));
    }

    private static Server start(Path directory) {
        try {
            Files.createDirectories(directory);
            var lock = FileChannel.open(
                    directory.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new DatabaseUnavailable(IN_USE.formatted(directory));
            }
            var password = password(directory.resolve("postgres.password"));
            var server = new Server(startPostgres(directory, password), password, lock);
            LOG.info("Embedded PostgreSQL keeps its data in {}", directory);
            return server;
        } catch (OverlappingFileLockException e) {
            throw new DatabaseUnavailable(IN_USE.formatted(directory), e);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL cannot start with its data in '%s': %s"
                            .formatted(directory, e.getMessage()),
                    e);
        }
    }

    private static EmbeddedPostgres startPostgres(Path directory, String password) throws IOException, SQLException {
        var data = directory.resolve("postgres");
        var fresh = !Files.exists(data.resolve("PG_VERSION"));
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        directory.resolve("postgres-binaries").toFile())
                // The library's own hook stops the server while beans still use it; its defaults trade safety for
                // speed.
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(START_LIMIT);
        var runningPort = portOfRunningServer(data.resolve("postmaster.pid"));
        if (runningPort > 0) {
            builder.setPort(runningPort);
        }
        if (!fresh) {
            builder.setConnectConfig("password", password);
        }
        var postgres = builder.start();
        if (fresh) {
            requirePassword(postgres, data, password);
        }
        return postgres;
    }

    /** The server is initialised with trust for every local user; from here on it asks for the password. */
    private static void requirePassword(EmbeddedPostgres postgres, Path data, String password)
            throws IOException, SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // The password is hexadecimal; ALTER USER takes no parameters.
            statement.execute("alter user " + USER + " password '" + password + "'");
            Files.write(
                    data.resolve("pg_hba.conf"),
                    List.of("host all all 127.0.0.1/32 scram-sha-256", "host all all ::1/128 scram-sha-256"),
                    UTF_8);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static int portOfRunningServer(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return 0;
        }
        var lines = Files.readAllLines(pidFile, UTF_8);
        var port = lines.size() > PORT_LINE ? lines.get(PORT_LINE).strip() : "";
        return Pattern.matches("\\d{1,5}", port) ? Integer.parseInt(port) : 0;
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file, UTF_8).strip();
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, password, UTF_8);
        return password;
    }

    private record Server(EmbeddedPostgres postgres, String password, FileChannel lock) {

        String url() {
            return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort());
        }

        void close() throws IOException {
            postgres.close();
            lock.close();
        }
    }
}
