package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.wbl.interviews.process.SafetyProcess;

@StoryOf("tell-safety-concern")
@DisplayName("Saying by the link that something is wrong")
class TellSafetyConcernTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    private CodePage browser = new CodePage(new TestRestTemplate());
    private String employers = "";
    private String students = "";

    @BeforeEach
    void theInterviewIsBooked() {
        cast.untilTheInterviewIsBooked();
        browser = cast.browser();
        employers = cast.changePath(Cast.EMPLOYER);
        students = cast.changePath(Cast.STUDENT);
    }

    @Test
    void letsSomebodySayInConfidenceThatSomethingIsWrong() {
        var letters = mailServer.lettersTo(Cast.EMPLOYER).size();

        var page = page(students + "/concern");
        assertThat(page).contains("Call 911 first", "nobody else");
        var reply = browser.post(
                students + "/concern", page, Map.of("words", "He asks where I live.", "reachAt", "917-555-0100"));
        assertThat(reply.getBody()).contains("The staff for safety at the school have it now");
        story.goesOn();

        assertThat(story.running(SafetyProcess.KEY)).isNotNull();
        assertThat(story.value("select source || ': ' || words from interviews.safety_report"))
                .isEqualTo("STUDENT: He asks where I live.\nCall back: 917-555-0100");
        assertThat(story.values("select coalesce(text_, '') from act_hi_varinst where text_ like '%where I live%'"))
                .as("kept by the engine")
                .isEmpty();
        assertThat(mailServer.lettersTo(Cast.EMPLOYER)).hasSize(letters);
        assertThat(browser.post(employers + "/concern", page(employers + "/concern"), Map.of())
                        .getStatusCode()
                        .value())
                .as("without a word")
                .isEqualTo(422);
    }

    private String page(String path) {
        return String.valueOf(browser.get(path).getBody());
    }
}
