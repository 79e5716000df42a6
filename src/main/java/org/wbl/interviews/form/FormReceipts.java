package org.wbl.interviews.form;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wbl.interviews.process.OpenTasks.Answered;
import org.wbl.interviews.process.OpenTasks.Line;

/** What people answered by links, in words, and what they ask to have corrected. */
@Repository
public class FormReceipts {

    private final JdbcClient database;
    private final Clock clock;
    private final ObjectMapper json;

    FormReceipts(JdbcClient database, Clock clock, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /** What somebody answered, and when. */
    public record Receipt(String title, List<Line> lines, OffsetDateTime at) {}

    /** A wish to have an answer corrected. */
    public record Correction(
            long id,
            UUID formLinkId,
            String words,
            @Nullable String reachAt) {}

    void keep(UUID link, Answered answered) {
        database.sql("""
                        insert into interviews.form_receipt (form_link_id, title, lines, at)
                        values (:link, :title, :lines, :now)
                        """)
                .param("link", link)
                .param("title", answered.title())
                .param("lines", written(answered.lines()))
                .param("now", now())
                .update();
    }

    /** Returns what somebody answered by a link. */
    public Optional<Receipt> of(UUID link) {
        return database.sql("select title, lines, at from interviews.form_receipt where form_link_id = :link")
                .param("link", link)
                .query((row, number) -> new Receipt(
                        row.getString("title"),
                        read(row.getString("lines")),
                        row.getObject("at", OffsetDateTime.class)))
                .optional();
    }

    /** Keeps that somebody asks for a correction, and returns its id; empty while an earlier wish is open. */
    public Optional<Long> ask(UUID link, String words, @Nullable String reachAt) {
        return database.sql("""
                        insert into interviews.answer_correction (form_link_id, words, reach_at, asked_at)
                        values (:link, :words, :reachAt, :now)
                        on conflict (form_link_id) where corrected is null do nothing
                        returning id
                        """)
                .param("link", link)
                .param("words", words)
                .param("reachAt", reachAt)
                .param("now", now())
                .query(Long.class)
                .optional();
    }

    /** Returns a wish. */
    public Correction correction(long id) {
        return database.sql("""
                        select id, form_link_id, words, reach_at from interviews.answer_correction where id = :id
                        """).param("id", id).query(Correction.class).single();
    }

    /** Keeps what the school did. */
    public void decide(long correction, boolean corrected, String note, String by) {
        database.sql("""
                        update interviews.answer_correction
                        set corrected = :corrected, note = :note, decided_by = :by, decided_at = :now
                        where id = :id
                        """)
                .param("corrected", corrected)
                .param("note", note)
                .param("by", by)
                .param("now", now())
                .param("id", correction)
                .update();
    }

    private String written(List<Line> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Line> read(String lines) {
        try {
            return json.readValue(lines, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
