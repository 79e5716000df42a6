package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.report.Reports;

@StoryOf("school-report")
@DisplayName("A school's report")
class SchoolReportTests {

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private ManagementService management;

    @Autowired
    private Reports reports;

    @BeforeEach
    void monday() {
        story.interviewsOf(Cast.COORDINATOR, 7);
        Timers.fire(management, "weekly-report");
        story.goesOn();
    }

    @Test
    void tellsTheFiguresInWordsAndBringsAWorkbookWithoutNames() throws IOException {
        var letter = mailServer.lastTo("carla@schools.example");

        assertThat(letter.subject())
                .isEqualTo("For you to know: how informational interviews are going, Monday, February 22, 2027");
        assertThat(letter.words())
                .contains("7 interviews were asked for", "The workbook is attached", "It holds no names");
        assertThat(letter.files()).containsExactly("progress.xlsx");
        var content = new ByteArrayOutputStream();
        reports.copy(Long.parseLong(story.value("select id from interviews.report")), content);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content.toByteArray()))) {
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .contains("Summary", "Schools")
                    .doesNotContain("Interviews", "Students", "Skills", "Exceptions");
        }
    }

    @Test
    void belongsToItsSchool() {
        assertThat(story.values(
                        "select distinct tenant_id_ from public.act_hi_procinst where proc_def_key_ = 'school-report'"))
                .containsExactly("02M999");
    }
}
