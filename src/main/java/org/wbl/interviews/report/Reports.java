package org.wbl.interviews.report;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;

/** The reports that were asked for: about what, for whom, the workbook, and what came back. */
@Component
public class Reports {

    private static final String REPORT = """
            select id, array(select school from interviews.report_school s where s.report_id = report.id) as schools, period,
                grade, program, career_field, mode, subgroup, readers, asked_by, written_at, coalesce(interviews, 0) as interviews,
                coalesce(summary, '') as summary, coalesce(octet_length(workbook), 0) as bytes, read_by, read_at, comment
            from interviews.report where id = :id""";

    private static final int PIECE = 1 << 20;

    private final JdbcClient database;
    private final ProgressWorkbook workbook;
    private final ReportSettings settings;
    private final TransactionTemplate apart;
    private final Clock clock;

    Reports(
            JdbcClient database,
            ProgressWorkbook workbook,
            ReportSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.workbook = workbook;
        this.settings = settings;
        // A statement that fails would leave the engine a transaction in which it can say nothing of the failure.
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** Returns the scope of these schools; several that are all there are: every school. */
    public Scope scope(Set<String> schools) {
        return schools.size() > 1 && schools.equals(codes())
                ? Scope.everySchool("", clock.instant())
                : Scope.of(schools, "", clock.instant());
    }

    /**
     * Records that a report shall be written.
     *
     * @param askedBy engine user id; null: the calendar
     * @return its id
     */
    public long ask(Selection selection, Readers readers, @Nullable String askedBy) {
        var report = database.sql("""
                        insert into interviews.report (period, grade, program, career_field, mode, subgroup, readers, asked_by,
                            asked_at)
                        values (:period, :grade, :program, :careerField, :mode, :subgroup, :readers, :askedBy, :now)
                        returning id
                        """)
                .param("period", selection.period().code())
                .param("grade", selection.grade())
                .param("program", selection.program())
                .param("careerField", selection.careerField())
                .param("mode", selection.mode())
                .param("subgroup", selection.subgroup())
                .param("readers", readers.name())
                .param("askedBy", askedBy)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        database.sql("insert into interviews.report_school (report_id, school) select :report, unnest(:schools)")
                .param("report", report)
                .param("schools", selection.scope().schools().toArray(String[]::new))
                .update();
        return report;
    }

    /**
     * Writes the workbook of a report and keeps it; one that is written already stays as it is.
     *
     * @throws ReportNotWritten if it cannot be written
     */
    public void write(long report) {
        var asked = get(report);
        if (asked.writtenAt() != null) {
            return;
        }
        try {
            apart.executeWithoutResult(status -> write(asked));
        } catch (RuntimeException e) {
            throw new ReportNotWritten(asked, e);
        }
    }

    private void write(Report asked) {
        try {
            var file = Files.createTempFile("report", ".xlsx");
            try {
                keep(asked.id(), workbook(selection(asked), file), file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It leaves the school by mail: without names, and with small numbers hidden. */
    private Selection selection(Report report) {
        var writtenFor =
                switch (report.readers()) {
                    case STAFF -> "Coordinators and administrators";
                    case LEADERSHIP -> "Leadership";
                    case ASKER -> Objects.requireNonNull(report.askedBy());
                };
        var scope = scopeOf(report.schools(), writtenFor);
        return database.sql(REPORT)
                .param("id", report.id())
                .query((row, number) -> selection(scope, row))
                .single();
    }

    /** @param schools none: every school */
    private Scope scopeOf(Set<String> schools, String writtenFor) {
        return schools.isEmpty()
                ? Scope.everySchool(writtenFor, clock.instant())
                : Scope.of(schools, writtenFor, clock.instant());
    }

    private static Selection selection(Scope scope, ResultSet row) throws SQLException {
        return new Selection(
                scope,
                Period.of(row.getString("period")),
                row.getObject("grade", Integer.class),
                row.getString("program"),
                row.getString("career_field"),
                row.getString("mode"),
                row.getString("subgroup"));
    }

    private ProgressWorkbook.Written workbook(Selection selection, Path file) throws IOException {
        try (var target = Files.newOutputStream(file)) {
            return workbook.write(selection, target);
        }
    }

    private void keep(long report, ProgressWorkbook.Written written, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            database.sql("""
                            update interviews.report
                            set written_at = :now, interviews = :interviews, summary = :summary, workbook = :workbook
                            where id = :id
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("interviews", written.interviews())
                    .param("summary", String.join("\n", written.summary()))
                    .param("workbook", new SqlBinaryValue(content, Files.size(file)))
                    .param("id", report)
                    .update();
        }
    }

    /**
     * Returns a report.
     *
     * @throws UnknownReport if there is none with this id
     */
    public Report get(long report) {
        return find(report).orElseThrow(() -> new UnknownReport(report));
    }

    Optional<Report> find(long report) {
        var terms = Terms.read(database);
        return database.sql(REPORT)
                .param("id", report)
                .query((row, number) -> report(row, terms))
                .optional();
    }

    /** Returns the codes of the schools that a report is about. */
    public Set<String> about(Report report) {
        return report.schools().isEmpty() ? codes() : report.schools();
    }

    private Set<String> codes() {
        return database.sql("select code from interviews.school").query(String.class).list().stream()
                .collect(toCollection(TreeSet::new));
    }

    /** Whether somebody may see every school of a report; one for who asked alone is for nobody else. */
    public boolean mayRead(StaffMember reader, Report report) {
        if (reader.groups().contains(Groups.DISTRICT_ADMINISTRATORS)) {
            return true;
        }
        return reader.isIn(ProgressFilters.READERS)
                && reader.schools().containsAll(about(report))
                && (report.readers() != Readers.ASKER || reader.userId().equals(report.askedBy()));
    }

    /** Returns the codes of the schools that have an interview in a period. */
    public Set<String> schoolsWithInterviews(Period period) {
        return database
                .sql("""
                        select distinct school from interviews.report_case
                        where (cast(:since as timestamptz) is null or belongs_at >= :since)
                            and (cast(:until as timestamptz) is null or belongs_at < :until)
                        """)
                .param("since", period.since(clock.getZone()))
                .param("until", period.until(clock.getZone()))
                .query(String.class)
                .list()
                .stream()
                .collect(toCollection(TreeSet::new));
    }

    /** Lets go of the workbooks of weekly reports that are no longer kept; what is known of them stays. */
    public void forgetWeekly() {
        database.sql("""
                        update interviews.report set workbook = null
                        where readers = 'STAFF' and workbook is not null and written_at < :before
                        """)
                .param(
                        "before",
                        LocalDate.now(clock)
                                .minus(settings.weeklyKept())
                                .atStartOfDay(clock.getZone())
                                .toOffsetDateTime())
                .update();
    }

    /**
     * Copies the kept workbook to {@code target}, a piece at a time.
     *
     * @throws UnknownReport if there is none with this id
     */
    public void copy(long report, OutputStream target) throws IOException {
        var length = get(report).bytes();
        for (var from = 1; from <= length; from += PIECE) {
            target.write(database.sql("select substring(workbook from :from for :length) from interviews.report"
                            + " where id = :id")
                    .param("from", from)
                    .param("length", PIECE)
                    .param("id", report)
                    .query(byte[].class)
                    .single());
        }
    }

    /**
     * Records that {@code reader} has read a report, and what this person says about it.
     *
     * @throws UnknownReport if there is none with this id
     */
    public void comment(long report, String reader, String text) {
        var changed = database.sql("update interviews.report set read_by = :reader, read_at = :at, comment = :text"
                        + " where id = :id")
                .param("reader", reader)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("text", text)
                .param("id", report)
                .update();
        if (changed == 0) {
            throw new UnknownReport(report);
        }
    }

    private Report report(ResultSet row, Terms terms) throws SQLException {
        var writtenAt = row.getObject("written_at", OffsetDateTime.class);
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        var schools =
                Set.copyOf(Arrays.asList((String[]) row.getArray("schools").getArray()));
        var selection = selection(scopeOf(schools, ""), row);
        return new Report(
                row.getLong("id"),
                schools,
                selection.period(),
                selection.filtersInWords(terms),
                Readers.valueOf(row.getString("readers")),
                row.getString("asked_by"),
                writtenAt == null ? null : writtenAt.toInstant(),
                row.getInt("interviews"),
                row.getString("summary").lines().toList(),
                row.getLong("bytes"),
                row.getString("read_by"),
                readAt == null ? null : readAt.toInstant(),
                row.getString("comment"));
    }
}
