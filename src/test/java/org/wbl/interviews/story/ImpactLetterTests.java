package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("impact-letter")
@DisplayName("The impact letter")
class ImpactLetterTests {

    private static final String OPTED_OUT = Cast.OTHER_EMPLOYER;
    private static final String STOPPED = "elena.marsh@ostra.example";
    private static final String LAST_YEARS = "pia@lantern-bakery.example";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private RuntimeService runtime;

    @Test
    void goesToEveryActiveEmployerThatHostedOnceTheCoordinatorApproved() {
        cast.untilTheInterviewIsHeld();
        cast.employerSays(Map.of("quoteWords", "Amina asked better than I would."));
        story.employerHostedOn("2026-10-08", OPTED_OUT);
        story.employerOptsOut(OPTED_OUT);
        story.employerHostedOn("2026-11-05", STOPPED);
        story.employerIsStoppedForSafety(STOPPED);
        story.employerHostedOn("2026-06-10", LAST_YEARS);
        var interview = story.interview();
        var letter = begins();
        assertThat(cast.shown("Activity_ApproveImpactLetter"))
                .containsEntry("impactStudents", 2)
                .containsEntry("impactEmployers", 3)
                .containsEntry("impactInterviews", 3)
                .containsEntry("impactReceivers", 1);
        assertThat(String.valueOf(cast.shown("Activity_ApproveImpactLetter").get("impactQuotable")))
                .contains("(student) asked better than I would.");

        cast.coordinator(
                "Activity_ApproveImpactLetter",
                Map.of("decision", "SEND", "impactWords", "A good year.", "impactQuotes", List.of(interview)));

        assertThat(letter).isEnded().hasPassed("Event_EmployersThanked");
        assertThat(story.values("select recipient from interviews.mail_log where template = 'IMPACT_LETTER'"))
                .containsExactly(Cast.EMPLOYER);
        story.goesOnUntil("2027-06-01T08:00");
        var mail = mailServer.lastTo(Cast.EMPLOYER);
        assertThat(mail.replyTo()).contains("carla@schools.example");
        assertThat(mail.words())
                .contains(
                        "Employers who took part: 3",
                        "Interviews with Riverside Animal Clinic: 1",
                        "A good year.",
                        "(student) asked better than I would.",
                        "May we ask you again next school year?")
                .doesNotContain("Amina");
    }

    @Test
    void isNotSentWhenTheCoordinatorSaysSo() {
        story.employerHostedOn("2026-10-08", Cast.EMPLOYER);
        var letter = begins();
        assertThat(story.about("Activity_ApproveImpactLetter")).isEqualTo("School year 2026–2027");

        cast.coordinator("Activity_ApproveImpactLetter", Map.of("decision", "LEAVE"));

        assertThat(letter).isEnded().hasPassed("Event_NoLetter");
        assertThat(mailServer.letters()).isEmpty();
    }

    private ProcessInstance begins() {
        story.set("2027-06-01T07:00");
        return runtime.startProcessInstanceByKey(
                "impact-letter",
                Variables.createVariables()
                        .putValueTyped("school", Variables.stringValue(SampleSchools.HARBOR_POINT, true))
                        .putValue("schoolYear", 2026));
    }
}
