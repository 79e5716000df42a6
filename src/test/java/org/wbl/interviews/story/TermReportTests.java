package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("term-report")
@DisplayName("The report at the end of a term")
class TermReportTests {

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private ManagementService management;

    @Test
    void isWrittenOnAWeekdayAtSeven() {
        var due = Timers.due(management, "term-report");

        assertThat(due.getDayOfMonth()).isLessThanOrEqualTo(3);
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(due.getMonthValue()).isIn(2, 7);
        assertThat(due.getHour()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10, 2027-02-01, 2026-fall, fall term 2026–27",
        "2027-03-10, 2027-07-01, 2026-spring, spring term 2026–27"
    })
    void isAboutTheTermThatEnded(String asked, String written, String period, String words) {
        story.set(asked + "T10:00");
        story.interviewsOf(Cast.COORDINATOR, 7);
        story.set(written + "T07:00");

        Timers.fire(management, "term-report");
        story.goesOn();

        assertThat(story.values("select distinct period || ' ' || interviews from interviews.report"))
                .containsExactly(period + " 7");
        assertThat(mailServer.lastTo("principal@schools.example").words()).contains(words);
    }
}
