package org.wbl.interviews.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wbl.interviews.report.TwoSchools.CLOCK;
import static org.wbl.interviews.report.TwoSchools.HARBOR;

import java.io.ByteArrayInputStream;
import java.util.Set;
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

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new ReportController(SCHOOLS.workbook(), CLOCK))
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
    void isAFileWithOurNameThatNobodyStores() throws Exception {
        signIn(new StaffMember("reader", Set.of("leadership"), Set.of(HARBOR)));

        http.perform(get("/reports/progress.xlsx"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .andExpect(header().string(
                                "Content-Disposition", "attachment; filename=\"interview-progress-2026-11-24.xlsx\""))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"));
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
        var response = http.perform(get("/reports/progress.xlsx"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return workbook.getSheet("Interviews").getLastRowNum();
        }
    }

    private static void signIn(StaffMember member) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(member, "password", "ROLE_STAFF"));
    }
}
