package org.wbl.interviews.report;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wbl.interviews.report.TwoSchools.HARBOR;
import static org.wbl.interviews.report.TwoSchools.NOW;
import static org.wbl.interviews.report.TwoSchools.PROSPECT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTableColumn;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.wbl.interviews.school.SchoolYear;

@DisplayName("The progress workbook")
class ProgressWorkbookTests {

    private static final DataFormatter AS_SHOWN = new DataFormatter();

    private static TwoSchools schools;
    private static XSSFWorkbook workbook;

    @BeforeAll
    static void write() throws IOException {
        schools = TwoSchools.create();
        workbook = write(TwoSchools.both());
    }

    @Test
    void hasTheSheetsInReadingOrderAndOpensAtTheSummary() {
        assertThat(workbook)
                .extracting(Sheet::getSheetName)
                .containsExactly(
                        "Read me",
                        "Summary",
                        "Schools",
                        "Reach",
                        "Interviews",
                        "Students",
                        "Programs",
                        "Sectors",
                        "Grade and mode",
                        "Subgroups",
                        "Employability",
                        "Practice",
                        "Skills",
                        "Employers",
                        "Employer base",
                        "Steps",
                        "Timeliness",
                        "Mail health",
                        "Exceptions",
                        "Trend",
                        "Definitions");
        assertThat(workbook.getActiveSheetIndex()).isEqualTo(1);
    }

    @Test
    void comparesEachMeasureWithThePeriodBeforeAndTheTarget() throws IOException {
        schools.targets().set(PROSPECT, new SchoolYear(2027), "HELD", 4, "lena");
        schools.targets().set(PROSPECT, new SchoolYear(2027), "HELD", 5, "lena");
        schools.targets().set(null, new SchoolYear(2027), "REACH", 1, "lena");
        var next = new Period(new SchoolYear(2027), null);
        try (var workbook = write(Selection.of(Scope.named(Set.of(PROSPECT), "the principal", NOW), next))) {
            assertThat(measure(workbook, "Interviews held")).containsExactly("0", "1", "-1", "5", "5");
            assertThat(measure(workbook, "Of all students")).containsExactly("0%", "100%", "-100 points", "", "");
            assertThat(measure(workbook, "Employers who hosted")).containsExactly("0", "1", "-1", "", "");
        }
        assertThat(measure(workbook, "Rating by employers")).containsExactly("2.8", "", "", "", "");
    }

    @Test
    void countsOnlyTheLatestOfCorrectedAnswersAndNothingThatWasNotObserved() {
        assertThat(rows("Employers").get(1)).containsEntry("Experience", "4.0").containsEntry("Host again", "Yes");
        assertThat(rows("Interviews").get(1)).containsEntry("Interest after", "5");
        assertThat(rows("Skills"))
                .filteredOn(row -> "I-1".equals(row.get("Case")))
                .hasSize(4);
    }

    @Test
    void saysTheFiguresInPlainWords() {
        assertThat(texts("Summary"))
                .contains(
                        "2 schools, school year 2026–27, as of November 24, 2026.",
                        "6 interviews were asked for: 3 held, 1 still open, 2 came to nothing.",
                        "2 of 3 students had one; half of the interviews came within 20 days of asking.");
    }

    @Test
    void saysWhichOfTheInterviewsItIsAbout() throws IOException {
        var selection = new Selection(
                Scope.of(Set.of(HARBOR), "", NOW),
                TwoSchools.both().period(),
                11,
                "Media",
                null,
                "IN_PERSON_WORKPLACE",
                "ENGLISH_LEARNER");
        try (var narrowed = write(selection)) {
            assertThat(texts(narrowed.getSheet("Summary")))
                    .contains(
                            "Harbor Point High School, school year 2026–27, grade 11, program Media, at the workplace,"
                                    + " English learners, as of November 24, 2026.");
            assertThat(texts(narrowed.getSheet("Read me")))
                    .contains("grade 11\nprogram Media\nat the workplace\nEnglish learners");
        }
    }

    @Test
    void writesDatesTimesAndNumbersAsSuch() {
        var row = row("Interviews", 2);

        assertThat(cell(row, "Case").getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell(row, "Minutes").getNumericCellValue()).isEqualTo(35);
        assertThat(DateUtil.isCellDateFormatted(cell(row, "Date"))).isTrue();
        assertThat(cell(row, "Date").getLocalDateTimeCellValue())
                .as("00:30 UTC is the evening before in New York")
                .isEqualTo(LocalDateTime.parse("2026-10-31T00:00"));
        assertThat(AS_SHOWN.formatCellValue(cell(row, "Date"))).isEqualTo("2026-10-31");
        assertThat(AS_SHOWN.formatCellValue(cell(row, "Start"))).isEqualTo("20:30");
        assertThat(cell(row, "Spoken on").getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(LocalDate.parse("2026-11-04"));
    }

    @Test
    void leavesEmptyWhatIsNotKnown() {
        var open = rows("Interviews").get(3);

        assertThat(open)
                .containsEntry("Case", "I-4")
                .containsEntry("Employer", "")
                .containsEntry("Date", "")
                .containsEntry("Ending", "")
                .containsEntry("Reflected", "no");
        assertThat(rows("Skills")).anySatisfy(row -> assertThat(row)
                .containsEntry("Code", "TIME")
                .containsEntry("Score", "")
                .containsEntry("Observed", "no"));
    }

    @Test
    void makesEachRowAsHighAsItsTexts() {
        for (var sheet : workbook) {
            assertThat(cells(sheet))
                    .filteredOn(cell -> cell.getCellStyle().getWrapText())
                    .filteredOn(cell -> sheet.getMergedRegions().stream().noneMatch(region -> region.isInRange(cell)))
                    .allSatisfy(cell -> assertThat(cell.getRow().getHeightInPoints()
                                    / 15
                                    * (1.2 * sheet.getColumnWidth(cell.getColumnIndex()) / 256))
                            .as("%s: %s", sheet.getSheetName(), cell)
                            .isGreaterThan(cell.getStringCellValue().length()));
        }
        assertThat(workbook.getSheet("Trend").getRow(0).getHeightInPoints())
                .as("two lines, and one for Excel's filter buttons")
                .isEqualTo(45);
    }

    @Test
    void hasNumbersTheirHeadingsAndStarsToTheRightAndAllElseToTheLeft() throws IOException {
        try (var leadership = write(TwoSchools.of(Scope.of(Set.of(HARBOR, PROSPECT), "lena", NOW)))) {
            var reach = leadership.getSheet("Reach");
            assertThat(reach.getRow(1).getCell(5).getStringCellValue()).isEqualTo("*");
            assertThat(List.of(
                            reach.getRow(0).getCell(5),
                            reach.getRow(1).getCell(5),
                            reach.getRow(1).getCell(7)))
                    .extracting(cell -> cell.getCellStyle().getAlignment())
                    .containsOnly(HorizontalAlignment.RIGHT);
            assertThat(List.of(
                            reach.getRow(0).getCell(1), reach.getRow(1).getCell(1), cell(row("Interviews", 2), "Date")))
                    .extracting(cell -> cell.getCellStyle().getAlignment())
                    .containsOnly(HorizontalAlignment.LEFT);
        }
    }

    @ParameterizedTest
    @CsvSource({"Reach, 1", "Trend, 1", "Schools, 2", "Interviews, 3"})
    void printsWideSheetsOverSeveralPapersWithTheFirstColumnOnEach(String name, short papers) {
        var sheet = workbook.getSheet(name);

        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo(papers);
        assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
    }

    @Test
    void neverTurnsDataIntoAFormula() {
        for (var sheet : workbook) {
            assertThat(cells(sheet)).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
        }
        for (var text : List.of(
                "=HYPERLINK(\"https://evil.example\",\"Bank\")", "@SUM(A1:A9)", "+1 Studios", "-2+3", "\t=1", "\r=2")) {
            assertThat(cells(workbook.getSheet("Employers")))
                    .filteredOn(cell -> cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals(text))
                    .as(text)
                    .singleElement()
                    .satisfies(cell -> {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                    });
        }
        assertThat(workbook.getAllNames()).allMatch(name -> name.getNameName().startsWith("_xlnm."));
    }

    @Test
    void namesNoStudentToLeadership() throws IOException {
        try (var leadership = write(TwoSchools.of(Scope.of(Set.of(HARBOR, PROSPECT), "lena", NOW)))) {
            for (var sheet : leadership) {
                assertThat(cells(sheet).stream().map(AS_SHOWN::formatCellValue))
                        .as(sheet.getSheetName())
                        .noneMatch(text -> text.matches("(?is).*(marisol|quintanar|tobias|okonkwo|wren|halvorsen).*"));
            }
        }
        for (var sheet : List.of(workbook.getSheet("Interviews"), workbook.getSheet("Employers"))) {
            assertThat(texts(sheet.getSheetName()))
                    .noneMatch(text -> text.matches("(?is).*(marisol|quintanar|tobias|okonkwo|wren|halvorsen).*"));
        }
        assertThat(rows("Interviews").get(1)).containsEntry("Next step", "Job shadow for (student) (student)");
        assertThat(rows("Employers").get(2)).containsEntry("Open need", "Please tell (student) to bring boots");
    }

    @ParameterizedTest
    @CsvSource({"Interviews, A1:AE7", "Skills, A1:H6", "Employers, A1:K4", "Schools, A1:U4", "Trend, A1:M3"})
    void freezesTheHeadingsAndMakesExactlyTheRowsATable(String name, String range) {
        var sheet = workbook.getSheet(name);

        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
        assertThat(sheet.getTables()).singleElement().satisfies(table -> {
            assertThat(table.getName()).isEqualTo(name);
            assertThat(table.getArea().formatAsString()).isEqualTo(range);
            assertThat(table.getCTTable().getAutoFilter().getRef()).isEqualTo(range);
            assertThat(table.getColumns()).extracting(XSSFTableColumn::getName).doesNotHaveDuplicates();
            assertThat(table.getColumns().get(0).getName())
                    .isEqualTo(sheet.getRow(0).getCell(0).getStringCellValue());
        });
        assertThat(sheet.getCTWorksheet().getDimension().getRef()).isEqualTo(range);
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        assertThat(sheet.getMergedRegions()).isEmpty();
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
    }

    @Test
    void drawsFourChartsAndDescribesThemInWords() {
        var drawing = workbook.getSheet("Summary").getDrawingPatriarch();

        assertThat(drawing.getCharts())
                .extracting(chart -> chart.getTitleText().getString())
                .containsExactly(
                        "How far interviews came", "Endings by month", "Students reached", "Skills, from 1 to 4");
        assertThat(drawing.getCharts()).allSatisfy(chart -> {
            var plot = chart.getCTChart().getPlotArea();
            assertThat(plot.getCatAxArray(0).isSetTitle()).isTrue();
            assertThat(plot.getValAxArray(0).isSetTitle()).isTrue();
        });
        assertThat(Stream.of(drawing.getCTDrawing().getTwoCellAnchorArray()).map(anchor -> anchor.getGraphicFrame()
                        .getNvGraphicFramePr()
                        .getCNvPr()
                        .getDescr()))
                .satisfiesExactly(
                        words -> assertThat(words).contains("Asked for: Interviews 6.", "Reflected: Interviews 1."),
                        words -> assertThat(words).contains("2026-11: Held 2, Student did not come 1"),
                        words ->
                                assertThat(words).contains("Prospect Technical High School: Interviewed 1, Not yet 0."),
                        words -> assertThat(words).contains("Communication: Employers 3.0, Teachers 2.0, Students ."));
    }

    @Test
    void explainsEveryColumnAndEveryWord() {
        var definitions = texts("Definitions");

        for (var table : Tables.ALL) {
            assertThat(definitions)
                    .containsAll(table.columns().stream().map(Column::title).toList());
        }
        assertThat(definitions).contains("SKILL COMM", "OUTCOME STUDENT_NO_SHOW", "Not observed");
        assertThat(texts("Read me")).contains("America/New_York", "the superintendent", "School year 2026–27");
        assertThat(workbook.getProperties().getCoreProperties().getTitle()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "interview, status, STATUS",
        "interview, ending, ENDING",
        "interview, mode, MODE",
        "rating, skill, SKILL",
        "rating, rater_role, RATER",
        "employer_feedback, host_again, HOST_AGAIN",
        "employer, status, EMPLOYER",
        "student_subgroup, subgroup, SUBGROUP"
    })
    void hasWordsForEveryCodeThatTheTablesAllow(String table, String column, String kind) {
        var allowed = schools.database()
                .sql("""
                        select distinct code[1]
                        from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_0-9]+)''', 'g') as code
                        where c.conrelid = ('interviews.' || :table)::regclass and c.conname = :name
                        """)
                .param("table", table)
                .param("name", "%s_%s_check".formatted(table, column))
                .query(String.class)
                .list();
        // Of an open hold, in no column; and of students of whom the records do not say.
        var more = Map.of("STATUS", "ON_HOLD", "SUBGROUP", "UNKNOWN").get(kind);
        if (more != null) {
            allowed = Stream.concat(allowed.stream(), Stream.of(more)).toList();
        }

        assertThat(Terms.read(schools.database()).of(kind))
                .extracting(Terms.Term::code)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    void showsOnlyTheSchoolsAskedFor() throws IOException {
        try (var one = write(TwoSchools.of(Scope.named(Set.of(PROSPECT), "the principal", NOW)))) {
            assertThat(cells(one.getSheet("Interviews")))
                    .noneMatch(cell -> "I-1".equals(AS_SHOWN.formatCellValue(cell)));
            assertThat(one.getSheet("Interviews").getLastRowNum()).isEqualTo(2);
            assertThat(one.getSheet("Employers").getLastRowNum()).isEqualTo(1);
            for (var sheet : one) {
                assertThat(cells(sheet))
                        .noneMatch(cell -> AS_SHOWN.formatCellValue(cell).contains("Harbor"));
            }
        }
    }

    @Test
    void saysSoWhenThereIsNothingYet() throws IOException {
        try (var quiet = write(TwoSchools.of(Scope.named(Set.of("31R997"), "the principal", NOW)))) {
            assertThat(texts(quiet.getSheet("Summary"))).contains("No interview belongs to this period yet.");
            assertThat(quiet.getSheet("Skills").getTables().get(0).getArea().formatAsString())
                    .as("Excel wants a row below the headings")
                    .isEqualTo("A1:H2");
        }
    }

    @Test
    void goesOnInAnotherSheetWhenOneIsFull() throws IOException {
        try (var template = new XSSFWorkbook();
                var streaming = new SXSSFWorkbook(template)) {
            var sheet = TableSheet.streamed(streaming, Tables.INTERVIEWS, new Styles(template), 4);
            schools.progress().read(TwoSchools.of(Scope.named(Set.of(HARBOR), "somebody", NOW)), figures -> {
                figures.each(Tables.INTERVIEWS, sheet);
                return true;
            });
            sheet.finish();

            streaming.write(OutputStream.nullOutputStream());

            assertThat(streaming).extracting(Sheet::getSheetName).containsExactly("Interviews", "Interviews 2");
            assertThat(template.getSheetAt(0).getTables().get(0).getArea().formatAsString())
                    .isEqualTo("A1:AE4");
            assertThat(template.getSheetAt(1).getTables().get(0).getArea().formatAsString())
                    .isEqualTo("A1:AE2");
        }
    }

    @Test
    void leavesNoTemporaryFileBehindWhenItFails(@TempDir Path temporary) throws IOException {
        var broken = TwoSchools.create();
        broken.database().sql("drop view interviews.report_employer").update();
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(temporary.toFile()));
        try {
            assertThatThrownBy(() -> broken.workbook().write(TwoSchools.both(), OutputStream.nullOutputStream()))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy());
        }

        assertThat(temporary).isEmptyDirectory();
    }

    private static XSSFWorkbook write(Selection selection) throws IOException {
        var target = new ByteArrayOutputStream();
        schools.workbook().write(selection, target);
        return new XSSFWorkbook(new ByteArrayInputStream(target.toByteArray()));
    }

    private static List<String> measure(XSSFWorkbook of, String name) {
        return StreamSupport.stream(of.getSheet("Summary").spliterator(), false)
                .filter(row -> name.equals(AS_SHOWN.formatCellValue(row.getCell(0))))
                .findFirst()
                .map(row -> IntStream.rangeClosed(1, 5)
                        .mapToObj(column -> AS_SHOWN.formatCellValue(row.getCell(column)))
                        .toList())
                .orElseThrow();
    }

    private static List<Map<String, String>> rows(String name) {
        var sheet = workbook.getSheet(name);
        return IntStream.rangeClosed(1, sheet.getLastRowNum())
                .mapToObj(row -> shown(sheet.getRow(0), sheet.getRow(row)))
                .toList();
    }

    private static Map<String, String> shown(Row headings, Row row) {
        return StreamSupport.stream(headings.spliterator(), false)
                .collect(toMap(
                        Cell::getStringCellValue,
                        heading -> AS_SHOWN.formatCellValue(row.getCell(heading.getColumnIndex()))));
    }

    private static Row row(String name, int number) {
        return workbook.getSheet(name).getRow(number);
    }

    private static Cell cell(Row row, String title) {
        var headings = row.getSheet().getRow(0);
        return StreamSupport.stream(headings.spliterator(), false)
                .filter(heading -> title.equals(heading.getStringCellValue()))
                .map(heading -> row.getCell(heading.getColumnIndex()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Cell> cells(Sheet sheet) {
        var cells = new ArrayList<Cell>();
        sheet.forEach(row -> row.forEach(cells::add));
        return cells;
    }

    private static List<String> texts(String name) {
        return texts(workbook.getSheet(name));
    }

    private static List<String> texts(XSSFSheet sheet) {
        return cells(sheet).stream().map(AS_SHOWN::formatCellValue).toList();
    }
}
