package org.wbl.interviews.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.wbl.interviews.Browser;
import org.wbl.interviews.InterviewsApplication;

/**
 * Reads the page about many invented interviews over HTTP, and writes the workbook; prints how long both take.
 * bench/README.md says how to run it.
 */
public final class ProgressBenchmark {

    private static final int SCHOOLS = 300;
    private static final int EMPLOYERS_PER_SCHOOL = 25;
    private static final int ROUNDS = 2;
    private static final int VIEWS = 100;
    private static final int WARM_UP = 60;
    private static final int ROWS_PER_FLUSH = 500;
    private static final Instant NOW = Instant.parse("2026-11-30T16:00:00Z");

    private final String address;
    private final String cookies;
    private final Progress progress;
    private final ProgressWorkbook workbook;
    private final List<String> schools;
    private final Random random = new Random(7);

    private ProgressBenchmark(
            String address, String cookies, Progress progress, ProgressWorkbook workbook, List<String> schools) {
        this.address = address;
        this.cookies = cookies;
        this.progress = progress;
        this.workbook = workbook;
        this.schools = schools;
    }

    /** Takes how many interviews to write about, the file to write, and a directory for the database. */
    public static void main(String[] arguments) throws IOException {
        var interviews = Integer.parseInt(arguments[0]);
        var directory = Path.of(arguments[2]);
        FileSystemUtils.deleteRecursively(directory);
        try (var application = new SpringApplicationBuilder(InterviewsApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--interviews.data-directory=" + directory,
                        "--camunda.bpm.job-execution.enabled=false",
                        "--logging.level.root=WARN")) {
            var database = application.getBean(JdbcClient.class);
            invent(database, interviews);
            var address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
            var browser = Browser.of(
                    new TestRestTemplate(new RestTemplateBuilder().rootUri(address)), "dana", "try-it-in-ten-minutes");
            var benchmark = new ProgressBenchmark(
                    address,
                    browser.cookies().entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(joining("; ")),
                    application.getBean(Progress.class),
                    application.getBean(ProgressWorkbook.class),
                    database.sql("select code from interviews.school where code like '%X99' order by code")
                            .query(String.class)
                            .list());
            benchmark.pages();
            benchmark.workbooks(Path.of(arguments[1]));
        }
    }

    /** The page, by people who choose something else each time. */
    private void pages() throws IOException {
        views("one school, one year, with filters", () -> "school=%s&%s%s"
                .formatted(anySchool(), anyYear(), filters()));
        views("every school, one year, with filters", () -> anyYear() + filters());
        views("every school, one year", this::anyYear);
        views("every school, all years, with filters", () -> "period=all" + filters());
        views("every school, all years", () -> "period=all");
    }

    private void views(String what, Supplier<String> chosen) throws IOException {
        var first = new long[VIEWS];
        var whole = new long[VIEWS];
        for (var view = -WARM_UP; view < VIEWS; view++) {
            var request =
                    URI.create(address + "/progress?" + chosen.get()).toURL().openConnection();
            request.setRequestProperty("Cookie", cookies);
            var start = System.nanoTime();
            var measures = 0L;
            try (var page = new BufferedReader(new InputStreamReader(request.getInputStream(), UTF_8))) {
                for (var line = page.readLine(); line != null; line = page.readLine()) {
                    if (measures == 0 && line.contains("</section>")) {
                        measures = System.nanoTime() - start;
                    }
                }
            }
            if (view >= 0) {
                first[view] = measures;
                whole[view] = System.nanoTime() - start;
            }
        }
        System.out.printf("/progress, %s: measures %s, everything %s%n", what, percentiles(first), percentiles(whole));
    }

    private static String percentiles(long[] took) {
        Arrays.sort(took);
        return "%.0f ms (95th percentile %.0f)".formatted(took[VIEWS / 2] / 1e6, took[VIEWS * 95 / 100] / 1e6);
    }

    /** Chooses one to three of the filters. */
    private String filters() {
        var filters = new ArrayList<>(List.of(
                "grade=" + (9 + random.nextInt(4)),
                "program=Program%20" + random.nextInt(7),
                "field=Field%20" + random.nextInt(30),
                "mode=VIDEO",
                "subgroup=ENGLISH_LEARNER"));
        Collections.shuffle(filters, random);
        return "&" + String.join("&", filters.subList(0, 1 + random.nextInt(3)));
    }

    private String anySchool() {
        return schools.get(random.nextInt(schools.size()));
    }

    private String anyYear() {
        return "period=" + (2022 + random.nextInt(4));
    }

    /** Every sheet, with names, of everything; and the same rows with FastExcel, without formats, charts or tables. */
    private void workbooks(Path file) throws IOException {
        var selection = Selection.of(Scope.named(new HashSet<>(schools), "a benchmark", NOW), Period.EVERYTHING);
        for (var round = 1; round <= ROUNDS; round++) {
            measure("FastExcel, bare rows", file, target -> bare(selection, target));
            measure("the workbook", file, target -> workbook.write(selection, target)
                    .interviews());
        }
    }

    private interface Writer {

        int write(OutputStream target) throws IOException;
    }

    private static void measure(String what, Path file, Writer writer) throws IOException {
        var start = System.nanoTime();
        int rows;
        try (var target = Files.newOutputStream(file)) {
            rows = writer.write(target);
        }
        System.out.printf(
                "%s: %.1f s, %.1f MB, %,d; garbage collection so far %.1f s, -Xmx %d MB%n",
                what,
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3,
                Files.size(file) / 1e6,
                rows,
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .mapToLong(collector -> collector.getCollectionTime())
                                .sum()
                        / 1e3,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private int bare(Selection selection, OutputStream target) throws IOException {
        var bare = new Workbook(target, "Benchmark", "1.0");
        var rows = progress.read(selection, figures -> {
            var written = 0;
            for (var table : Tables.of(selection.scope())) {
                var sheet = new Bare(bare.newWorksheet(table.name()));
                sheet.add(new ArrayList<>(
                        table.columns().stream().map(Column::title).toList()));
                figures.each(table, sheet);
                written += sheet.next - 1;
                try {
                    sheet.worksheet.finish();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return written;
        });
        bare.finish();
        return rows;
    }

    private static final class Bare implements Progress.Rows {

        private final Worksheet worksheet;
        private int next;

        Bare(Worksheet worksheet) {
            this.worksheet = worksheet;
        }

        @Override
        public void add(List<@Nullable Object> values) {
            for (var column = 0; column < values.size(); column++) {
                var value = values.get(column);
                if (value instanceof String text) {
                    worksheet.inlineString(next, column, text);
                } else if (value instanceof Number number) {
                    worksheet.value(next, column, number);
                } else if (value instanceof LocalDate day) {
                    worksheet.value(next, column, day);
                } else if (value instanceof LocalTime time) {
                    worksheet.value(next, column, time.toSecondOfDay() / 86_400.0);
                }
            }
            next++;
            if (next % ROWS_PER_FLUSH == 0) {
                try {
                    worksheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void invent(JdbcClient database, int interviews) {
        database.sql("""
                        set search_path to interviews;
                        set session_replication_role = replica; -- what triggers keep is counted once, at the end
                        do $$ begin perform setseed(0.5); end $$;

                        insert into school select lpad(n::text, 3, '0') || 'X99', 'Sample High School ' || n, 'Street', '1'
                        from generate_series(1, {schools}) as n;

                        insert into student (school, student_number, given_name, family_name, email, born_on, grade, program,
                            concentrator)
                        select code, n, 'Given' || n, 'Family' || n, 's@example.org', '2009-01-01', 9 + n % 4, 'Program ' || n % 7,
                            n % 2 = 0
                        from school, generate_series(1, greatest(1, {interviews} / 2 / {schools})) as n;
                        insert into student_subgroup select id, (array['FEMALE', 'MALE'])[1 + id % 2] from student;
                        insert into student_subgroup
                        select id, (array['ASIAN', 'BLACK', 'HISPANIC', 'WHITE', 'TWO_OR_MORE'])[1 + id % 5] from student;
                        insert into student_subgroup select id, 'ENGLISH_LEARNER' from student where id % 7 = 0;
                        insert into student_subgroup select id, 'DISABILITY' from student where id % 6 = 0;

                        insert into employer (school, name, sector, address)
                        select code, 'Employer ' || n || ' of ' || name, 'Sector ' || n % 16, 'Avenue'
                        from school, generate_series(1, {employers}) as n;
                        insert into employer_contact (employer_id, name, job_title, email, phone)
                        select id, 'Contact', 'Title', 'e@example.org', '1' from employer;

                        insert into interview (school, student_id, requested_by, coordinator, teacher, mode, career_field, employer_id,
                            booked_at, student_ready_at, starts_at, status, contact_minutes, late_minutes, ending,
                            requested_at, closed_at)
                        select s.school, s.id, 'c', 'c', 't', (array['IN_PERSON_WORKPLACE', 'VIDEO', 'PHONE'])[1 + n % 3],
                            'Field ' || n % 30, e.id,
                            at + wait * interval '10 days', at + wait * interval '30 days', at + wait * interval '34 days',
                            case when chance < 0.8 then 'CLOSED' else 'PREPARING' end, 30, 0,
                            case when chance < 0.6 then 'COMPLETED' when chance < 0.65 then 'STU_ABSENT'
                                when chance < 0.67 then 'EMP_ABSENT' when chance < 0.75 then 'STAFF_ABSENT'
                                when chance < 0.8 then 'NO_CONSENT' end,
                            at, case when chance < 0.8 then at + wait * interval '40 days' end
                        from (select n, random() as chance, 0.3 + random() as wait, timestamptz '2022-09-08 15:00Z'
                                    + floor(random() * 4) * interval '365 days' + random() * interval '260 days' as at,
                                    floor(random() * (select count(*) from student)) as place,
                                    1 + floor(random() * {employers}) as employer_place
                                from generate_series(1, {interviews}) as n) as made
                            join (select student.*, row_number() over (order by id) - 1 as place
                                from student) as s using (place)
                            join (select id, school, row_number() over (partition by school order by id) as employer_place
                                from employer) as e using (school, employer_place)
                        order by at;

                        insert into reflection (interview_id, learned_job, learned_industry, learned_education, surprise,
                            expected, interest_before, interest_after, fit_interests, fit_skills, fit_values, fit_why, strength,
                            improve, best_question, wish, contact_offered, prepared, host_rating, share_with_employer, channel,
                            at)
                        select id, 'a', 'b', 'c', 'd', 'e', 3, 4, 'YES', 'YES', 'YES', 'f', 'g', 'h', 'i', 'j', false, 4, 4,
                            true, 'LINK', starts_at + random() * interval '9 days' from interview;
                        insert into spoken_reflection (interview_id, spoken_on, how, heard_by, at)
                        select interview_id, '2026-06-01', 'CLASS', 't', at from reflection;
                        insert into minutes_log (interview_id, prep, contact, reflection, supervised_by, verified_by, at)
                        select id, 120, 30, 45, 'TEACHER', 'c', starts_at from interview;
                        insert into hours_count (interview_id, category, logged, eligible, counted, at)
                        select id, 'EXPLORATION', 195, 75, 30, starts_at from interview;
                        insert into next_step (interview_id, step, words, by_when, agreed_by, at)
                        select i.id, 'JOB_SHADOW', 'Job shadow arranged by ' || s.given_name, '2026-07-01', 'c', starts_at
                        from interview i join student s on s.id = i.student_id;
                        insert into thank_you (interview_id, kind, way, words, with_reflection, approved_by, at)
                        select id, 'STUDENT', 'MAIL', 'g', false, 't', starts_at from interview;
                        insert into rating (interview_id, rater_role, skill, score, channel, at)
                        select id, rater, skill, case when random() < 0.9 then 1 + floor(random() * 4) end, 'LINK', starts_at
                        from interview, unnest(array['EMPLOYER', 'TEACHER', 'STUDENT']) as rater,
                            unnest(array['COMM', 'CRIT', 'APPR', 'TIME', 'PREP', 'INIT', 'RESP', 'LIST']) as skill
                        where (hashtext(interview.id) + ascii(skill)) % 6 = 0;
                        insert into employer_feedback (interview_id, answered, took_place, experience, prepared, host_again,
                            roles, channel, at)
                        select id, true, 'YES', 1 + floor(random() * 5), 4, 'YES', '{}', 'LINK',
                            starts_at + random() * interval '9 days' from interview;
                        insert into check_in (employer_id, contact_id, answered, need, stop, at)
                        select id, id, true, case when id % 5 = 0 then 'More notice before a visit, please' end, false, now()
                        from employer;
                        set session_replication_role = default;
                        analyze;
                        do $$ begin perform keep_report_case(array(select id from interview where student_id is not null)); end $$;
                        reset search_path;
                        analyze;
                        """.replace("{schools}", String.valueOf(SCHOOLS))
                        .replace("{employers}", String.valueOf(EMPLOYERS_PER_SCHOOL))
                        .replace("{interviews}", String.valueOf(interviews)))
                .update();
        System.out.println(database.sql("""
                        select format('%s interviews, %s ratings, %s students', (select count(*) from interviews.interview),
                            (select count(*) from interviews.rating), (select count(*) from interviews.student))
                        """).query(String.class).single());
    }
}
