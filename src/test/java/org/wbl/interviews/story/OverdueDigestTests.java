package org.wbl.interviews.story;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;

@StoryOf("overdue-digest")
@DisplayName("The digest of what is overdue")
class OverdueDigestTests {

    private static final String CARLA = "carla@schools.example";
    private static final String CORA = "cora@schools.example";
    private static final String ADELE = "adele@schools.example";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private ManagementService management;

    @Test
    void tellsCoordinatorsOfTheirOwnInterviewsAndAdministratorsOfAll() {
        cast.untilTheVisitIsPlanned();
        var host = "Call the new host, %s: 11 days".formatted(story.interview());
        var approval = "Approve the activity, %s: ".formatted(story.interview());
        story.goesOnUntil("2027-03-08T07:00");

        monday();

        assertThat(digestTo(CARLA))
                .contains("Hello carla Harbor", host, "Open Tasklist")
                .doesNotContain(approval, "Amina", "Bello", "Feld", "Riverside");
        assertThat(digestTo(ADELE)).contains(host, approval);
        assertThat(story.values("select recipient from interviews.mail_log where template = 'OVERDUE_DIGEST'"))
                .containsExactlyInAnyOrder(CARLA, ADELE);
    }

    @Test
    void saysNothingWhenNothingIsOverdue() {
        cast.untilTheVisitIsPlanned();

        monday();

        assertThat(story.values("select recipient from interviews.mail_log where template = 'OVERDUE_DIGEST'"))
                .isEmpty();
    }

    @Test
    void goesToTheDeputyOfWhoeverIsAway() {
        cast.untilTheEmployerIsInvited();
        cast.start(
                Cast.ADMINISTRATOR,
                Groups.ADMINISTRATORS,
                "staff-absence",
                Map.of(
                        "school", SampleSchools.HARBOR_POINT,
                        "absent", Cast.COORDINATOR,
                        "deputy", Cast.OTHER_COORDINATOR,
                        "firstDay", "2027-02-23",
                        "backOn", "2027-03-05"));
        story.goesOnUntil("2027-03-01T18:00");
        story.contactRated(Cast.OTHER_EMPLOYER, 4, "2027-02-24", "2027-02-25", "2027-02-26");
        story.set("2027-03-02T07:00");

        monday();

        assertThat(digestTo(CORA)).contains("Answer the invitation", "1 day, waits for others");
        assertThat(story.values("select recipient from interviews.mail_log where template = 'OVERDUE_DIGEST'"))
                .containsExactlyInAnyOrder(CORA, ADELE);
    }

    @Test
    void keepsWhatOnlyTheSafeguardingStaffMayKnow() {
        cast.start(
                Cast.TEACHER,
                Groups.TEACHERS,
                "report-safety-concern",
                Map.of(
                        "school", SampleSchools.HARBOR_POINT,
                        "kind", "LOST",
                        "time", "Monday at ten",
                        "place", "Canal Row",
                        "what", "Nobody waited.",
                        "harm", "unknown"));
        story.set("2027-03-01T07:00");
        assertThat(story.dueDateOf("Activity_LookAtReport")).isLessThan("2027-02-23");

        monday();

        assertThat(story.values("select recipient from interviews.mail_log where template = 'OVERDUE_DIGEST'"))
                .isEmpty();
    }

    @Test
    void namesRatersWhoGaveNothingButFoursThreeTimesInARow() {
        story.contactRated(Cast.EMPLOYER, 4, "2027-01-12", "2027-01-19", "2027-02-20");
        story.contactRated(Cast.OTHER_EMPLOYER, 4, "2027-01-13", "2027-01-20");
        story.contactRated(Cast.OTHER_EMPLOYER, 1, "2027-02-19");
        story.contactRated("elena.marsh@ostra.example", 1, "2027-01-14", "2027-01-21", "2027-01-28");
        story.contactRated("pia@lantern-bakery.example", 3, "2027-02-16", "2027-02-17", "2027-02-18");

        monday();

        assertThat(digestTo(CARLA))
                .contains("Dr. Nora Feld, Riverside Animal Clinic: nothing but fours in the last three interviews")
                .doesNotContain("Okafor", "Marsh", "Lund");
        assertThat(story.values("select rater_role || score from interviews.flagged_rater order by score"))
                .as("whoever was flagged stays so, and is told of once")
                .containsExactly("EMPLOYER1", "EMPLOYER4");
    }

    private String digestTo(String address) {
        return mailServer.letters().stream()
                .filter(letter ->
                        letter.to().equals(address) && letter.subject().contains("what is overdue"))
                .map(MailServer.Letter::words)
                .collect(joining());
    }

    private void monday() {
        var timer = management
                .createJobQuery()
                .processDefinitionKey("overdue-digest")
                .timers()
                .singleResult();
        management.executeJob(timer.getId());
        var digests = management
                .createJobQuery()
                .processDefinitionKey("overdue-digest")
                .messages()
                .singleResult();
        management.executeJob(digests.getId());
        story.goesOn();
    }
}
