package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.mail.MailNotSent;

@StoryOf("send-mail")
@DisplayName("A mail")
class SendMailTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Clock clock;

    @Test
    void isSentOnce() {
        cast.untilTheEmployerIsInvited();

        assertThat(mailServer.letters()).hasSize(1);
        assertThat(story.mailsTo("employers")).containsExactly("2027-02-22 EMPLOYER_INVITATION");
    }

    @Test
    void waitsForTheMorningWhenItOnlyReminds() {
        cast.untilTheEmployerIsInvited();
        story.set("2027-02-25T20:00");
        story.goesOn();
        assertThat(story.running("send-mail")).isWaitingAt("Event_TimeToSend");

        story.goesOnUntil("2027-02-26T08:59");
        assertThat(story.mailsTo("employers")).doesNotContain("2027-02-26 REMINDER");
        story.goesOnUntil("2027-02-26T09:00");
        assertThat(story.mailsTo("employers")).contains("2027-02-26 REMINDER");
    }

    @Test
    void remindsNobodyWhoAnswersWhileItWaits() {
        cast.untilTheEmployerIsInvited();
        story.set("2027-02-25T20:00");
        story.goesOn();
        cast.employerAccepts();

        story.goesOnUntil("2027-02-26T12:00");

        assertThat(mailServer.lettersTo(Cast.EMPLOYER))
                .noneMatch(letter -> letter.subject().startsWith("Reminder"));
        assertThat(story.value("select count(*) from interviews.mail_log where dropped_at is not null"))
                .isEqualTo("1");
    }

    @Test
    void remindsNobodyOfWhatIsOnHoldWhenItsTimeComes() {
        cast.untilTheVisitIsPlanned();
        story.set("2027-02-25T20:00");
        story.goesOn();
        cast.coordinatorHolds("FAMILY");

        story.goesOnUntil("2027-02-26T12:00");

        assertThat(mailServer.lettersTo(Cast.GUARDIAN))
                .noneMatch(letter -> letter.subject().startsWith("Reminder"));
    }

    @Test
    void goesToTheCoordinatorWhenTheServerTakesNoMailForItsAddress() {
        mailServer.refuses(Cast.EMPLOYER, "550 5.1.1 nobody of that name");
        cast.untilTheEmployerIsInvited();
        var mail = story.running("send-mail");
        assertThat(mail).isWaitingAt("Activity_RefusedAddress");

        cast.coordinator("Activity_CorrectAddress", Map.of("decision", "LEAVE"));

        assertThat(mail).isEnded().hasPassed("Event_AddressSettled");
        assertThat(story.mailsTo("employers")).containsExactly((String) null);
        assertThat(story.values("select id::text from interviews.disclosure")).isEmpty();
    }

    @Test
    void waitsAsAnIncidentWhenItIsStaffWhoseAddressTheServerRefuses() {
        mailServer.refuses("adele@schools.example", "550 5.1.1 nobody of that name");
        cast.untilTheInterviewIsBooked();

        assertThatThrownBy(cast::coordinatorPlansVisit)
                .isInstanceOf(MailNotSent.class)
                .hasMessageContaining("does not know the receiver's address (550)");

        assertThat(story.runningCount("refused-address")).isZero();
    }

    @Test
    void waitsForAMailServerThatIsDownAndIsThenSentOnce() {
        cast.coordinatorRequests();
        cast.teacherSetsObjectives();
        mailServer.goesDown();

        assertThatThrownBy(() -> cast.coordinatorMatches(Cast.EMPLOYER)).isInstanceOf(MailNotSent.class);
        var mail = story.running("send-mail");
        assertThat(job(mail).getRetries()).isEqualTo(4);
        while (job(mail).getRetries() > 0) {
            story.set(local(job(mail).getDuedate()));
            assertThatThrownBy(story::goesOn).isInstanceOf(MailNotSent.class);
        }

        assertThat(mail).isWaitingAt("Activity_SendMail");
        var incident = runtime.createIncidentQuery().singleResult();
        assertThat(incident.getIncidentMessage())
                .contains("does not answer", "Check SMTP_HOST and SMTP_PORT")
                .doesNotContain(Cast.EMPLOYER);
        assertThat(story.task("Activity_AnswerInvitation")).isNotNull();

        mailServer.comesBack();
        management.setJobRetries(job(mail).getId(), 1);
        management.executeJob(job(mail).getId());
        assertThat(mail).isEnded().hasPassed("Event_MailSent");
        assertThat(mailServer.letters()).hasSize(1);
        cast.employerAccepts();
    }

    private Job job(ProcessInstance mail) {
        return management.createJobQuery().processInstanceId(mail.getId()).singleResult();
    }

    private String local(Date moment) {
        return LocalDateTime.ofInstant(moment.toInstant(), clock.getZone()).toString();
    }
}
