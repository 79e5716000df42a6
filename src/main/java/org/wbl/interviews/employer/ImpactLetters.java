package org.wbl.interviews.employer;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wbl.interviews.school.SchoolYear;

/** What came of a school year, and what the school writes about it to the employers that hosted. */
@Repository
public class ImpactLetters {

    private static final String THIS_YEAR = "h.school = :school and h.starts_at >= :from and h.starts_at < :until";

    private final JdbcClient database;
    private final Clock clock;

    ImpactLetters(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the schools that have an active employer to thank. */
    public List<String> schools(SchoolYear year) {
        return database.sql("""
                        select distinct h.school
                        from interviews.hosted_interview h join interviews.employer e on e.id = h.employer_id
                        where e.status = 'ACTIVE' and h.starts_at >= :from and h.starts_at < :until
                        """)
                .param("from", beginning(year.first()))
                .param("until", beginning(year.last().plusDays(1)))
                .query(String.class)
                .list();
    }

    /** Returns every active employer that hosted, with the contact of its newest interview. */
    public List<Host> hosts(String school, SchoolYear year) {
        return database.sql("""
                        select distinct on (h.employer_id) h.employer_id, h.contact_id, c.email
                        from interviews.hosted_interview h
                            join interviews.employer e on e.id = h.employer_id and e.status = 'ACTIVE'
                            join interviews.employer_contact c on c.id = h.contact_id
                        where %s order by h.employer_id, h.starts_at desc
                        """.formatted(THIS_YEAR))
                .params(of(school, year))
                .query(Host.class)
                .list();
    }

    public Figures figures(String school, SchoolYear year) {
        return database.sql("""
                        select count(*) as interviews, count(distinct h.student_id) as students,
                            count(distinct h.employer_id) as employers
                        from interviews.hosted_interview h where %s
                        """.formatted(THIS_YEAR))
                .params(of(school, year))
                .query(Figures.class)
                .single();
    }

    /** Returns how many interviews an employer hosted. */
    public int hostedBy(long employer, String school, SchoolYear year) {
        return database.sql("select count(*) from interviews.hosted_interview h where h.employer_id = :employer and "
                        + THIS_YEAR)
                .params(of(school, year))
                .param("employer", employer)
                .query(Integer.class)
                .single();
    }

    /** Returns what employers allowed to quote, newest first. */
    public List<Quote> quotes(String school, SchoolYear year) {
        return database.sql("""
                        select h.id as interview_id, h.quote as words from interviews.hosted_interview h
                        where h.quote is not null and %s order by h.starts_at desc, h.id
                        """.formatted(THIS_YEAR))
                .params(of(school, year))
                .query(Quote.class)
                .list();
    }

    /** Keeps the letter of a school year. */
    public void approve(String school, SchoolYear year, Letter letter, String by) {
        database.sql("""
                        insert into interviews.impact_letter (school, school_year, words, quotes, approved_by, at)
                        values (:school, :year, :words, :quotes, :by, :now)
                        """)
                .param("school", school)
                .param("year", year.begins())
                .param("words", letter.words())
                .param("quotes", letter.quotes().toArray(String[]::new))
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Returns the letter of a school year; empty when none was approved. */
    public Optional<Letter> letter(String school, SchoolYear year) {
        return database.sql(
                        "select words, quotes from interviews.impact_letter where school = :school and school_year = :year")
                .param("school", school)
                .param("year", year.begins())
                .query((row, number) -> new Letter(row.getString("words"), List.of((String[])
                        row.getArray("quotes").getArray())))
                .optional();
    }

    private Map<String, Object> of(String school, SchoolYear year) {
        return Map.of(
                "school", school,
                "from", beginning(year.first()),
                "until", beginning(year.last().plusDays(1)));
    }

    private OffsetDateTime beginning(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    /** An employer that hosted. */
    public record Host(long employerId, long contactId, String email) {}

    /** What came of a school year. */
    public record Figures(int interviews, int students, int employers) {}

    /** What an employer allowed to quote. */
    public record Quote(String interviewId, String words) {}

    /** What the coordinator writes, and whom the letter quotes. */
    public record Letter(String words, List<String> quotes) {

        public Letter {
            quotes = List.copyOf(quotes);
        }
    }
}
