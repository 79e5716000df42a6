package org.wbl.interviews.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wbl.interviews.report.TwoSchools.HARBOR;
import static org.wbl.interviews.report.TwoSchools.NOW;
import static org.wbl.interviews.report.TwoSchools.PROSPECT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wbl.interviews.process.StaffMember;

@DisplayName("Kept reports")
class ReportsTests {

    private static final Period YEAR = Period.yearOf(LocalDate.of(2026, 11, 24));

    private final TwoSchools schools = TwoSchools.create();
    private final Reports reports = schools.reports();

    @Test
    void keepTheWorkbookAsItWasWritten() throws IOException {
        var report = ask(Scope.of(Set.of(HARBOR), "", NOW));
        assertThat(reports.get(report).bytes()).isZero();

        reports.write(report);

        var copy = new ByteArrayOutputStream();
        reports.copy(report, copy);
        var kept = reports.get(report);
        assertThat(kept.interviews()).isEqualTo(4);
        assertThat(kept.summary()).contains("4 interviews were asked for: 2 held, 1 still open, 1 came to nothing.");
        assertThat(kept.bytes()).isEqualTo(copy.size());
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(copy.toByteArray()))) {
            assertThat(workbook.getSheet("Schools").getRow(1).getCell(2).getNumericCellValue())
                    .isEqualTo(4);
        }
    }

    @Test
    void areAboutWhatWasAskedFor() throws IOException {
        var report = reports.ask(
                new Selection(
                        Scope.of(Set.of(HARBOR, PROSPECT), "", NOW), YEAR, 10, "Engineering", "Robots", null, "FEMALE"),
                Readers.ASKER,
                "edda");

        reports.write(report);

        assertThat(reports.get(report))
                .extracting(
                        Report::schools,
                        Report::period,
                        Report::filters,
                        Report::readers,
                        Report::askedBy,
                        Report::interviews)
                .containsExactly(
                        Set.of(HARBOR, PROSPECT),
                        YEAR,
                        List.of("grade 10", "program Engineering", "career field Robots", "Girls"),
                        Readers.ASKER,
                        "edda",
                        2);
    }

    @Test
    void areWrittenOnce() {
        var report = ask(Scope.of(Set.of(HARBOR), "", NOW));
        reports.write(report);
        schools.database().sql("update interviews.report set interviews = 77").update();

        reports.write(report);

        assertThat(reports.get(report).interviews()).isEqualTo(77);
    }

    @Test
    void sayWhatToDoWhenTheyCannotBeWritten() {
        var report = ask(Scope.everySchool("", NOW));
        schools.database().sql("drop view interviews.report_employer cascade").update();

        assertThatThrownBy(() -> reports.write(report))
                .isInstanceOf(ReportNotWritten.class)
                .hasMessageStartingWith(
                        "The workbook of report %d (every school, School year 2026–27) could not be".formatted(report))
                .hasMessageEndingWith("Mend the cause, then retry it in Cockpit; it is sent once.");
    }

    @ParameterizedTest
    @CsvSource({
        "leadership, 02M999, true",
        "coordinators, 02M999, true",
        "administrators, 02M999 13K998, true",
        "teachers, 02M999, false",
        "leadership, 13K998, false",
        "camunda-admin, '', true"
    })
    void areForWhoMaySeeTheirSchools(String group, String ofSchools, boolean may) {
        var report = reports.get(ask(Scope.of(Set.of(HARBOR), "", NOW)));

        assertThat(reports.mayRead(member(group, ofSchools), report)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "edda, coordinators, true",
        "carla, coordinators, false",
        "lena, leadership, false",
        "dana, camunda-admin, true"
    })
    void ofWhoAskedAloneAreForNobodyElseOfTheSchool(String user, String group, boolean may) {
        var report =
                reports.get(reports.ask(Selection.of(Scope.of(Set.of(HARBOR), "", NOW), YEAR), Readers.ASKER, "edda"));

        assertThat(reports.mayRead(new StaffMember(user, Set.of(group), Set.of(HARBOR)), report))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"leadership, 02M999 13K998 31R997, true", "leadership, 02M999 13K998, false", "camunda-admin, '', true"
    })
    void ofEverySchoolAreForWhoMaySeeEverySchool(String group, String ofSchools, boolean may) {
        var report = reports.get(ask(Scope.everySchool("", NOW)));

        assertThat(reports.mayRead(member(group, ofSchools), report)).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-fall", "all"})
    void knowTheSchoolsWithInterviewsAsTheFiguresDo(String period) {
        assertThat(reports.schoolsWithInterviews(Period.of(period))).containsExactly(HARBOR, PROSPECT);
        assertThat(reports.schoolsWithInterviews(Period.of("2025"))).isEmpty();
        assertThat(reports.schoolsWithInterviews(Period.of("2026-spring"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-31, 2025-spring, 2025",
        "2027-02-01, 2026-fall, 2025",
        "2027-06-30, 2026-fall, 2025",
        "2027-07-01, 2026-spring, 2026",
        "2027-12-31, 2026-spring, 2026"
    })
    void ofTheTermAndTheYearThatEnded(LocalDate day, String term, String year) {
        assertThat(Period.endedTerm(day).code()).isEqualTo(term);
        assertThat(Period.endedYear(day).code()).isEqualTo(year);
    }

    @Test
    void rememberWhoReadThemAndWhatTheySaid() {
        var report = ask(Scope.of(Set.of(HARBOR), "", NOW));

        reports.comment(report, "principal", "Call the bank.");

        assertThat(reports.get(report))
                .extracting(Report::readBy, Report::readAt, Report::comment)
                .containsExactly("principal", NOW, "Call the bank.");
    }

    @Test
    void sayWhatWasSaidAboutTheLastOneToTheReadersOfTheSameAlone() {
        var commented = ask(Scope.of(Set.of(HARBOR, PROSPECT), "", NOW));
        reports.write(commented);
        reports.comment(commented, "lena", "Call the bank.\nAnd the clinic.");
        var words = "About the report of November 24, 2026 was said: “Call the bank. And the clinic.”";

        assertThat(summaryOf(Selection.of(Scope.of(Set.of(HARBOR, PROSPECT), "", NOW), Period.EVERYTHING)))
                .contains(words);
        for (var other : List.of(Scope.of(Set.of(HARBOR), "", NOW), Scope.everySchool("", NOW))) {
            assertThat(summaryOf(Selection.of(other, YEAR))).doesNotContain(words);
        }
        assertThat(summaryOf(
                        new Selection(Scope.of(Set.of(HARBOR, PROSPECT), "", NOW), YEAR, 11, null, null, null, null)))
                .doesNotContain(words);
    }

    private List<String> summaryOf(Selection selection) {
        var report = reports.ask(selection, Readers.LEADERSHIP, null);
        reports.write(report);
        return reports.get(report).summary();
    }

    @Test
    void cannotBeCommentedOnOrCopiedWhenThereIsNone() {
        assertThatThrownBy(() -> reports.comment(17, "principal", "What?"))
                .isInstanceOf(UnknownReport.class)
                .hasMessage("There is no report with id 17");
        assertThatThrownBy(() -> reports.copy(17, new ByteArrayOutputStream())).isInstanceOf(UnknownReport.class);
    }

    @Test
    void areNeverAboutEverySchoolByMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of(Set.of(), "nobody", NOW));
    }

    private long ask(Scope scope) {
        return reports.ask(Selection.of(scope, YEAR), Readers.LEADERSHIP, null);
    }

    private static StaffMember member(String group, String ofSchools) {
        return new StaffMember(
                "reader", Set.of(group), ofSchools.isEmpty() ? Set.of() : Set.of(ofSchools.split(" ", -1)));
    }
}
