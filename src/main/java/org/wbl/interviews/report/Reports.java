package org.wbl.interviews.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Component;

/** The workbooks that were kept: what leadership was sent, when, and what came back. */
@Component
public class Reports {

    private static final String COLUMNS = "id, school, written_at, interviews, read_by, read_at, comment";
    private static final int PIECE = 1 << 20;

    private final JdbcClient database;
    private final ProgressWorkbook workbook;
    private final Clock clock;

    Reports(JdbcClient database, ProgressWorkbook workbook, Clock clock) {
        this.database = database;
        this.workbook = workbook;
        this.clock = clock;
    }

    /** Writes a workbook about one school or about every school, and keeps it. */
    public Report keep(Selection selection) {
        var school = selection.scope().onlySchool();
        try {
            var file = Files.createTempFile("report", ".xlsx");
            try {
                return insert(school.orElse(null), selection.scope().at(), write(selection, file), file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int write(Selection selection, Path file) throws IOException {
        try (var target = Files.newOutputStream(file)) {
            return workbook.write(selection, target);
        }
    }

    private Report insert(@Nullable String school, Instant writtenAt, int interviews, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return database.sql("insert into interviews.report (school, written_at, interviews, workbook)"
                            + " values (:school, :writtenAt, :interviews, :workbook) returning " + COLUMNS)
                    .param("school", school)
                    .param("writtenAt", writtenAt.atOffset(ZoneOffset.UTC))
                    .param("interviews", interviews)
                    .param("workbook", new SqlBinaryValue(content, Files.size(file)))
                    .query(Reports::report)
                    .single();
        }
    }

    /**
     * Returns a kept report.
     *
     * @throws UnknownReport if there is none with this id
     */
    public Report get(long report) {
        return database.sql("select " + COLUMNS + " from interviews.report where id = :id")
                .param("id", report)
                .query(Reports::report)
                .optional()
                .orElseThrow(() -> new UnknownReport(report));
    }

    public Optional<Report> latestOf(String school) {
        return database.sql("select " + COLUMNS + " from interviews.report where school = :school"
                        + " order by written_at desc, id desc limit 1")
                .param("school", school)
                .query(Reports::report)
                .optional();
    }

    public Optional<Report> latestOfEverySchool() {
        return database.sql("select " + COLUMNS + " from interviews.report where school is null"
                        + " order by written_at desc, id desc limit 1")
                .query(Reports::report)
                .optional();
    }

    /**
     * Copies the kept workbook to {@code target}, a piece at a time.
     *
     * @throws UnknownReport if there is none with this id
     */
    public void copy(long report, OutputStream target) throws IOException {
        var length = database.sql("select octet_length(workbook) from interviews.report where id = :id")
                .param("id", report)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new UnknownReport(report));
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

    private static Report report(ResultSet row, int number) throws SQLException {
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Report(
                row.getLong("id"),
                row.getString("school"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getInt("interviews"),
                row.getString("read_by"),
                readAt == null ? null : readAt.toInstant(),
                row.getString("comment"));
    }
}
