package org.wbl.interviews.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Template;

@ApplicationTest
@ActiveProfiles("demo")
@Transactional
@DisplayName("A mail that goes only because time has passed")
class MailTimesTests {

    private static final ZoneId DISTRICT = ZoneId.of("America/New_York");

    @Autowired
    private MailTimes times;

    @Autowired
    private MailLog log;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T07:59, 2027-03-01T08:00",
        "2027-03-01T08:00, 2027-03-01T08:00",
        "2027-03-01T17:59, 2027-03-01T17:59",
        "2027-03-01T18:00, 2027-03-02T09:00",
        "2027-03-05T19:00, 2027-03-08T09:00",
        "2027-03-06T12:00, 2027-03-08T09:00",
        "2027-03-14T03:30, 2027-03-15T09:00"
    })
    void waitsForAWorkingHour(LocalDateTime now, LocalDateTime goes) {
        set(now);

        assertThat(times.of(reminder())).isEqualTo(instant(goes));
        assertThat(times.of(reminder().aboutEmployer(employer()))).isEqualTo(instant(goes));
    }

    @Test
    void waitsForFamiliesUntilTheSchoolIsOpenAgain() {
        database.sql("insert into interviews.calendar_day (school, day, kind, name)"
                        + " values ('02M999', '2027-03-02', 'CLOSED', 'Conference day')")
                .update();
        set(LocalDateTime.parse("2027-03-01T19:00"));

        var family = Mail.of(Template.REMINDER, "02M999", "family@mail.example", "guardians");

        assertThat(times.of(family)).isEqualTo(instant(LocalDateTime.parse("2027-03-03T09:00")));
        assertThat(times.of(reminder())).isEqualTo(instant(LocalDateTime.parse("2027-03-02T09:00")));
    }

    @Test
    void goesToAnEmployerOnceADayAndThreeTimesAWeek() {
        set(LocalDateTime.parse("2027-03-01T10:00"));
        var employer = employer();

        assertThat(plan(employer)).isEqualTo("2027-03-01T10:00");
        assertThat(plan(employer)).isEqualTo("2027-03-02T09:00");
        assertThat(plan(employer)).isEqualTo("2027-03-03T09:00");
        assertThat(plan(employer)).as("the fourth, in the next week").isEqualTo("2027-03-08T09:00");
        assertThat(plan(employer)).isEqualTo("2027-03-09T09:00");
    }

    @Test
    void countsWhatABookedInterviewNeedsButNeverDelaysIt() {
        set(LocalDateTime.parse("2027-03-01T20:00"));
        var employer = employer();
        var dayBefore = Mail.of(Template.DAY_BEFORE, "02M999", "e@mail.example", "employers")
                .aboutEmployer(employer);

        assertThat(times.of(dayBefore)).isEqualTo(instant(LocalDateTime.parse("2027-03-01T20:00")));
        set(LocalDateTime.parse("2027-03-02T10:00"));
        log.queue(dayBefore);

        assertThat(plan(employer)).isEqualTo("2027-03-03T09:00");
    }

    private String plan(long employer) {
        var mail = reminder().aboutEmployer(employer);
        var at = times.of(mail);
        log.queue(mail, at);
        return LocalDateTime.ofInstant(at, DISTRICT).toString();
    }

    private static Mail reminder() {
        return Mail.of(Template.REMINDER, "02M999", "e@mail.example", "employers");
    }

    private long employer() {
        return database.sql("select min(id) from interviews.employer")
                .query(Long.class)
                .single();
    }

    private static void set(LocalDateTime now) {
        ClockUtil.setCurrentTime(Date.from(instant(now)));
    }

    private static Instant instant(LocalDateTime moment) {
        return moment.atZone(DISTRICT).toInstant();
    }
}
