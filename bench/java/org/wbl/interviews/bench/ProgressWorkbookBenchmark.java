package org.wbl.interviews.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.wbl.interviews.TestDatabase;
import org.wbl.interviews.report.Period;
import org.wbl.interviews.report.ProgressWorkbook;
import org.wbl.interviews.report.Scope;
import org.wbl.interviews.report.Selection;

/** Writes a workbook about many invented interviews and prints how long it took; bench/README.md says how to run it. */
public final class ProgressWorkbookBenchmark {

    private static final int SCHOOLS = 40;
    private static final int EMPLOYERS_PER_SCHOOL = 25;
    private static final int ROUNDS = 3;

    private ProgressWorkbookBenchmark() {}

    /** Takes how many interviews to write about, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        var interviews = Integer.parseInt(arguments[0]);
        var file = Path.of(arguments[1]);
        var source = TestDatabase.fresh();
        invent(JdbcClient.create(source), interviews);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, () -> source);
            context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
            context.registerBean(Clock.class, () -> Clock.system(ZoneId.of("America/New_York")));
            context.register(ProgressWorkbook.class);
            context.refresh();
            for (var round = 1; round <= ROUNDS; round++) {
                measure(context.getBean(ProgressWorkbook.class), file);
            }
        }
    }

    private static void measure(ProgressWorkbook workbook, Path file) throws IOException {
        var start = System.nanoTime();
        int interviews;
        try (OutputStream target = Files.newOutputStream(file)) {
            interviews = workbook.write(
                            Selection.of(Scope.everySchool("a benchmark", Instant.now()), Period.EVERYTHING), target)
                    .interviews();
        }
        System.out.printf(
                "%d interviews: %.1f s, %.1f MB, garbage collection %.1f s, -Xmx %d MB%n",
                interviews,
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3,
                Files.size(file) / 1e6,
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .mapToLong(collector -> collector.getCollectionTime())
                                .sum()
                        / 1e3,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void invent(JdbcClient database, int interviews) {
        database.sql("""
                        set search_path to interviews;
                        do $$ begin perform setseed(0.5); end $$;

                        insert into school select lpad(n::text, 2, '0') || 'X999', 'Sample High School ' || n, 'Street', '1'
                        from generate_series(1, {schools}) as n;

                        insert into student (school, student_number, given_name, family_name, email, born_on, grade, program)
                        select code, n, 'Given' || n, 'Family' || n, 's@example.org', '2009-01-01', 9 + n % 4, 'Program ' || n % 7
                        from school, generate_series(1, greatest(1, {interviews} / 2 / {schools})) as n;

                        insert into employer (school, name, sector, address)
                        select code, 'Employer ' || n || ' of ' || name, 'Sector ' || n % 16, 'Avenue'
                        from school, generate_series(1, {employers}) as n;
                        insert into employer_contact (employer_id, name, job_title, email, phone)
                        select id, 'Contact', 'Title', 'e@example.org', '1' from employer;

                        insert into interview (school, student_id, requested_by, coordinator, teacher, mode, career_field, employer_id, starts_at,
                            status, contact_minutes, late_minutes, ending,
                            requested_at, closed_at)
                        select s.school, s.id, 'c', 'c', 't', 'IN_PERSON_WORKPLACE', 'Field ' || n % 30,
                            (s.id * 7 + n) % {employers} + (select min(id) from employer e where e.school = s.school),
                            at + interval '25 days', case when chance < 0.8 then 'CLOSED' else 'PREPARING' end, 30, 0,
                            case when chance < 0.6 then 'COMPLETED' when chance < 0.65 then 'STU_ABSENT'
                                when chance < 0.67 then 'EMP_ABSENT' when chance < 0.75 then 'STAFF_ABSENT'
                                when chance < 0.8 then 'NO_CONSENT' end,
                            at, case when chance < 0.8 then at + interval '30 days' end
                        from (select n, random() as chance, timestamptz '2026-01-05 15:00Z' + n % 300 * interval '1 day' as at
                                from generate_series(1, {interviews}) as n) as made
                            join (select student.*, row_number() over (order by id) - 1 as place
                                from student) as s on s.place = n % (select count(*) from student);

                        insert into reflection (interview_id, learned_job, learned_industry, learned_education, surprise,
                            expected, interest_before, interest_after, fit_interests, fit_skills, fit_values, fit_why, strength,
                            improve, best_question, wish, contact_offered, prepared, host_rating, share_with_employer, channel,
                            at)
                        select id, 'a', 'b', 'c', 'd', 'e', 3, 4, 'YES', 'YES', 'YES', 'f', 'g', 'h', 'i', 'j', false, 4, 4,
                            true, 'LINK', starts_at from interview;
                        insert into spoken_reflection (interview_id, spoken_on, how, heard_by, at)
                        select interview_id, '2026-06-01', 'CLASS', 't', at from reflection;
                        insert into minutes_log (interview_id, prep, contact, reflection, supervised_by, verified_by, at)
                        select id, 120, 30, 45, 'TEACHER', 'c', starts_at from interview;
                        insert into next_step (interview_id, step, words, by_when, agreed_by, at)
                        select i.id, 'JOB_SHADOW', 'Job shadow arranged by ' || s.given_name, '2026-07-01', 'c', starts_at
                        from interview i join student s on s.id = i.student_id;
                        insert into thank_you (interview_id, kind, way, words, with_reflection, approved_by, at)
                        select id, 'STUDENT', 'MAIL', 'g', false, 't', starts_at from interview;
                        insert into rating (interview_id, rater_role, skill, score, channel, at)
                        select id, rater, skill, case when random() < 0.9 then 1 + floor(random() * 4) end, 'LINK', starts_at
                        from interview, unnest(array['EMPLOYER', 'TEACHER', 'STUDENT']) as rater,
                            unnest(array['COMM', 'CRIT', 'APPR', 'TIME', 'PREP', 'INIT', 'RESP', 'LIST']) as skill;
                        insert into employer_feedback (interview_id, answered, took_place, experience, prepared, host_again,
                            roles, channel, at)
                        select id, true, 'YES', 1 + floor(random() * 5), 4, 'YES', '{}', 'LINK', starts_at from interview;
                        insert into check_in (employer_id, contact_id, answered, need, stop, at)
                        select id, id, true, case when id % 5 = 0 then 'More notice before a visit, please' end, false, now()
                        from employer;
                        analyze;
                        """.replace("{schools}", String.valueOf(SCHOOLS))
                        .replace("{employers}", String.valueOf(EMPLOYERS_PER_SCHOOL))
                        .replace("{interviews}", String.valueOf(interviews)))
                .update();
    }
}
