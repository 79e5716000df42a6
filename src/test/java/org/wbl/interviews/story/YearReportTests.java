package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("year-report")
@DisplayName("The report at the end of a school year")
class YearReportTests {

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private ManagementService management;

    @Test
    void isWrittenOnAWeekdayAtSeven() {
        var due = Timers.due(management, "year-report");

        assertThat(due.getDayOfMonth()).isLessThanOrEqualTo(3);
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(due.getMonthValue()).isIn(7);
        assertThat(due.getHour()).isEqualTo(7);
    }

    @Test
    void isAboutTheSchoolYearThatEndedAndAsksLeadership() {
        story.interviewsOf(Cast.COORDINATOR, 7);
        story.set("2027-07-01T07:00");

        Timers.fire(management, "year-report");
        story.goesOn();

        assertThat(story.values("select distinct period || ' ' || interviews from interviews.report"))
                .containsExactly("2026 7");
        assertThat(mailServer.lastTo("principal@schools.example").words()).contains("school year 2026–27");
        assertThat(story.openTasks()).containsExactly("Activity_ReadReport", "Activity_ReadReport");
    }
}
