package org.wbl.interviews.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wbl.interviews.report.TwoSchools.HARBOR;
import static org.wbl.interviews.report.TwoSchools.NOW;
import static org.wbl.interviews.report.TwoSchools.PROSPECT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wbl.interviews.school.SchoolYear;

/** Over random data: everything that shows figures shows the same ones, and what has to add up adds up. */
@DisplayName("Page, workbook and CSV")
class AgreementTests {

    private static final Period YEAR = new Period(new SchoolYear(2026), null);

    /** Counts that are not withheld because of another column. */
    private static final Set<String> STAND_ALONE = Set.of("asked", "prepared", "one", "two", "more", "concentrators");

    private static TwoSchools schools;

    @BeforeAll
    static void invent() {
        schools = TwoSchools.create();
        schools.database().sql("""
                        set search_path to interviews;
                        do $$ begin perform setseed(0.25); end $$;
                        insert into student (school, student_number, given_name, family_name, email, born_on, grade, program)
                        select case when n % 3 = 0 then '13K998' else '02M999' end, '7' || n, 'Given' || n, 'Family' || n,
                            's@example.org', '2010-01-01', 9 + n % 4, 'Program ' || n % 5
                        from generate_series(1, 90) as n;
                        insert into student_subgroup
                        select id, (array['FEMALE', 'MALE', 'NON_BINARY'])[1 + floor(random() * 2.2)::int] from student
                        where id > 3 and random() < 0.95;
                        insert into student_subgroup
                        select id, (array['ASIAN', 'BLACK', 'HISPANIC', 'WHITE', 'TWO_OR_MORE'])[1 + floor(random() * 5)::int]
                        from student where id > 3 and random() < 0.9;
                        insert into student_subgroup select id, 'DISABILITY' from student where id > 3 and random() < 0.2;

                        insert into interview (school, student_id, requested_by, coordinator, teacher, mode, career_field,
                            employer_id, requested_at, booked_at, starts_at, student_ready_at, status)
                        select s.school, s.id, 'c', 'c', 't', (array['PHONE', 'VIDEO', 'IN_PERSON_SCHOOL'])[1 + s.id % 3],
                            'Field ' || s.id % 4, case s.school when '13K998' then 3 else 1 + s.id % 2 end, asked,
                            case when chance > 0.1 then asked + interval '3 days' end,
                            case when chance > 0.1 then asked + interval '20 days' end,
                            case when chance > 0.3 then asked + interval '18 days' end, 'PREPARING'
                        from student s, generate_series(1, 3) as round,
                            lateral (select random() as chance, timestamptz '2026-08-20 14:00Z'
                                + (s.id * 7 + round * 31) % 90 * interval '1 day' as asked) as made
                        where s.id > 3 and random() < 0.6;
                        insert into reflection (interview_id, learned_job, learned_industry, learned_education, surprise,
                            expected, interest_before, interest_after, fit_interests, fit_skills, fit_values, fit_why,
                            strength, improve, best_question, wish, contact_offered, prepared, host_rating,
                            share_with_employer, channel, at)
                        select id, 'a', 'b', 'c', 'd', 'e', 1 + floor(random() * 5)::int, 1 + floor(random() * 5)::int, 'YES',
                            'YES', 'YES', 'f', 'g', 'h', 'i', 'j', false, 3, 4, true, 'LINK', starts_at + interval '2 days'
                        from interview where student_id > 3 and starts_at is not null and random() < 0.6;
                        insert into rating (interview_id, rater_role, skill, score, channel, at)
                        select id, rater, skill, case when random() < 0.9 then 1 + floor(random() * 4)::int end, 'LINK', starts_at
                        from interview, unnest(array['EMPLOYER', 'TEACHER', 'STUDENT']) as rater,
                            unnest(array['COMM', 'LIST', 'TIME']) as skill
                        where student_id > 3 and starts_at is not null and random() < 0.5;
                        insert into hours_count (interview_id, category, logged, eligible, counted, at)
                        select id, 'EXPLORATION', 90, 60, 30, starts_at from interview
                        where student_id > 3 and starts_at is not null and random() < 0.5;
                        update interview set status = 'CLOSED', closed_at = requested_at + interval '30 days', ending =
                            (array['COMPLETED', 'COMPLETED', 'COMPLETED', 'STU_ABSENT', 'EMP_ABSENT', 'OTHER', 'NO_CONSENT'])
                                [1 + floor(random() * 7)::int]
                        where student_id > 3 and starts_at is not null and random() < 0.85;
                        """).update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showTheSame(boolean named) throws IOException {
        var scope = named
                ? Scope.named(Set.of(HARBOR, PROSPECT), "somebody", NOW)
                : Scope.of(Set.of(HARBOR, PROSPECT), "somebody", NOW);
        var selection = new Selection(scope, YEAR, null, null, "Field 1", null, null);

        var files = csv(selection);
        try (var workbook = workbook(selection)) {
            for (var table : Tables.of(scope)) {
                var sheet = workbook.getSheet(table.name());
                var rows = new ArrayList<List<String>>();
                for (var row : sheet) {
                    var values = new ArrayList<String>();
                    for (var column = 0; column < table.columns().size(); column++) {
                        values.add(text(
                                row.getCell(column), table.columns().get(column).kind()));
                    }
                    rows.add(values);
                }
                assertThat(files.get(table.name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".csv"))
                        .as(table.name())
                        .isEqualTo(rows);
                assertThat(page(table, selection)).as(table.name()).isEqualTo(rows.subList(1, rows.size()));
            }
        }
    }

    @Test
    void writeNoFormulaIntoCsv() throws IOException {
        var target = new ByteArrayOutputStream();
        new ProgressCsv(schools.progress())
                .write(Selection.of(Scope.named(Set.of(HARBOR), "somebody", NOW), YEAR), target);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(target.toByteArray()), UTF_8)) {
            while (!"employers.csv".equals(zip.getNextEntry().getName())) {
                zip.closeEntry();
            }
            assertThat(new String(zip.readAllBytes(), UTF_8))
                    .contains(
                            "\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"Bank\"\")\"",
                            "'@SUM(A1:A9)",
                            "'+1 Studios",
                            "'-2+3");
        }
    }

    @Test
    void addUp() {
        var selection = Selection.of(Scope.named(Set.of(HARBOR, PROSPECT), "somebody", NOW), YEAR);
        schools.progress().read(selection, figures -> {
            var all = figures.total(Tables.SCHOOLS);
            assertThat(all.number("requested")).isGreaterThan(100);
            for (var column : List.of(
                    "requested",
                    "booked",
                    "prepared",
                    "held",
                    "reflected",
                    "cancelled",
                    "not_held",
                    "student_no_show",
                    "employer_no_show",
                    "still_open")) {
                assertThat(sum(figures.rows(Tables.SCHOOLS), column)).as(column).isEqualTo(2 * all.number(column));
            }
            for (var column : List.of("requested", "held", "reflected", "still_open")) {
                assertThat(sum(figures.rows(Tables.MONTHS), column)).as(column).isEqualTo(all.number(column));
            }
            for (var column : List.of("requested", "held")) {
                assertThat(sum(figures.rows(Tables.PROGRAMS), column))
                        .as(column)
                        .isEqualTo(all.number(column));
                assertThat(sum(figures.rows(Tables.GRADES), column)).as(column).isEqualTo(all.number(column));
            }
            assertThat(sum(figures.rows(Tables.SECTORS), "held")).isEqualTo(all.number("held"));
            assertThat(sum(figures.rows(Tables.PRACTICE), "held")).isEqualTo(all.number("held"));
            assertThat(figures.rows(Tables.REACH)).allSatisfy(row -> {
                assertThat(row.number("zero") + row.number("one") + row.number("two") + row.number("more"))
                        .isEqualTo(row.number("eligible"));
                assertThat(row.number("one") + row.number("two") + row.number("more"))
                        .isEqualTo(row.number("interviewed"));
            });
            for (var division : List.of("GENDER", "RACE")) {
                assertThat(sum(
                                figures.rows(Tables.SUBGROUPS).stream()
                                        .filter(row ->
                                                division.equals(row.get("division")) && row.get("school") == null)
                                        .toList(),
                                "interviewed"))
                        .isEqualTo(figures.total(Tables.REACH).number("interviewed"));
            }
            return true;
        });
    }

    @Test
    void countWhatTheFactsSay() {
        assertThat(disagreements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"consent", "approval", "reflection", "rating", "employer_feedback", "next_step", "hours_count"})
    void countAFactAsSoonAsItIsThere(String fact) {
        new TransactionTemplate(new JdbcTransactionManager(schools.source())).executeWithoutResult(status -> {
            // The newest fact of its kind, once more for every interview that has none.
            assertThat(schools.database().sql("""
                                    insert into interviews.{fact} overriding system value
                                    select added.*
                                    from (select c.id, 1000000 + row_number() over () as number
                                            from interviews.report_case c
                                            where c.id = c.held_with and not exists (
                                                select from interviews.{fact} f where f.interview_id = c.id)) as lacking
                                        cross join (select to_jsonb(f) as said from interviews.{fact} f order by f.id desc limit 1) newest
                                        cross join lateral jsonb_populate_record(null::interviews.{fact}, newest.said
                                            || jsonb_build_object('id', lacking.number, 'interview_id', lacking.id)) added
                                    """.replace("{fact}", fact)).update())
                    .isPositive();
            assertThat(disagreements()).isEmpty();
            status.setRollbackOnly();
        });
    }

    /** What triggers kept, and what the tables say, where that differs. */
    private static List<Map<String, Object>> disagreements() {
        return schools.database()
                .sql("(table interviews.report_case except table interviews.report_case_now)"
                        + " union all (table interviews.report_case_now except table interviews.report_case)")
                .query()
                .listOfRows();
    }

    @Test
    void hideSmallNumbersFromLeadershipAlone() {
        var leadership = Selection.of(Scope.of(Set.of(HARBOR, PROSPECT), "lena", NOW), YEAR);
        var staff = Selection.of(Scope.named(Set.of(HARBOR, PROSPECT), "carla", NOW), YEAR);
        var students = Map.of(
                Tables.REACH,
                        List.of(
                                "eligible",
                                "asked",
                                "prepared",
                                "interviewed",
                                "reflected",
                                "zero",
                                "one",
                                "two",
                                "more"),
                Tables.SUBGROUPS, List.of("enrolled", "interviewed", "reflected"),
                Tables.PROGRAMS, List.of("students", "enrolled", "concentrators", "concentrators_reached"),
                Tables.GRADES, List.of("students"));

        students.forEach((table, columns) -> {
            var all = schools.progress().read(staff, figures -> figures.rows(table));
            var shown = schools.progress().read(leadership, figures -> figures.rows(table));
            var hidden = 0;
            for (var i = 0; i < all.size(); i++) {
                for (var column : columns) {
                    var count = all.get(i).number(column);
                    if (count > 0 && count < 6) {
                        assertThat(shown.get(i).get(column))
                                .as(table.name() + " " + column)
                                .isEqualTo(FigureRow.WITHHELD);
                        hidden++;
                    }
                    if (count == 0 && STAND_ALONE.contains(column)) {
                        assertThat(shown.get(i).get(column))
                                .as("%s %s: who was left out is seen", table.name(), column)
                                .isEqualTo(0.0);
                    }
                }
            }
            assertThat(hidden).as(table.name()).isPositive();
        });
    }

    /** Looks at the pictures in target/workbook, too, who changes a sheet. */
    @Test
    void openInLibreOffice() throws IOException, InterruptedException {
        var office = Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .map(directory -> Path.of(directory, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(office.isPresent(), "LibreOffice is not on the PATH.");
        var directory = Files.createDirectories(Path.of("target", "workbook").toAbsolutePath());
        var file = directory.resolve("progress.xlsx");
        var pdf = directory.resolve("progress.pdf");
        Files.deleteIfExists(pdf);
        try (var target = Files.newOutputStream(file)) {
            schools.workbook()
                    .write(Selection.of(Scope.named(Set.of(HARBOR, PROSPECT), "Adele Park", NOW), YEAR), target);
        }

        var conversion = new ProcessBuilder(
                        office.get().toString(),
                        "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        directory.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(conversion.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(conversion.exitValue()).isZero();
        try (var pages = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(pages))
                    .contains("Informational interviews: how far we are", "How far interviews came", "Definitions")
                    .doesNotContain("#REF", "#NAME", "#VALUE");
        }
    }

    private static double sum(List<FigureRow> rows, String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).sum();
    }

    private static List<List<String>> page(Table table, Selection selection) {
        var shown = schools.progress().read(selection, figures -> Shown.of(table, figures, null));
        var rows = new ArrayList<List<String>>();
        for (var row : shown.rows()) {
            var values = new ArrayList<String>();
            for (var column = 0; column < row.size(); column++) {
                var cell = row.get(column);
                values.add(cell.value().isEmpty() ? cell.text() : cell.value());
            }
            rows.add(values);
        }
        return rows;
    }

    private static XSSFWorkbook workbook(Selection selection) throws IOException {
        var target = new ByteArrayOutputStream();
        schools.workbook().write(selection, target);
        return new XSSFWorkbook(new ByteArrayInputStream(target.toByteArray()));
    }

    private static Map<String, List<List<String>>> csv(Selection selection) throws IOException {
        var target = new ByteArrayOutputStream();
        new ProgressCsv(schools.progress()).write(selection, target);
        var files = new HashMap<String, List<List<String>>>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(target.toByteArray()), UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var text = new String(zip.readAllBytes(), UTF_8);
                assertThat(text).startsWith("\uFEFF");
                try (var rows = CSVFormat.RFC4180.parse(new StringReader(text.substring(1)))) {
                    files.put(
                            entry.getName(),
                            rows.stream()
                                    .map(row -> row.stream()
                                            .map(AgreementTests::plain)
                                            .toList())
                                    .toList());
                }
            }
        }
        return files;
    }

    /** In a workbook the style of the cell keeps a text from becoming a formula; in a CSV file it is an apostrophe. */
    private static String plain(String value) {
        return value.length() > 1 && value.charAt(0) == '\'' && "=+-@\t\r".indexOf(value.charAt(1)) >= 0
                ? value.substring(1)
                : value;
    }

    /** Returns a cell as CSV has it. */
    private static String text(Cell cell, Kind kind) {
        if (cell == null) {
            return "";
        }
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        if (kind == Kind.TIME) {
            return cell.getLocalDateTimeCellValue().toLocalTime().toString();
        }
        return DateUtil.isCellDateFormatted(cell)
                ? kind.text(cell.getLocalDateTimeCellValue().toLocalDate())
                : kind.text(cell.getNumericCellValue());
    }
}
