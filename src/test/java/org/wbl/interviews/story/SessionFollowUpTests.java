package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("session-follow-up")
@DisplayName("Following up a class session with the employer")
class SessionFollowUpTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    private ClassCast theClass;

    @BeforeEach
    void aClass() {
        theClass = new ClassCast(cast, story);
    }

    @Test
    void asksHowItWasAndBeginsTheCheckIns() {
        theClass.untilTheSessionIsOver();
        theClass.coordinatorRecordsSession();

        theClass.employerSaysHowItWas();

        assertThat(story.value("select experience from interviews.employer_feedback"))
                .isEqualTo("5");
        assertThat(story.runningCount("employer-check-in")).isEqualTo(1);
    }
}
