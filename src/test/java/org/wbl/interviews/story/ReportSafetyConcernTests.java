package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.SafetyProcess;

@StoryOf("report-safety-concern")
@DisplayName("Reporting a safety concern")
class ReportSafetyConcernTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @ParameterizedTest
    @CsvSource({"carla, coordinators", "theo, teachers", "adele, administrators", "principal, leadership"})
    void isOpenToAllStaffAndOpensAConfidentialCase(String user, String group) {
        cast.start(user, group, "report-safety-concern", report());

        assertThat(story.runningCount("report-safety-concern")).isZero();
        assertThat(story.running(SafetyProcess.KEY).getTenantId()).isEqualTo(SampleSchools.HARBOR_POINT);
        assertThat(story.value("select reported_by from interviews.safety_report"))
                .isEqualTo(user);
        assertThat(story.value("select words from interviews.safety_report"))
                .contains("A student is missing or lost", "When: Monday at ten", "Where: Canal Row", "Nobody waited.");
        assertThat(story.values("select interview_id from interviews.safety_report"))
                .containsOnlyNulls();
    }

    @Test
    void namesTheInterviewThatItIsAbout() {
        cast.untilTheEmployerIsInvited();
        var report = report();
        report.put("interview", story.interview());

        cast.start(Cast.TEACHER, Groups.TEACHERS, "report-safety-concern", report);

        assertThat(story.value("select interview_id from interviews.safety_report"))
                .isEqualTo(story.interview());
    }

    @Test
    void leavesNoWordOfItInTheEngine() {
        cast.start(Cast.TEACHER, Groups.TEACHERS, "report-safety-concern", report());

        assertThat(runtime.createVariableInstanceQuery().list())
                .extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(value -> value.contains("Canal") || value.contains("waited"));
        assertThat(history.createHistoricVariableInstanceQuery().count()).isZero();
    }

    @Test
    void isRefusedWithoutWhatHappened() {
        var report = report();
        report.remove("what");

        assertThatThrownBy(() -> cast.start(Cast.TEACHER, Groups.TEACHERS, "report-safety-concern", report))
                .isInstanceOf(FormFieldValidationException.class);

        assertThat(story.runningCount(SafetyProcess.KEY)).isZero();
    }

    private static Map<String, Object> report() {
        return new HashMap<>(Map.of(
                "school", SampleSchools.HARBOR_POINT,
                "kind", "LOST",
                "time", "Monday at ten",
                "place", "Canal Row",
                "what", "Nobody waited.",
                "harm", "unknown"));
    }
}
