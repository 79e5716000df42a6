package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.interview.Ending;

@StoryOf("interview-cancellation")
@DisplayName("Cancelling an interview")
class InterviewCancellationTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Test
    void tellsTheInterviewToEnd() {
        cast.untilTheEmployerIsInvited();

        cast.coordinatorCancels("STU_WITHDREW");

        story.isOver(Ending.STU_WITHDREW);
        assertThat(story.runningCount("interview-cancellation")).isZero();
    }

    @Test
    void saysWhyWhereThatIsNobodysOwnAffair() {
        cast.untilTheInterviewIsBooked();

        cast.coordinatorCancels("STAFF_ABSENT");

        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("Nobody of the school can be there at that time.", "this one takes it out");
        assertThat(mailServer.lastTo(Cast.STUDENT).words()).contains("Nobody of the school can be there");
    }

    @Test
    void keepsToItselfWhatIsSomebodysOwnAffair() {
        cast.untilTheInterviewIsBooked();

        cast.coordinatorCancels("ILLNESS");

        assertThat(mailServer.lastTo(Cast.EMPLOYER).words())
                .contains("will not take place")
                .doesNotContainIgnoringCase("ill,", "illness", "health");
    }

    @Test
    void isRefusedWhenTheInterviewIsClosed() {
        cast.untilTheEmployerIsInvited();
        cast.coordinatorCancels("STU_WITHDREW");

        assertThatThrownBy(() -> cast.coordinatorCancels("STAFF_ABSENT"))
                .isInstanceOf(FormFieldValidationException.class);

        story.isOver(Ending.STU_WITHDREW);
    }
}
