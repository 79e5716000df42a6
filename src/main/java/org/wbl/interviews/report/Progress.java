package org.wbl.interviews.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of reports, as the functions of {@code R__views.sql} count them. */
@Component
public class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private static final int ROWS_PER_FETCH = 500;
    private static final int MINUTES_PER_HOUR = 60;

    /** So many pages may use a second connection at the same time; a few of the pool's. */
    private static final int HELPERS = 4;

    /**
     * Figures go over very few rows or over very many: a plan for any number of them would suit neither. Compiling one
     * takes longer than running it.
     */
    private static final String FOR_FIGURES =
            "set local plan_cache_mode = force_custom_plan; set local work_mem = '64MB'; set local jit = off";

    private static final String FILTER = """
            row(:schools, cast(:at as timestamptz), :zone, cast(:since as timestamptz), cast(:until as timestamptz),
                cast(:grade as int), cast(:program as text), cast(:careerField as text), cast(:mode as text),
                cast(:subgroup as text), cast(:fullMinutes as int))::interviews.report_filter""";

    private final JdbcClient database;
    private final TransactionTemplate snapshot;
    private final Semaphore helpers = new Semaphore(HELPERS);
    private final ReportSettings settings;
    private final ZoneId zone;

    Progress(DataSource source, PlatformTransactionManager transactions, ReportSettings settings, Clock clock) {
        var rows = new JdbcTemplate(source);
        rows.setFetchSize(ROWS_PER_FETCH);
        database = JdbcClient.create(rows);
        zone = clock.getZone();
        this.settings = settings;
        // All tables show the same moment, also for a job of the engine, whose own transaction sees what others commit
        // meanwhile. Ten jobs at most hold a connection while they wait for this second one; the pool has twenty.
        // Without a
        // transaction the driver would fetch all rows at once.
        snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * Reads several tables about the same moment.
     *
     * @throws BadFilter if there is no such school, way to meet or group
     */
    <T> T read(Selection selection, Function<Figures, T> reading) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            database.sql(FOR_FIGURES).update();
            return reading.apply(new Figures(selection));
        }));
    }

    /** Takes the rows of a table, in its order. */
    interface Rows {

        /** Takes the values of a row in the order of the table's columns, codes in words. */
        void add(List<@Nullable Object> values);
    }

    /** What somebody may choose. */
    record Choices(List<School> schools, List<String> programs, List<String> careerFields) {

        record School(String code, String name) {}
    }

    /** The figures of a selection, all of one moment. */
    final class Figures {

        private final Selection selection;
        private final String[] schools;
        private final Terms terms;
        private final Map<String, FutureTask<List<FigureRow>>> known = new ConcurrentHashMap<>();
        private final Map<Period, Figures> inOther = new HashMap<>();

        private Figures(Selection selection) {
            this(selection, codes(selection.scope()), Terms.read(database));
            if (schools.length == 0 && !selection.scope().everySchool()) {
                throw new BadFilter("There is no such school. Choose one from the list.");
            }
            if (!terms.isChoice("MODE", selection.mode()) || !terms.isChoice("SUBGROUP", selection.subgroup())) {
                throw new BadFilter("There is no such choice. Choose one from the list.");
            }
        }

        private Figures(Selection selection, String[] schools, Terms terms) {
            this.selection = selection;
            this.schools = schools;
            this.terms = terms;
        }

        Selection selection() {
            return selection;
        }

        Terms terms() {
            return terms;
        }

        /** Returns the figures of another period. */
        Figures in(Period other) {
            return inOther.computeIfAbsent(other, period -> new Figures(selection.in(period), schools, terms));
        }

        /**
         * Reads some tables, also of the period before, two beside each other while a helper is free; the helper goes
         * on with others, of this period, while what came first is shown. One reader alone waits half as long; among
         * many each reads on its own.
         */
        void readAhead(List<Table> first, List<Table> later) {
            var readings = new ArrayList<FutureTask<List<FigureRow>>>();
            for (var table : first) {
                readings.add(reading(table));
                selection.period().before().map(this::in).ifPresent(before -> readings.add(before.reading(table)));
            }
            var all = Stream.concat(readings.stream(), later.stream().map(this::reading))
                    .toList();
            var snapshotId = database.sql("select pg_export_snapshot()")
                    .query(String.class)
                    .single();
            if (helpers.tryAcquire()) {
                var thread = new Thread(() -> helpWith(all, snapshotId), "progress");
                thread.setDaemon(true);
                thread.start();
            }
            readings.forEach(FutureTask::run);
        }

        /** Hands over every row of a table as its reader may see it. */
        void each(Table table, Rows rows) {
            if (table.smallNumbers() == null) {
                query(table).query((ResultSet row) -> rows.add(words(table, values(table, row))));
            } else {
                rows(table)
                        .forEach(row -> rows.add(words(
                                table,
                                table.columns().stream()
                                        .map(column -> row.get(column.source()))
                                        .toList())));
            }
        }

        /** Returns the rows of a table as its reader may see them, codes as they are; only of tables with few rows. */
        List<FigureRow> rows(Table table) {
            var reading = reading(table);
            reading.run();
            return result(reading);
        }

        /** Returns what reads the rows of a table, once. */
        private FutureTask<List<FigureRow>> reading(Table table) {
            return known.computeIfAbsent(table.source(), source -> new FutureTask<>(() -> read(table)));
        }

        private List<FigureRow> read(Table table) {
            List<FigureRow> rows = new ArrayList<>(
                    query(table).query((row, number) -> row(table, row)).list());
            if (!selection.scope().named()) {
                Objects.requireNonNull(table.smallNumbers(), table.name())
                        .withhold(rows, this::rows, settings.smallNumber());
            }
            return rows;
        }

        /**
         * Returns some rows behind a figure, in words, of those that come after so many; only to who may see its table.
         */
        List<List<@Nullable Object>> rows(Listing listing, int after, int most) {
            var table = listing.table();
            if (table.named() && !selection.scope().named()) {
                throw new IllegalArgumentException("'%s' names students.".formatted(table.name()));
            }
            return sql("(select * from interviews.%s) as listed where %s offset :after limit :most"
                            .formatted(table.source(), listing.condition()))
                    .param("after", after)
                    .param("most", most)
                    .query((row, number) -> words(table, values(table, row)))
                    .list();
        }

        /** Returns the row of a table that is about all schools. */
        FigureRow total(Table table) {
            return FigureRow.total(rows(table));
        }

        /** Returns what is missing in the rows that the figures rest on. */
        List<Gap> gaps() {
            return sql("interviews.report_gap(:f)").query(Gap.class).list();
        }

        /** Returns the names of the schools that it is about. */
        List<String> schoolNames() {
            return database.sql("select name from interviews.school where code = any (:schools) order by name, code")
                    .param("schools", schools)
                    .query(String.class)
                    .list();
        }

        /** Returns what somebody of this scope may choose; programs and fields of the schools of this report. */
        Choices choices(Scope scope) {
            return new Choices(
                    database.sql(
                                    "select code, name from interviews.school where code = any (:schools) order by name, code")
                            .param("schools", codes(scope))
                            .query(Choices.School.class)
                            .list(),
                    texts("select * from interviews.report_student_program(:schools)"),
                    texts("select * from interviews.report_career_field(:schools)"));
        }

        private List<String> texts(String query) {
            return database.sql(query)
                    .param("schools", schools)
                    .query(String.class)
                    .list();
        }

        private List<@Nullable Object> words(Table table, List<@Nullable Object> values) {
            var words = new ArrayList<@Nullable Object>(values);
            for (var i = 0; i < words.size(); i++) {
                var column = table.columns().get(i);
                if (column.kind() == Kind.TERM && words.get(i) instanceof String code) {
                    words.set(i, terms.words(column.terms(), code));
                }
            }
            return words;
        }

        private JdbcClient.StatementSpec query(Table table) {
            return sql("interviews." + table.source());
        }

        private JdbcClient.StatementSpec sql(String source) {
            var scope = selection.scope();
            return database.sql("select * from " + source.replace(":f", FILTER))
                    .param("schools", schools)
                    .param("at", scope.at().atOffset(ZoneOffset.UTC))
                    .param("zone", zone.getId())
                    .param("since", selection.period().since(zone))
                    .param("until", selection.period().until(zone))
                    .param("grade", selection.grade())
                    .param("program", selection.program())
                    .param("careerField", selection.careerField())
                    .param("mode", selection.mode())
                    .param("subgroup", selection.subgroup())
                    .param("fullMinutes", settings.targetHours() * MINUTES_PER_HOUR)
                    .param("cap", settings.monthlyCap());
        }
    }

    /** How many interviews lack something that figures rest on. */
    record Gap(int position, String words, int interviews) {}

    /** Does what nobody else has begun, as of the moment of whoever exported the snapshot, and still waits. */
    private void helpWith(List<FutureTask<List<FigureRow>>> readings, String snapshotId) {
        try {
            snapshot.executeWithoutResult(status -> {
                database.sql("set transaction snapshot '%s'".formatted(snapshotId))
                        .update();
                database.sql(FOR_FIGURES).update();
                readings.forEach(FutureTask::run);
            });
        } catch (DataAccessException | TransactionException e) {
            // A connection that comes when all is read finds no snapshot any more.
            LOG.debug("Figures are read without this help", e);
        } finally {
            helpers.release();
        }
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading figures", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private String[] codes(Scope scope) {
        return database.sql("select code from interviews.school where :every or code = any (:schools) order by code")
                .param("every", scope.everySchool())
                .param("schools", scope.schools().toArray(String[]::new))
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private List<@Nullable Object> values(Table table, ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable Object>(table.columns().size());
        for (var column : table.columns()) {
            values.add(column.kind().read(row, column.source(), zone));
        }
        return values;
    }

    private FigureRow row(Table table, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (var column : table.columns()) {
            values.put(column.source(), column.kind().read(row, column.source(), zone));
        }
        return new FigureRow(values);
    }
}
