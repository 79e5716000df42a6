package org.wbl.interviews.student;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.wbl.interviews.TestDatabase;
import org.wbl.interviews.school.TestSchools;

/** A school to which a test adds students, interviews and what was said of them, on November 24, 2026. */
record OneSchool(JdbcClient database) {

    static final String CODE = "02M999";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), ZoneId.of("America/New_York"));

    static OneSchool create() {
        var database = JdbcClient.create(TestDatabase.fresh());
        database.sql("""
                        set search_path to interviews;
                        insert into school values
                            ('02M999', 'Harbor Point High School', '1 Pier Street', '212-555-0100'),
                            ('13K998', 'Prospect Technical High School', '9 Hill Road', '718-555-0100');
                        """).update();
        return new OneSchool(database);
    }

    Students students() {
        return new Students(database);
    }

    StudentRecords records() {
        return new StudentRecords(students(), TestSchools.of(database), database, CLOCK);
    }

    StudentRecord record(long student) {
        return records().find(student, Set.of(CODE)).orElseThrow();
    }

    byte[] print(long student) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var templates = new SpringTemplateEngine();
        templates.setTemplateResolver(files);
        return new EmployabilityProfile(templates, CLOCK).print(record(student));
    }

    long student(String school, String number, String givenName, String familyName) {
        return database.sql("""
                        insert into interviews.student (school, student_number, given_name, family_name, email, born_on,
                            grade, program)
                        values (:school, :number, :given, :family, 'student@example.org', '2009-03-01', 11,
                            'Health sciences')
                        returning id
                        """)
                .param("school", school)
                .param("number", number)
                .param("given", givenName)
                .param("family", familyName)
                .query(Long.class)
                .single();
    }

    /** Adds an interview that was held and closed on a day, and returns its id. */
    String held(long student, String day, String employer) {
        return database.sql("""
                        with host as (
                            insert into interviews.employer (school, name, sector, address)
                            values ('02M999', :employer, 'Health', '2 Wall Street')
                            on conflict (school, name) do update set sector = excluded.sector returning id)
                        insert into interviews.interview (school, student_id, requested_by, coordinator, teacher, mode,
                            career_field, employer_id, starts_at, planned_minutes, status, contact_minutes, ending,
                            requested_at, closed_at)
                        select '02M999', :student, 'c', 'c', 't', 'IN_PERSON_WORKPLACE', 'Veterinary medicine', id,
                            :day::date + time '15:00', 30, 'CLOSED', 35, 'COMPLETED', :day::date - 30, :day::date + 7
                        from host
                        returning id
                        """)
                .param("student", student)
                .param("day", day)
                .param("employer", employer)
                .query(String.class)
                .single();
    }

    /** Adds a rating, or with {@code corrects} one in the place of another; returns its id. */
    long rated(String interview, String role, String skill, @Nullable Integer score, @Nullable Long corrects) {
        return database.sql("""
                        insert into interviews.rating (interview_id, rater_role, skill, score, channel, at, corrects)
                        values (:interview, :role, :skill, :score, 'STAFF', now(), :corrects) returning id
                        """)
                .param("interview", interview)
                .param("role", role)
                .param("skill", skill)
                .param("score", score)
                .param("corrects", corrects)
                .query(Long.class)
                .single();
    }

    void minutes(String interview, int prep, int contact, int reflection, int eligible, int counted) {
        database.sql("""
                        insert into interviews.minutes_log (interview_id, prep, contact, reflection, supervised_by,
                            verified_by, at)
                        values (:interview, :prep, :contact, :reflection, 'TEACHER', 'c', now());
                        insert into interviews.hours_count (interview_id, category, logged, eligible, counted, at)
                        values (:interview, 'EXPLORATION', :prep + :contact + :reflection, :eligible, :counted, now())
                        """)
                .param("interview", interview)
                .param("prep", prep)
                .param("contact", contact)
                .param("reflection", reflection)
                .param("eligible", eligible)
                .param("counted", counted)
                .update();
    }

    void nextStep(String interview, String step, String words, @Nullable String agreedBy) {
        database.sql("""
                        insert into interviews.next_step (interview_id, step, words, by_when, agreed_by, at)
                        values (:interview, :step, :words, '2027-02-01', :agreedBy, now())
                        """)
                .param("interview", interview)
                .param("step", step)
                .param("words", words)
                .param("agreedBy", agreedBy)
                .update();
    }

    void strength(String interview, String words) {
        database.sql("""
                        insert into interviews.employer_feedback (interview_id, answered, took_place, experience, prepared,
                            host_again, strength, roles, channel, at)
                        values (:interview, true, 'YES', 4, 4, 'YES', :words, '{}', 'LINK', now())
                        """).param("interview", interview).param("words", words).update();
    }
}
