package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.ReportProcess;
import org.wbl.interviews.process.TaskSubjects;
import org.wbl.interviews.report.Report;
import org.wbl.interviews.report.Reports;

@StoryOf("leadership-report")
@DisplayName("A leadership report")
class LeadershipReportTests {

    private static final Map<String, Object> HARBOR = Map.of("school", SampleSchools.HARBOR_POINT);

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private Reports reports;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void isWrittenOnDemandForTheSchoolThatAskedAndRead() throws IOException {
        cast.start(
                Cast.LEADER, Groups.LEADERSHIP, ReportProcess.KEY, Cast.with(HARBOR, Map.of("readers", "leadership")));
        var report = story.running(ReportProcess.KEY);
        assertThat(report.getTenantId()).isEqualTo("02M999");
        assertThat(report).isWaitingAt("Activity_ReadReport").hasPassed("Activity_SendReport");
        assertThat(mailServer.lastTo("lena@schools.example").subject()).startsWith("Please read: report");
        assertThat(mailServer.lastTo("principal@schools.example").subject()).startsWith("Please read: report");
        assertThat(story.task("Activity_ReadReport").getDueDate()).isAfter(Date.from(clock.instant()));
        assertThat(tasks.getVariableLocal(story.task("Activity_ReadReport").getId(), TaskSubjects.ABOUT))
                .isEqualTo("Harbor Point High School, school year 2026–27, February 22, 2027");

        cast.staff(
                Cast.LEADER, Groups.LEADERSHIP, "Activity_ReadReport", Map.of("comment", "More employers in health."));

        assertThat(report).isEnded().hasPassed("Activity_WriteWorkbook", "Event_ReportRead");
        assertThat(latest().comment()).isEqualTo("More employers in health.");
        assertThat(latest().readBy()).isEqualTo(Cast.LEADER);
        assertThat(sheets())
                .contains("Read me", "Summary", "Schools", "Reach", "Employers")
                .doesNotContain("Interviews", "Students");

        cast.start(Cast.COORDINATOR, Groups.COORDINATORS, ReportProcess.KEY, Map.of("readers", "me"));
        assertThat(mailServer.lastTo("carla@schools.example").words())
                .contains("About the report of February 22, 2027 was said: “More employers in health.”");
    }

    @Test
    void isAboutWhatIsChosenAndGoesToWhoAskedAlone() {
        story.interviewsOf(Cast.COORDINATOR, 7);
        database.sql(
                        "update interviews.interview set career_field = 'Health' where id = (select min(id) from interviews.interview)")
                .update();
        var choice = cast.startForm(Cast.COORDINATOR, Groups.COORDINATORS, ReportProcess.KEY);
        assertThat(choice)
                .contains("Fall term 2026–27", "Health", "Harbor Point High School")
                .doesNotContain("Prospect");

        cast.start(
                Cast.COORDINATOR,
                Groups.COORDINATORS,
                ReportProcess.KEY,
                Map.of("period", "2026-spring", "careerField", "Health", "readers", "me"));

        assertThat(mailServer.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("carla@schools.example");
            assertThat(letter.words())
                    .contains("Harbor Point High School, spring term 2026–27, career field Health")
                    .contains("1 interview was asked for");
            assertThat(letter.files()).containsExactly("progress.xlsx");
        });
        assertThat(story.runningCount(ReportProcess.KEY)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"period, 2031", "grade, 13", "careerField, Unheard of", "school, 13K998", "readers, everybody"})
    void isNotAboutWhatCannotBeChosen(String key, String choice) {
        assertThatThrownBy(() -> cast.start(
                        Cast.COORDINATOR,
                        Groups.COORDINATORS,
                        ReportProcess.KEY,
                        Cast.with(HARBOR, Map.of(key, choice))))
                .hasMessageContaining("must be one of the listed options");
        assertThat(story.values("select id::text from interviews.report")).isEmpty();
    }

    @Test
    void ofEverySchoolGoesOnlyToThoseWhoLeadEverySchool() {
        runtime.startProcessInstanceByKey(ReportProcess.KEY);
        story.goesOn();

        assertThat(mailServer.letters()).extracting(MailServer.Letter::to).containsExactly("lena@schools.example");
    }

    @Test
    void ofNoChosenSchoolIsAboutAllSchoolsOfWhoAsks() {
        database.sql(
                        "insert into interviews.school values ('31R997', 'Quiet Cove Academy', '5 Bay Lane', '347-555-0100')")
                .update();
        try {
            cast.start(Cast.LEADER, Groups.LEADERSHIP, ReportProcess.KEY, Map.of("readers", "leadership"));
            assertThat(latest().schools()).containsExactlyInAnyOrder("02M999", "13K998");
            assertThat(story.running(ReportProcess.KEY).getTenantId()).isNull();
            assertThat(mailServer.letters()).singleElement().satisfies(letter -> {
                assertThat(letter.to()).isEqualTo("lena@schools.example");
                assertThat(letter.words())
                        .contains("2 schools, school year 2026–27")
                        .doesNotContain("Harbor Point", "Please call");
            });

            cast.start("principal", Groups.LEADERSHIP, ReportProcess.KEY, Map.of("readers", "me"));
            assertThat(latest().schools()).containsExactly("02M999");
        } finally {
            database.sql("delete from interviews.school where code = '31R997'").update();
        }
        cast.start(Cast.LEADER, Groups.LEADERSHIP, ReportProcess.KEY, Map.of("readers", "me"));
        assertThat(latest().schools()).as("every school").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"02M999, Harbor Point High School", ", All schools"})
    void isToBeReadOnTheDayOfTheMailAlsoOverHolidays(@Nullable String school, String about) {
        story.set("2026-12-18T10:00");

        cast.start(
                Cast.LEADER,
                Groups.LEADERSHIP,
                ReportProcess.KEY,
                school == null ? Map.of() : Map.of("school", school));

        assertThat(mailServer.lastTo("lena@schools.example").words())
                .contains(about, "Please read it by", "Tuesday, January 5, 2027");
        assertThat(story.task("Activity_ReadReport").getDueDate())
                .isEqualTo(Date.from(Instant.parse("2027-01-05T23:00:00Z")));
    }

    @Test
    void belongsToTheSchoolThatAMachineNames() {
        var report = runtime.startProcessInstanceByKey(ReportProcess.KEY, HARBOR);

        assertThat(report.getTenantId()).isEqualTo("02M999");
    }

    @Test
    void takesTargetsWithWhichTheNextOneCompares() throws IOException {
        cast.start(Cast.LEADER, Groups.LEADERSHIP, ReportProcess.KEY, HARBOR);
        assertThat(cast.shown("Activity_ReadReport"))
                .containsEntry("reportTargets", "yes")
                .containsEntry("targetYear", "2026–27");

        cast.staff(
                Cast.LEADER,
                Groups.LEADERSHIP,
                "Activity_ReadReport",
                Map.of("heldTarget", 120, "reachTarget", 60, "completionTarget", 90));

        cast.start(Cast.LEADER, Groups.LEADERSHIP, ReportProcess.KEY, HARBOR);
        assertThat(measure("Interviews held")).contains("120.0");
        assertThat(measure("Of all students")).contains("0.6");
        assertThat(measure("Held, of those decided")).contains("0.9");
        assertThat(mailServer.lastTo("principal@schools.example").words())
                .contains("Targets of the school year: interviews held 120 (now 0)", "of all students 60% (now 0%)");
        assertThat(story.values("select distinct school || ' ' || set_by from interviews.report_target"))
                .containsExactly("02M999 lena");
    }

    @ParameterizedTest
    @CsvSource({"heldTarget, 0", "reachTarget, 101", "completionTarget, -1"})
    void takesNoTargetThatNobodyCanReach(String target, int value) {
        cast.start(Cast.LEADER, Groups.LEADERSHIP, ReportProcess.KEY, HARBOR);

        assertThatThrownBy(
                        () -> cast.staff(Cast.LEADER, Groups.LEADERSHIP, "Activity_ReadReport", Map.of(target, value)))
                .hasMessageContaining("must be");

        assertThat(story.values("select measure from interviews.report_target")).isEmpty();
        assertThat(story.openTasks()).containsExactly("Activity_ReadReport");
    }

    @Test
    void aboutSomeOfTheInterviewsAsksForNoTarget() {
        cast.start(Cast.LEADER, Groups.LEADERSHIP, ReportProcess.KEY, Cast.with(HARBOR, Map.of("grade", "11")));

        assertThat(cast.shown("Activity_ReadReport")).containsEntry("reportTargets", "no");
        cast.staff(Cast.LEADER, Groups.LEADERSHIP, "Activity_ReadReport", Map.of("heldTarget", 5));
        assertThat(story.values("select measure from interviews.report_target")).isEmpty();
    }

    @Test
    void isSentOnceHoweverOftenSendingIsRepeated() {
        cast.start(Cast.LEADER, Groups.LEADERSHIP, ReportProcess.KEY, HARBOR);
        var report = story.running(ReportProcess.KEY);

        runtime.createProcessInstanceModification(report.getId())
                .cancelAllForActivity("Activity_ReadReport")
                .startBeforeActivity("Activity_WriteWorkbook")
                .execute();
        story.goesOn();

        assertThat(report).isWaitingAt("Activity_ReadReport");
        assertThat(mailServer.letters())
                .extracting(MailServer.Letter::to)
                .containsExactlyInAnyOrder("lena@schools.example", "principal@schools.example");
    }

    @Test
    void tooLargeForAMailIsBehindALinkThatNeedsALogin() {
        runtime.startProcessInstanceByKey(ReportProcess.KEY, HARBOR);
        management.executeJob(job()); // writes it
        database.sql(
                        "update interviews.report set workbook = workbook || decode(repeat('00', 10 * 1024 * 1024), 'hex')")
                .update();
        story.goesOn();

        var letter = mailServer.lastTo("principal@schools.example");
        var address = "/reports/%d.xlsx".formatted(latest().id());
        assertThat(letter.words()).contains(address, "too large for a mail");
        assertThat(letter.files()).isEmpty();
        assertThat(cast.signsIn("principal").download(address).getBody()).hasSize((int) latest().bytes());
        assertThat(cast.signsIn(Cast.COORDINATOR).get(address).getStatusCode().value())
                .isEqualTo(200);
        for (var stranger : List.of(Cast.ELSEWHERE, Cast.TEACHER)) {
            assertThat(cast.signsIn(stranger).get(address).getStatusCode().value())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(cast.signsIn("principal")
                        .get("/reports/4711.xlsx")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void ofEverySchoolIsServedToWhoSeesEverySchool() {
        runtime.startProcessInstanceByKey(ReportProcess.KEY);
        story.goesOn();
        var address = "/reports/%d.xlsx".formatted(latest().id());

        assertThat(cast.signsIn(Cast.LEADER).get(address).getStatusCode().value())
                .isEqualTo(200);
        assertThat(cast.signsIn("principal").get(address).getStatusCode().value())
                .isEqualTo(404);
    }

    private String job() {
        return management
                .createJobQuery()
                .processDefinitionKey(ReportProcess.KEY)
                .singleResult()
                .getId();
    }

    private Report latest() {
        return reports.get(Long.parseLong(story.value("select max(id) from interviews.report")));
    }

    /** The row of a measure on the sheet Summary of the latest workbook. */
    private List<String> measure(String title) throws IOException {
        try (var workbook = workbook()) {
            return StreamSupport.stream(workbook.getSheet("Summary").spliterator(), false)
                    .filter(row -> row.getCell(0) != null
                            && title.equals(row.getCell(0).toString()))
                    .map(LeadershipReportTests::cells)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> cells(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(Object::toString)
                .toList();
    }

    private List<String> sheets() throws IOException {
        try (var workbook = workbook()) {
            return IntStream.range(0, workbook.getNumberOfSheets())
                    .mapToObj(workbook::getSheetName)
                    .toList();
        }
    }

    private XSSFWorkbook workbook() throws IOException {
        var content = new ByteArrayOutputStream();
        reports.copy(latest().id(), content);
        return new XSSFWorkbook(new ByteArrayInputStream(content.toByteArray()));
    }
}
