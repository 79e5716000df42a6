package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.wbl.interviews.interview.SafetyReports;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.SafetyProcess;
import org.wbl.interviews.process.StaffAccounts;
import org.wbl.interviews.process.StaffAccounts.Account;

@StoryOf("safety-concern")
@DisplayName("A safety concern")
class SafetyConcernTests {

    private static final String WORDS = "He asked for her address.";

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private SafetyReports reports;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private IdentityService identities;

    @Autowired
    private FormService forms;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void waitsAtOnceForTheSafeguardingStaffWhoAreMailedThatATaskWaits() {
        var concern = studentSays();

        assertThat(concern).isWaitingAt("Activity_LookAtReport");
        assertThat(concern.getTenantId()).isEqualTo(SampleSchools.HARBOR_POINT);
        assertThat(story.task("Activity_LookAtReport").getDueDate()).isEqualTo(at("2027-02-22T16:00:00Z"));
        var mail = mailServer.lastTo("adele@schools.example");
        assertThat(mail.words())
                .contains("A task is waiting for you in Tasklist.")
                .doesNotContain("Bello", "Amina", "Feld", "Riverside", story.interview(), "address.");
        assertThat(story.mailsTo(Groups.SAFEGUARDING)).containsExactly("2027-02-22 TASK_WAITING");
        assertThat(story.mailsTo("employers")).noneMatch(sent -> sent.contains("TASK_WAITING"));
    }

    @Test
    void isOpenedWithTheReportOrNotAtAll() {
        cast.untilTheEmployerIsInvited();

        transaction.executeWithoutResult(status -> {
            reports.report(story.interview(), "EMPLOYER", WORDS);
            assertThat(story.runningCount(SafetyProcess.KEY)).isOne();
            status.setRollbackOnly();
        });

        assertThat(story.runningCount(SafetyProcess.KEY)).isZero();
        assertThat(story.values("select words from interviews.safety_report")).isEmpty();
    }

    @Test
    void keepsTheWordsOutOfTheEngine() {
        var concern = studentSays();

        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(concern.getId())
                        .list())
                .extracting(variable -> variable.getName() + " " + variable.getValue())
                .allMatch(variable -> variable.matches("safetyReportId \\d+|about Report \\d+"));
        assertThat(concern.getBusinessKey()).isNotEqualTo(story.interview());
    }

    @Test
    void stopsInvitationsUntilTheEmployerIsReleasedAndIsFollowedUpUntilItIsSettled() {
        var concern = studentSays();
        assertThat(shown(Cast.ADMINISTRATOR, Groups.SAFEGUARDING, "Activity_LookAtReport"))
                .contains(WORDS, "Amina Bello", "Said by the student", story.interview());

        look(Cast.ADMINISTRATOR, Groups.SAFEGUARDING, "Activity_LookAtReport", "ACT");
        assertThat(employerStatus()).isEqualTo("DO_NOT_USE");
        assertThat(story.value("select status from interviews.report_employer where name = 'Riverside Animal Clinic'"))
                .isEqualTo("PAUSED");

        safeguarding(
                "Activity_ActOnReport",
                Variables.createVariables()
                        .putValueTyped("informed", asTasklistSends("[\"FAMILY\",\"STATE\"]"))
                        .putValue("note", "Mother called."));
        assertThat(concern).isWaitingAt("Event_FollowUpDue");

        story.goesOnUntil("2027-03-08T18:00");
        assertThat(shown(Cast.ADMINISTRATOR, Groups.SAFEGUARDING, "Activity_FollowUp"))
                .contains("First look by adele Harbor", "informed: family, state", "gets no invitations");
        safeguarding("Activity_FollowUp", Map.of("note", "Still shaken.", "next", "AGAIN", "releaseEmployer", "no"));
        assertThat(employerStatus()).isEqualTo("DO_NOT_USE");

        story.goesOnUntil("2027-03-22T18:00");
        safeguarding("Activity_FollowUp", Map.of("note", "Well again.", "next", "CLOSE", "releaseEmployer", "yes"));

        assertThat(concern).isEnded().hasPassed("Event_ConcernClosed");
        assertThat(employerStatus()).isEqualTo("ACTIVE");
        assertThat(story.values(
                        "select step || ' ' || coalesce(employer, '-') from interviews.safety_step order by id"))
                .containsExactly("LOOK PAUSED", "ACTION -", "FOLLOW_UP -", "FOLLOW_UP RELEASED");
        assertThat(story.mailsTo(Groups.SAFEGUARDING)).hasSize(4);
    }

    @Test
    void endsWithANoteWhenItIsNone() {
        var concern = studentSays();

        safeguarding("Activity_LookAtReport", Map.of("decision", "NO_CONCERN", "note", "Ticked by mistake."));

        assertThat(concern).isEnded().hasPassed("Event_NoConcern");
        assertThat(employerStatus()).isEqualTo("ACTIVE");
    }

    @Test
    void leavesAnEmployerWhoWantsNoMessagesAlone() {
        studentSays();
        story.employerOptsOut(Cast.EMPLOYER);

        look(Cast.ADMINISTRATOR, Groups.SAFEGUARDING, "Activity_LookAtReport", "ACT");

        assertThat(employerStatus()).isEqualTo("OPTED_OUT");
    }

    @Test
    void comesToTheDistrictWhenNobodyLooksForFourSchoolHours() {
        story.set("2027-02-26T17:00"); // a Friday
        var concern = studentSays();
        assertThat(story.task("Activity_LookAtReport").getDueDate()).isEqualTo(at("2027-02-26T23:00:00Z"));
        assertThat(shown("district", Groups.DISTRICT_ADMINISTRATORS, "Activity_LookAtReport"))
                .contains("Only the safeguarding staff")
                .doesNotContain(WORDS, "Amina");

        story.goesOnUntil("2027-03-01T10:59");
        assertThat(concern).isWaitingAt("Activity_LookAtReport");
        story.goesOnUntil("2027-03-01T11:00");

        assertThat(concern).isWaitingAt("Activity_LookForSchool");
        assertThat(shown("district", Groups.DISTRICT_ADMINISTRATORS, "Activity_LookForSchool"))
                .contains(WORDS, "Amina");
        look("district", Groups.DISTRICT_ADMINISTRATORS, "Activity_LookForSchool", "ACT");
        assertThat(concern).isWaitingAt("Activity_ActOnReport").hasPassed("Event_NobodyLooked");
    }

    @Test
    void isMailedToTheDistrictWhereASchoolHasNamedNobody() {
        accounts.add(
                new Account("dora", "Dora", "District", "dora@d.example", Groups.DISTRICT_ADMINISTRATORS, List.of()),
                "nobody signs in with it");
        try {
            reports.reportByStaff("13K998", null, WORDS, "somebody");
            story.goesOn();

            assertThat(mailServer.lastTo("dora@d.example").subject())
                    .isEqualTo("Please look: a task is waiting for you");
        } finally {
            identities.deleteUser("dora");
        }
    }

    private static JsonValue asTasklistSends(String ticked) {
        return SpinValues.jsonValue(ticked).create();
    }

    private ProcessInstance studentSays() {
        cast.untilTheEmployerIsInvited();
        reports.report(story.interview(), "STUDENT", WORDS);
        story.goesOn();
        return story.running(SafetyProcess.KEY);
    }

    private void look(String user, String group, String activity, String decision) {
        cast.staff(
                user,
                group,
                activity,
                Map.of("decision", decision, "pauseEmployer", "yes", "note", "He went too far."));
    }

    private void safeguarding(String activity, Map<String, Object> answers) {
        cast.staff(Cast.ADMINISTRATOR, Groups.SAFEGUARDING, activity, answers);
    }

    /** What the form of a task shows to somebody. */
    private String shown(String user, String group, String activity) {
        var task = story.task(activity).getId();
        var shown = new AtomicReference<String>();
        cast.as(user, group, () -> shown.set(String.valueOf(forms.getTaskFormVariables(task))));
        return String.valueOf(shown.get());
    }

    private String employerStatus() {
        return story.value("select status from interviews.employer where name = 'Riverside Animal Clinic'");
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }
}
