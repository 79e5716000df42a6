package org.wbl.interviews.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;
import org.wbl.interviews.TestDatabase;
import org.wbl.interviews.school.SchoolYear;

/** Two schools with a few telling interviews, written about in the evening of November 24, 2026. */
record TwoSchools(
        DataSource source,
        JdbcClient database,
        Progress progress,
        Targets targets,
        ProgressWorkbook workbook,
        Reports reports) {

    static final String HARBOR = "02M999";
    static final String PROSPECT = "13K998";
    static final Instant NOW = Instant.parse("2026-11-25T02:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("America/New_York"));

    private static final String ROWS = """
            set search_path to interviews;

            insert into school values
                ('02M999', 'Harbor Point High School', '1 Pier Street', '212-555-0100'),
                ('13K998', 'Prospect Technical High School', '9 Hill Road', '718-555-0100'),
                ('31R997', 'Quiet Cove Academy', '5 Bay Lane', '347-555-0100');

            insert into student (school, student_number, given_name, family_name, email, born_on, grade, program, cip_code,
                concentrator) values
                ('02M999', '1', 'Marisol', 'Quintanar-Vega', 'm@example.org', '2009-03-01', 11, 'Media', '09.0702', true),
                ('02M999', '2', 'Tobias', 'Okonkwo', 't@example.org', '2009-04-01', 11, '=cmd|''/c calc''!A1', null, false),
                ('13K998', '1', 'Wren', 'Halvorsen', 'w@example.org', '2010-05-01', 10, 'Engineering', null, false);
            insert into student_subgroup values (1, 'FEMALE'), (1, 'HISPANIC'), (1, 'ENGLISH_LEARNER'), (2, 'MALE'),
                (3, 'FEMALE'), (3, 'ENGLISH_LEARNER');

            insert into employer (school, name, sector, address, status) values
                ('02M999', '=HYPERLINK("https://evil.example","Bank")', '@SUM(A1:A9)', '2 Wall Street', 'ACTIVE'),
                ('02M999', '+1 Studios', '-2+3', '3 Wall Street', 'PAUSED'),
                ('13K998', E'\\t=1', E'\\r=2', '4 Hill Road', 'ACTIVE');

            insert into employer_contact (employer_id, name, job_title, email, phone) values
                (1, 'A', 'a', 'a@example.org', '1'), (2, 'B', 'b', 'b@example.org', '2'),
                (3, 'C', 'c', 'c@example.org', '3');

            insert into interview (id, school, student_id, requested_by, coordinator, teacher, mode, career_field, employer_id,
                starts_at, planned_minutes, status, contact_minutes, late_minutes, ending, requested_at, closed_at, booked_at,
                student_ready_at) values
                ('I-1', '02M999', 1, 'c', 'c', 't', 'IN_PERSON_WORKPLACE', 'Film', 1, '2026-11-01 00:30+00', 30, 'CLOSED', 35,
                    0, 'COMPLETED', '2026-10-12 00:30+00',
                    '2026-11-05 12:00+00', '2026-10-17 00:30+00', '2026-10-30 12:00+00'),
                ('I-2', '02M999', 1, 'c', 'c', 't', 'IN_PERSON_WORKPLACE', 'Film', 2, '2026-11-10 15:00+00', 30, 'REFLECTING',
                    null, 12, null, '2026-10-11 15:00+00', null, '2026-10-14 15:00+00', null),
                ('I-3', '02M999', 2, 'c', 'c', 't', 'IN_PERSON_WORKPLACE', 'Law', 1, '2026-11-12 15:00+00', 30, 'NO_SHOW', null,
                    null, 'STU_ABSENT', '2026-10-20 15:00+00', '2026-11-13 15:00+00', '2026-10-27 15:00+00', null),
                ('I-4', '02M999', 2, 'c', 'c', 't', 'IN_PERSON_WORKPLACE', 'Law', null, null, null, 'MATCHING', null, null, null,
                    '2026-11-20 15:00+00', null, null, null),
                ('I-5', '13K998', 3, 'c', 'c', 't', 'IN_PERSON_WORKPLACE', 'Robots', 3, '2026-11-16 15:00+00', 30, 'CANCELLED',
                    null, null, 'EMP_CANCEL', '2026-11-01 15:00+00', '2026-11-15 15:00+00', '2026-11-02 15:00+00',
                    '2026-11-12 15:00+00'),
                ('I-6', '13K998', 3, 'c', 'c', 't', 'IN_PERSON_WORKPLACE', 'Robots', 3, '2026-11-18 15:00+00', 30, 'CLOSED', 25,
                    0, 'COMPLETED', '2026-11-08 15:00+00', '2026-11-20 15:00+00', '2026-11-09 15:00+00', null);

            insert into consent (interview_id, participate, mode, starts_at, share_data, video, signed_by, relationship, channel,
                at) values
                ('I-1', false, 'IN_PERSON_WORKPLACE', '2026-11-01 00:30+00', false, false, 'A', 'Parent', 'LINK',
                    '2026-10-18 00:30+00'),
                ('I-1', true, 'IN_PERSON_WORKPLACE', '2026-11-01 00:30+00', true, false, 'B', 'Parent', 'LINK',
                    '2026-10-19 00:30+00');
            insert into approval (interview_id, approved, mode, starts_at, approved_by, at) values
                ('I-1', true, 'IN_PERSON_WORKPLACE', '2026-11-01 00:30+00', 'a', '2026-10-21 00:30+00');
            insert into reflection (interview_id, learned_job, learned_industry, learned_education, surprise, expected,
                interest_before, interest_after, fit_interests, fit_skills, fit_values, fit_why, strength, improve,
                best_question, wish, contact_offered, prepared, host_rating, share_with_employer, channel, at, corrects)
                select 'I-1', 'a', 'b', 'c', 'd', 'e', 2, interest, 'YES', 'NO', 'PARTLY', 'f', 'g', 'h', 'i', 'j', false,
                    3, 4, true, 'LINK', at::timestamptz, corrects
                from (values (3, '2026-11-02 12:00+00', null), (5, '2026-11-03 12:00+00', 1))
                    as written (interest, at, corrects);
            insert into spoken_reflection (interview_id, spoken_on, how, heard_by, at) values
                ('I-1', '2026-11-04', 'CLASS', 't', '2026-11-04 12:00+00');
            insert into thank_you (interview_id, kind, way, words, with_reflection, approved_by, at) values
                ('I-1', 'STUDENT', 'MAIL', 'Thank you', false, 't', '2026-11-04 12:00+00'),
                ('I-6', 'STUDENT', 'MAIL', 'Not approved yet', false, null, '2026-11-19 12:00+00'),
                ('I-6', 'IMPACT', 'MAIL', 'It helped', false, 'c', '2026-11-20 12:00+00');

            insert into minutes_log (interview_id, prep, contact, reflection, supervised_by, verified_by, at) values
                ('I-1', 120, 35, 45, 'TEACHER', 'c', '2026-11-05 12:00+00'),
                ('I-6', 60, 25, 30, 'TEACHER', 'c', '2026-11-20 12:00+00');
            insert into hours_count (interview_id, category, logged, eligible, counted, at) values
                ('I-1', 'EXPLORATION', 200, 155, 35, '2026-11-05 12:00+00'),
                ('I-6', 'EXPLORATION', 115, 85, 25, '2026-11-20 12:00+00');
            insert into next_step (interview_id, step, words, by_when, agreed_by, at) values
                ('I-1', 'WORKPLACE_TOUR', 'A tour', '2026-12-01', null, '2026-11-04 12:00+00'),
                ('I-1', 'JOB_SHADOW', 'Job shadow for marisol Quintanar-Vega', '2026-12-01', 'c', '2026-11-05 12:00+00'),
                ('I-6', 'SUMMER_JOB_SYEP', 'Apply for the summer', '2027-06-01', 'c', '2026-11-20 12:00+00');

            insert into rating (interview_id, rater_role, skill, score, channel, at, corrects) values
                ('I-1', 'EMPLOYER', 'COMM', 1, 'LINK', '2026-11-02 03:00+00', null),
                ('I-1', 'EMPLOYER', 'TIME', null, 'LINK', '2026-11-02 03:00+00', null),
                ('I-1', 'EMPLOYER', 'COMM', 4, 'LINK', '2026-11-03 12:00+00', 1),
                ('I-1', 'EMPLOYER', 'PREP', 3, 'LINK', '2026-11-02 03:00+00', null),
                ('I-1', 'TEACHER', 'COMM', 2, 'LINK', '2026-11-02 03:00+00', null),
                ('I-6', 'EMPLOYER', 'COMM', 2, 'LINK', '2026-11-19 12:00+00', null);

            insert into employer_feedback (interview_id, answered, took_place, experience, prepared, host_again, roles,
                channel, at, corrects) values
                ('I-1', true, 'YES', 1, 4, 'NO', '{}', 'LINK', '2026-11-02 12:00+00', null),
                ('I-1', true, 'YES', 4, 4, 'YES', '{SPEAKER}', 'LINK', '2026-11-03 12:00+00', 1);
            insert into employer_feedback (interview_id, answered, at) values ('I-6', false, '2026-11-20 12:00+00');

            insert into check_in (employer_id, contact_id, answered, satisfaction, need, stop, at) values
                (1, 1, true, 4, null, false, '2026-11-06 12:00+00'),
                (3, 3, true, 4, 'Please tell Wren to bring boots', false, '2026-11-21 12:00+00'),
                (3, 3, false, null, null, false, '2026-11-23 12:00+00');
            """;

    static TwoSchools create() {
        var source = TestDatabase.fresh();
        var database = JdbcClient.create(source);
        database.sql(ROWS).update();
        var settings = new ReportSettings(6, 54, 4, DataSize.ofMegabytes(10), java.time.Period.ofDays(90));
        var transactions = new JdbcTransactionManager(source);
        var progress = new Progress(source, transactions, settings, CLOCK);
        var targets = new Targets(database, CLOCK);
        var workbook = new ProgressWorkbook(progress, targets, new Comments(database, CLOCK), settings, CLOCK);
        return new TwoSchools(
                source,
                database,
                progress,
                targets,
                workbook,
                new Reports(database, workbook, settings, transactions, CLOCK));
    }

    /** Both, as their own staff sees them. */
    static Selection both() {
        return of(Scope.named(Set.of(HARBOR, PROSPECT), "the superintendent", NOW));
    }

    /** In the school year in which everything takes place. */
    static Selection of(Scope scope) {
        return Selection.of(scope, new Period(new SchoolYear(2026), null));
    }
}
