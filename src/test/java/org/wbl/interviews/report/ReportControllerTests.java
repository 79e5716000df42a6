package org.wbl.interviews.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wbl.interviews.report.TwoSchools.CLOCK;
import static org.wbl.interviews.report.TwoSchools.HARBOR;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.wbl.interviews.process.StaffMember;

@DisplayName("GET /reports/progress.xlsx")
class ReportControllerTests {

    private static final TwoSchools SCHOOLS = TwoSchools.create();

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new ReportController(
                    new ProgressFilters(CLOCK), SCHOOLS.workbook(), new ProgressCsv(SCHOOLS.progress()), CLOCK))
            .setControllerAdvice(new RefusedFilters())
            .build();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinators", "administrators", "leadership"})
    void isAboutTheReadersSchools(String group) throws Exception {
        signIn(new StaffMember("reader", Set.of(group), Set.of(HARBOR)));

        assertThat(interviews()).isEqualTo(4);
    }

    @Test
    void isAboutEverySchoolForDistrictAdministrators() throws Exception {
        signIn(new StaffMember("reader", Set.of("camunda-admin"), Set.of()));

        assertThat(interviews()).isEqualTo(6);
    }

    @Test
    void namesStudentsToTheSchoolsOwnStaffAlone() throws Exception {
        signIn(new StaffMember("reader", Set.of("coordinators"), Set.of(HARBOR)));
        assertThat(sheets()).contains("Interviews", "Students", "Skills", "Exceptions");

        for (var group : Set.of("leadership", "camunda-admin")) {
            signIn(new StaffMember("reader", Set.of(group), Set.of(HARBOR)));
            assertThat(sheets())
                    .as(group)
                    .contains("Schools", "Reach")
                    .doesNotContain("Interviews", "Students", "Skills", "Exceptions");
        }
    }

    @Test
    void isAboutWhatIsChosen() throws Exception {
        signIn(new StaffMember("reader", Set.of("camunda-admin"), Set.of()));

        assertThat(interviews("?school=13K998")).isEqualTo(2);
        assertThat(interviews("?period=2025")).isZero();
        assertThat(interviews("?period=2026-spring")).isZero();
        assertThat(interviews("?period=all&grade=10")).isEqualTo(2);
        assertThat(interviews("?program=Media")).isEqualTo(2);
        assertThat(interviews("?field=Law")).isEqualTo(2);
        assertThat(interviews("?mode=VIDEO")).isZero();
        assertThat(interviews("?subgroup=MALE")).isEqualTo(2);
        assertThat(interviews("?subgroup=&grade=&unknown=1")).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?school=13K998",
                "?school=02M999' or true",
                "?period=next",
                "?period=2026-summer",
                "?grade=13",
                "?grade=eleven",
                "?mode=by%20car",
                "?mode=BALLOON",
                "?subgroup=a,b",
                "?subgroup=UNKNOWN",
                "?program=0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
                        + "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x"
            })
    void saysWhyNothingElseCanBeChosen(String filter) throws Exception {
        signIn(new StaffMember("reader", Set.of("leadership"), Set.of(HARBOR)));

        http.perform(get("/reports/progress.xlsx" + filter))
                .andExpect(status().isBadRequest())
                .andExpect(header().doesNotExist("Content-Disposition"));
    }

    @Test
    void saysThatThereIsNoSuchSchool() throws Exception {
        signIn(new StaffMember("reader", Set.of("camunda-admin"), Set.of()));

        http.perform(get("/reports/progress.xlsx?school=99X999")).andExpect(status().isBadRequest());
    }

    @Test
    void isAFileWithOurNameThatNobodyStores() throws Exception {
        signIn(new StaffMember("reader", Set.of("leadership"), Set.of(HARBOR)));

        http.perform(get("/reports/progress.xlsx"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"interview-progress-02M999-2026-2026-11-24.xlsx\""))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"));
        http.perform(get("/reports/progress.zip?period=2025-fall&grade=11&mode="))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        "attachment; filename=\"interview-progress-02M999-2025-fall-filtered-2026-11-24.zip\""));
    }

    @Test
    void isRefusedToTeachers() throws Exception {
        signIn(new StaffMember("reader", Set.of("teachers"), Set.of(HARBOR)));

        http.perform(get("/reports/progress.xlsx"))
                .andExpect(status().isForbidden())
                .andExpect(content().bytes(new byte[0]));
    }

    @Test
    void isRefusedToWhoSeesNoSchool() throws Exception {
        signIn(new StaffMember("reader", Set.of("leadership"), Set.of()));

        http.perform(get("/reports/progress.xlsx")).andExpect(status().isForbidden());
    }

    @Test
    void isRefusedToStrangers() throws Exception {
        http.perform(get("/reports/progress.xlsx")).andExpect(status().isUnauthorized());
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("somebody", "password", "leadership"));
        http.perform(get("/reports/progress.xlsx")).andExpect(status().isUnauthorized());
    }

    private int interviews() throws Exception {
        return interviews("");
    }

    private List<String> sheets() throws Exception {
        try (var workbook = workbook("")) {
            return StreamSupport.stream(workbook.spliterator(), false)
                    .map(Sheet::getSheetName)
                    .toList();
        }
    }

    private XSSFWorkbook workbook(String filter) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(http.perform(get("/reports/progress.xlsx" + filter))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray()));
    }

    private int interviews(String filter) throws Exception {
        try (var workbook = workbook(filter)) {
            var schools = workbook.getSheet("Schools");
            return (int) schools.getRow(schools.getLastRowNum()).getCell(2).getNumericCellValue();
        }
    }

    private static void signIn(StaffMember member) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(member, "password", "ROLE_STAFF"));
    }
}
