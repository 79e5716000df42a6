package org.wbl.interviews.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wbl.interviews.report.TwoSchools.CLOCK;
import static org.wbl.interviews.report.TwoSchools.HARBOR;
import static org.wbl.interviews.report.TwoSchools.NOW;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Kept reports")
class ReportsTests {

    private final TwoSchools schools = TwoSchools.create();
    private final Reports reports = new Reports(schools.database(), schools.workbook(), CLOCK);

    @Test
    void keepTheWorkbookAsItWasWritten() throws IOException {
        var report = reports.keep(TwoSchools.of(Scope.of(Set.of(HARBOR), "the principal", NOW)));

        var copy = new ByteArrayOutputStream();
        reports.copy(report.id(), copy);

        assertThat(report.interviews()).isEqualTo(4);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(copy.toByteArray()))) {
            assertThat(workbook.getSheet("Schools").getRow(1).getCell(2).getNumericCellValue())
                    .isEqualTo(4);
        }
    }

    @Test
    void areFoundByTheirSchoolLatestFirst() {
        reports.keep(TwoSchools.of(Scope.of(Set.of(HARBOR), "the principal", NOW.minus(Duration.ofDays(7)))));
        var latest = reports.keep(TwoSchools.of(Scope.of(Set.of(HARBOR), "the principal", NOW)));
        var all = reports.keep(TwoSchools.of(Scope.everySchool("the superintendent", NOW)));

        assertThat(reports.latestOf(HARBOR)).contains(latest);
        assertThat(reports.latestOf(TwoSchools.PROSPECT)).isEmpty();
        assertThat(reports.latestOfEverySchool()).contains(all);
    }

    @Test
    void rememberWhoReadThemAndWhatTheySaid() {
        var report = reports.keep(TwoSchools.of(Scope.of(Set.of(HARBOR), "the principal", NOW)));

        reports.comment(report.id(), "principal", "Call the bank.");

        assertThat(reports.latestOf(HARBOR))
                .contains(new Report(report.id(), HARBOR, NOW, 4, "principal", NOW, "Call the bank."));
    }

    @Test
    void areAboutOneSchoolOrAboutEverySchool() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reports.keep(TwoSchools.both()))
                .withMessage("A kept report is about one school or about every school but not about 2");
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
}
