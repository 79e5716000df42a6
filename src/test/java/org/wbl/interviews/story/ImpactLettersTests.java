package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("impact-letters")
@DisplayName("The first of June")
class ImpactLettersTests {

    @Autowired
    private Story story;

    @Autowired
    private ManagementService management;

    @Test
    void beginsALetterInEverySchoolWithAnEmployerToThank() {
        story.employerHostedOn("2026-10-08", Cast.EMPLOYER);
        story.employerHostedOn("2026-06-10", "tony@fulton-garage.example");
        story.set("2027-06-01T07:00");

        firstOfJune();

        var letter = story.running("impact-letter");
        assertThat(letter.getTenantId()).isEqualTo(SampleSchools.HARBOR_POINT);
        assertThat(letter.getBusinessKey()).isEqualTo("impact-02M999-2026");
        assertThat(story.dueDateOf("Activity_ApproveImpactLetter")).isEqualTo("2027-06-15T18:00");
    }

    @Test
    void beginsNoneWhereNobodyMayBeWrittenTo() {
        story.employerHostedOn("2026-10-08", Cast.EMPLOYER);
        story.employerOptsOut(Cast.EMPLOYER);
        story.set("2027-06-01T07:00");

        firstOfJune();

        assertThat(story.runningCount("impact-letter")).isZero();
    }

    private void firstOfJune() {
        var timer = management
                .createJobQuery()
                .processDefinitionKey("impact-letters")
                .timers()
                .singleResult();
        management.executeJob(timer.getId());
        story.goesOn();
    }
}
