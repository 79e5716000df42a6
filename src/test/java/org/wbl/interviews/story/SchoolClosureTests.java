package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("school-closure")
@DisplayName("Closing the school for a day")
class SchoolClosureTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Test
    void closesTheDayInTheCalendarAndStopsTheInterviewsOfThatDay() {
        cast.untilTheVisitIsPlanned();

        cast.administratorClosesSchool("2027-03-18");

        assertThat(story.value("select kind from interviews.calendar_day where day = '2027-03-18'"))
                .isEqualTo("CLOSED");
        assertThat(story.value("select reason from interviews.interview_hold")).isEqualTo("WEATHER");
    }

    @Test
    void leavesInterviewsOfOtherDaysAlone() {
        cast.untilTheVisitIsPlanned();

        cast.administratorClosesSchool("2027-03-19");

        assertThat(story.values("select reason from interviews.interview_hold")).isEmpty();
    }

    @Test
    void refusesADayThatIsPast() {
        assertThatThrownBy(() -> cast.administratorClosesSchool("2027-02-19"))
                .hasMessageContaining("This day is past.");
    }
}
