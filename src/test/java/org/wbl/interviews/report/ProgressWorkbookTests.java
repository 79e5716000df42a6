package org.wbl.interviews.report;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wbl.interviews.report.TwoSchools.CLOCK;
import static org.wbl.interviews.report.TwoSchools.NOW;
import static org.wbl.interviews.report.TwoSchools.PROSPECT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
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
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

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
                .containsExactly("Read me", "Summary", "Interviews", "Skills", "Employers");
        assertThat(workbook.getActiveSheetIndex()).isEqualTo(1);
    }

    @Test
    void countsPerSchoolAndInAll() {
        assertThat(summaryRow("Harbor Point High School"))
                .containsEntry("Asked for", "4")
                .containsEntry("Held", "2")
                .containsEntry("Student did not come", "1")
                .containsEntry("Still open", "1")
                .containsEntry("Held, of those decided", "67%")
                .containsEntry("Students", "1")
                .containsEntry("Employers", "2")
                .containsEntry("Days until interview", "25");
        assertThat(summaryRow("Prospect Technical High School"))
                .containsEntry("Cancelled", "1")
                .containsEntry("Held, of those decided", "50%")
                .containsEntry("Rating by teachers", "");
        assertThat(summaryRow("All"))
                .containsEntry("Asked for", "6")
                .containsEntry("Held", "3")
                .containsEntry("Days until interview", "20");
    }

    @Test
    void countsOnlyTheLatestOfCorrectedAnswersAndNothingThatWasNotObserved() {
        assertThat(summaryRow("Harbor Point High School")).containsEntry("Rating by employers", "3.5");
        assertThat(summaryRow("All")).containsEntry("Rating by employers", "3.0");
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
                        "2 schools, as of November 24, 2026.",
                        "6 interviews were asked for: 3 held, 1 still open, 2 came to nothing.",
                        "2 students met 3 employers; half of them within 20 days of asking.");
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
    void namesNoStudent() {
        for (var sheet : workbook) {
            assertThat(texts(sheet.getSheetName()))
                    .noneMatch(text -> text.matches("(?is).*(marisol|quintanar|tobias|okonkwo|wren|halvorsen).*"));
        }
        assertThat(rows("Interviews").get(1)).containsEntry("Next step", "Job shadow for (student) (student)");
        assertThat(rows("Employers").get(2)).containsEntry("Open need", "Please tell (student) to bring boots");
    }

    @ParameterizedTest
    @CsvSource({"Interviews, A1:X7", "Skills, A1:H6", "Employers, A1:K4"})
    void freezesTheHeadingsAndFiltersExactlyTheRows(String name, String range) {
        var sheet = workbook.getSheet(name);

        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo(range);
        assertThat(sheet.getCTWorksheet().getDimension().getRef()).isEqualTo(range);
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        assertThat(sheet.getMergedRegions()).isEmpty();
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
    }

    @Test
    void drawsOneChartAndDescribesItInWords() {
        var drawing = workbook.getSheet("Summary").getDrawingPatriarch();

        assertThat(drawing.getCharts()).singleElement().satisfies(chart -> {
            assertThat(chart.getTitleText().getString()).isEqualTo("What the interviews came to");
            var plot = chart.getCTChart().getPlotArea();
            assertThat(plot.getCatAxArray(0).isSetTitle()).isTrue();
            assertThat(plot.getValAxArray(0).isSetTitle()).isTrue();
            assertThat(drawing.getCTDrawing()
                            .getTwoCellAnchorArray(0)
                            .getGraphicFrame()
                            .getNvGraphicFramePr()
                            .getCNvPr()
                            .getDescr())
                    .contains("Harbor Point High School: 2 held, 1 student did not come");
        });
    }

    @Test
    void explainsEveryColumnAndEveryWord() {
        var readMe = texts("Read me");

        for (var table : Table.ALL) {
            assertThat(readMe)
                    .containsAll(table.columns().stream().map(Column::title).toList());
        }
        assertThat(readMe)
                .contains("America/New_York", "the superintendent", "COMM", "STUDENT_NO_SHOW", "Not observed");
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
        "employer, status, EMPLOYER"
    })
    void hasWordsForEveryCodeThatTheTablesAllow(String table, String column, String kind) {
        var allowed = schools.database()
                .sql("""
                        select distinct code[1]
                        from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') as code
                        where c.conrelid = ('interviews.' || :table)::regclass and c.conname = :name
                        """)
                .param("table", table)
                .param("name", "%s_%s_check".formatted(table, column))
                .query(String.class)
                .list();
        if ("STATUS".equals(kind)) {
            allowed = Stream.concat(allowed.stream(), Stream.of("ON_HOLD")) // of an open hold, in no column
                    .toList();
        }

        assertThat(Terms.read(schools.database()).of(kind))
                .extracting(Terms.Term::code)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    void showsOnlyTheSchoolsAskedFor() throws IOException {
        try (var one = write(Scope.of(Set.of(PROSPECT), "the principal", NOW))) {
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
        try (var quiet = write(Scope.of(Set.of("31R997"), "the principal", NOW))) {
            assertThat(texts(quiet.getSheet("Summary"))).contains("No interview has been asked for yet.");
            assertThat(quiet.getSheet("Skills").getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A1:H1");
        }
    }

    @Test
    void goesOnInAnotherSheetWhenOneIsFull() throws IOException {
        try (var template = new XSSFWorkbook();
                var streaming = new SXSSFWorkbook(template)) {
            var sheet = new TableSheet(
                    streaming,
                    Table.INTERVIEWS,
                    new Styles(template),
                    Terms.read(schools.database()),
                    CLOCK.getZone(),
                    4);
            schools.database()
                    .sql(Table.INTERVIEWS.query())
                    .param("schools", new String[] {TwoSchools.HARBOR})
                    .query(sheet);
            sheet.finish();

            streaming.write(OutputStream.nullOutputStream());

            assertThat(streaming).extracting(Sheet::getSheetName).containsExactly("Interviews", "Interviews 2");
            assertThat(template.getSheetAt(0).getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A1:X4");
            assertThat(template.getSheetAt(1).getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A1:X2");
        }
    }

    @Test
    void leavesNoTemporaryFileBehindWhenItFails() {
        var broken = TwoSchools.create();
        broken.database().sql("drop view interviews.report_employer").update();
        var before = temporaryFiles();

        assertThatThrownBy(() -> broken.workbook().write(TwoSchools.both(), OutputStream.nullOutputStream()))
                .isInstanceOf(DataAccessException.class);

        assertThat(temporaryFiles()).containsExactlyInAnyOrder(before);
    }

    private static String[] temporaryFiles() {
        var files = new File(System.getProperty("java.io.tmpdir"), "poifiles").list();
        return files == null ? new String[0] : files;
    }

    private static XSSFWorkbook write(Scope scope) throws IOException {
        var target = new ByteArrayOutputStream();
        schools.workbook().write(scope, target);
        return new XSSFWorkbook(new ByteArrayInputStream(target.toByteArray()));
    }

    private static Map<String, String> summaryRow(String school) {
        var sheet = workbook.getSheet("Summary");
        var headings = StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> "School".equals(AS_SHOWN.formatCellValue(row.getCell(0))))
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> school.equals(AS_SHOWN.formatCellValue(row.getCell(0))))
                .findFirst()
                .map(row -> shown(headings, row))
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
