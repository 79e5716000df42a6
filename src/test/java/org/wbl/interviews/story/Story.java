package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.process.InterviewProcess;
import org.wbl.interviews.process.TaskSubjects;

/**
 * The stage of a story: its clock, the jobs that are due, and what became of the case.
 *
 * <p>A story begins on a Monday, {@value #BEGINNING}, three and a half weeks before its interview.
 */
class Story {

    static final String BEGINNING = "2027-02-22T10:00";

    private static final Set<String> CLOSED_BY = Set.of("Event_CaseClosed", "Event_CancelledCaseClosed");

    private final ProcessEngine engine;
    private final JdbcClient database;
    private final Clock clock;
    private final MailServer mailServer;
    private List<Map<String, Object>> births = List.of();

    Story(ProcessEngine engine, JdbcClient database, Clock clock, MailServer mailServer) {
        this.engine = engine;
        this.database = database;
        this.clock = clock;
        this.mailServer = mailServer;
    }

    void begins() {
        BpmnAwareTests.init(engine);
        set(BEGINNING);
    }

    /** Clears the stage for the next story. */
    void ends() {
        ClockUtil.reset();
        births.forEach(birth -> database.sql("update interviews.student set born_on = :born_on where id = :id")
                .params(birth)
                .update());
        births = List.of();
        engine.getIdentityService().clearAuthentication();
        var running = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list();
        running.forEach(instance -> engine.getRuntimeService()
                .deleteProcessInstance(instance.getId(), "story over", true, true, false, false));
        var told = engine.getHistoryService().createHistoricProcessInstanceQuery().list().stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        if (!told.isEmpty()) {
            engine.getHistoryService().deleteHistoricProcessInstancesBulk(told);
        }
        database.sql("delete from interviews.calendar_day d using interviews.school_closure c"
                        + " where c.school = d.school and c.day = d.day")
                .update();
        database.sql(
                        "truncate interviews.request_count, interviews.school_closure, interviews.class_list, interviews.recording, interviews.interview, interviews.form_link, interviews.mail_log, interviews.check_in,"
                                + " interviews.contact_note, interviews.safety_report, interviews.handover,"
                                + " interviews.staff_absence, interviews.impact_letter, interviews.report, interviews.report_target, interviews.definition_choice cascade")
                .update();
        database.sql("update interviews.employer set status = 'ACTIVE', paused_until = null, monthly_cap = null")
                .update();
        database.sql("update interviews.employer_contact set language = 'en' where language <> 'en'")
                .update();
        database.sql("delete from interviews.employer_contact where email like 'second.%'")
                .update();
        correctNothing();
        mailServer.clear();
        BpmnAwareTests.reset();
    }

    private void correctNothing() {
        var more = Map.of(
                "employer_contact", ", name = before.name, phone = before.phone, job_title = before.job_title",
                "guardian", ", name = before.name, phone = before.phone",
                "student", "");
        for (var table : more.keySet()) {
            database.sql("""
                            update interviews.%s person set email = before.email%s
                            from (select distinct on (person_id) * from interviews.address_correction
                                where role = :role order by person_id, id) before
                            where before.person_id = person.id
                            """.formatted(table, more.get(table)))
                    .param("role", "employer_contact".equals(table) ? "employers" : table + "s")
                    .update();
        }
        database.sql("truncate interviews.address_correction").update();
    }

    /** Runs what is due by now, mails included. */
    void goesOn() {
        for (var job = due(); job.isPresent(); job = due()) {
            engine.getManagementService().executeJob(job.get().getId());
        }
    }

    /** Lets so much time pass, and does not look at what is due meanwhile. */
    void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    /** Lets time pass until a local date and time; every timer on the way fires when it is due. */
    void goesOnUntil(String moment) {
        var end = instant(moment);
        for (var timer = timer(end); timer.isPresent(); timer = timer(end)) {
            ClockUtil.setCurrentTime(timer.get().getDuedate());
            goesOn();
        }
        set(moment);
        goesOn();
    }

    /** Returns the only open task of this kind. */
    Task task(String activity) {
        var found = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(activity)
                .list();
        assertThat(found).as("%s among %s", activity, openTasks()).hasSize(1);
        return found.get(0);
    }

    /** Returns the open tasks of this kind, the oldest first. */
    List<Task> tasks(String activity) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(activity)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** What task lists say that the only open task of this kind is about. */
    String about(String activity) {
        return String.valueOf(
                engine.getTaskService().getVariableLocal(task(activity).getId(), TaskSubjects.ABOUT));
    }

    List<String> openTasks() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Returns the only running instance of a process. */
    ProcessInstance running(String process) {
        var found = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .list();
        assertThat(found).as("running instances of %s", process).hasSize(1);
        return found.get(0);
    }

    long runningCount(String process) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .count();
    }

    long valuesInHistory() {
        return engine.getHistoryService().createHistoricVariableInstanceQuery().count();
    }

    /** Returns the first interview of the story. */
    String interview() {
        return value("select id from interviews.interview order by id limit 1");
    }

    /** The only class session. */
    String session() {
        return value("select id from interviews.interview where class_list_id is not null");
    }

    String status() {
        return value("select status from interviews.interview");
    }

    /** Opens so many interviews of a coordinator, without a process of their own. */
    void interviewsOf(String coordinator, int count) {
        database.sql("""
                        insert into interviews.interview (school, student_id, requested_by, coordinator, teacher, mode,
                            career_field, reason, requested_at)
                        select school, id, :coordinator, :coordinator, 'theo', 'IN_PERSON_WORKPLACE', 'Finance', 'One of many', :now
                        from (select school, id from interviews.student where school = '02M999' limit 1) as student,
                            generate_series(1, :count)
                        """)
                .param("coordinator", coordinator)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("count", count)
                .update();
    }

    /** Returns what our tables say, as one text. */
    String value(String query) {
        return database.sql(query).query(String.class).single();
    }

    /** Returns what our tables say, a text a row. */
    /** When an open task is due, local time without seconds. */
    String dueDateOf(String activity) {
        return LocalDateTime.ofInstant(task(activity).getDueDate().toInstant(), clock.getZone())
                .toString();
    }

    List<String> values(String query) {
        return database.sql(query).query(String.class).list();
    }

    /**
     * Returns the mails that were sent to a role, each as "date template", in the order of sending; but for the copies
     * of what was answered, which {@link #keepsItsPromises} counts.
     */
    List<String> mailsTo(String role) {
        return database.sql("""
                        select (sent_at at time zone 'America/New_York')::date || ' ' || template
                        from interviews.mail_log where role = :role and template <> 'ANSWER_COPY'
                        order by sent_at, template
                        """).param("role", role).query(String.class).list();
    }

    /** Moves the clock back or forth without letting anything happen. */
    void set(String moment) {
        ClockUtil.setCurrentTime(Date.from(instant(moment)));
    }

    /** The case is closed with this ending, once, and nobody is asked for anything any more. */
    void isOver(Ending ending) {
        var id = interview();
        assertThat(value("select ending from interviews.interview")).isEqualTo(ending.name());
        var ends = engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(newest("informational-interview"))
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .filter(CLOSED_BY::contains)
                .toList();
        assertThat(ends).as("ends of the case").hasSize(1);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .list())
                .as("processes of the case still running")
                .isEmpty();
        assertThat(openTasks()).as("open tasks").isEmpty();
        assertThat(jobs().stream().map(Job::getProcessDefinitionKey).filter(process -> !"employer-check-in"
                        .equals(process)))
                .as("processes that still wait for something")
                .isEmpty();
        assertThat(values("""
                        select purpose from interviews.form_link
                        where submitted_at is null and revoked_at is null and purpose <> 'employer-desk'
                        """)).as("links still open").isEmpty();
    }

    /**
     * What is true of every story: nothing failed; no mail is sent twice for the same purpose; no subject has a
     * student's name; no employer is told who the student is before the family has allowed it, nor ever the surname. A
     * mail that only says that a task waits refers to nothing: its stories count it themselves.
     */
    void keepsItsPromises() {
        assertThat(engine.getRuntimeService().createIncidentQuery().list())
                .as("incidents")
                .isEmpty();
        assertThat(values("""
                        select template || ' to ' || recipient from interviews.mail_log
                        group by template, recipient, interview_id, form_link_id, report_id,
                            case template when 'REMINDER' then queued_at::date::text
                                when 'TASK_WAITING' then id::text when 'FORM_CODE' then id::text
                                when 'RUNNING_LATE' then id::text end
                        having count(*) > 1 + (select count(*) from interviews.interview_change c
                                where c.interview_id = mail_log.interview_id)
                            + case when template = 'APPROVAL_REQUEST' then (select count(*)
                                from interviews.approval a where a.interview_id = mail_log.interview_id) else 0 end
                        """)).as("mails sent twice for the same purpose").isEmpty();
        assertThat(values("""
                        select l.purpose from interviews.form_link l join interviews.form_receipt r on r.form_link_id = l.id
                        where (l.role <> 'guardians') <> exists (select from interviews.mail_log m
                            where m.form_link_id = l.id and m.template = 'ANSWER_COPY')
                            and not exists (select from interviews.employer e
                                join interviews.employer_contact c on c.employer_id = e.id
                                where l.role = 'employers' and c.id = l.person_id and e.status <> 'ACTIVE')
                        """))
                .as("employers and students get a copy of what they answered, or a mail that says where it is")
                .isEmpty();
        var letters = mailServer.everything();
        assertThat(letters).extracting(MailServer.Letter::messageId).doesNotHaveDuplicates();
        for (var letter : letters) {
            for (var secret : secrets(letter)) {
                assertThat(letter.words())
                        .as("'%s' to %s", letter.subject(), letter.to())
                        .doesNotContain(secret);
            }
            if (isSilentCopy(letter)) {
                assertThat(letter.words()).as("answers in a mail").contains("does not stand in this mail");
            }
            for (var name : names(letter)) {
                assertThat(letter.subject()).doesNotContain(name);
            }
        }
    }

    /** Whether it is about an answer that a code protects, or a student's own. */
    private boolean isSilentCopy(MailServer.Letter letter) {
        return database.sql("""
                        select exists (select from interviews.mail_log m
                            join interviews.form_link l on l.id = m.form_link_id
                            where m.message_id = :id and m.template = 'ANSWER_COPY'
                                and (l.asks_code or l.role = 'students'))
                        """)
                .param("id", letter.messageId())
                .query(Boolean.class)
                .single();
    }

    /** The given and the family name of the student whom a letter is about. */
    private List<String> names(MailServer.Letter letter) {
        return database.sql("""
                        select unnest(array[s.given_name, s.family_name]) from interviews.mail_log m
                        join interviews.interview i on i.id = m.interview_id
                        join interviews.student s on s.id = i.student_id
                        where m.message_id = :id
                        """)
                .param("id", letter.messageId())
                .query(String.class)
                .list();
    }

    /** What the receiver of a letter may not know. */
    private List<String> secrets(MailServer.Letter letter) {
        return database.sql("""
                        select s.family_name from interviews.mail_log m
                        join interviews.interview i on i.id = m.interview_id
                        join interviews.student s on s.id = i.student_id
                        where m.message_id = :id and m.role = 'employers'
                        union all
                        select s.given_name from interviews.mail_log m
                        join interviews.interview i on i.id = m.interview_id
                        join interviews.student s on s.id = i.student_id
                        where m.message_id = :id and m.role = 'employers' and not exists (
                            select from interviews.consent c
                            where c.interview_id = i.id and c.share_data and c.at <= m.sent_at)
                        """)
                .param("id", letter.messageId())
                .query(String.class)
                .list();
    }

    Set<String> reached(String process) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(newest(process))
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> flowNodes(String process) {
        return engine
                .getRepositoryService()
                .getBpmnModelInstance(newest(process))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String newest(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Optional<Job> due() {
        return engine.getManagementService().createJobQuery().executable().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .findFirst();
    }

    private Optional<Job> timer(Instant latest) {
        return jobs().stream()
                .filter(job -> job.getDuedate() != null && job.getRetries() > 0 && !job.isSuspended())
                .filter(job -> !job.getDuedate().toInstant().isAfter(latest))
                .min(Comparator.comparing(Job::getDuedate));
    }

    /** The jobs of running processes; those that start a process by a timer are no part of a story. */
    private List<Job> jobs() {
        return engine.getManagementService().createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .toList();
    }

    private Instant instant(String moment) {
        return LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant();
    }

    void studentNeeds(String accommodations) {
        database.sql("update interviews.interview set accommodations = :needs")
                .param("needs", accommodations)
                .update();
    }

    /** The student of the interview, for this story only. */
    void studentIsBornOn(String day) {
        born(day, "select student_id from interviews.interview");
    }

    /** Every student, for this story only. */
    void studentsAreBornOn(String day) {
        born(day, "select id from interviews.student");
    }

    private void born(String day, String students) {
        if (births.isEmpty()) {
            births = database.sql("select id, born_on from interviews.student")
                    .query()
                    .listOfRows();
        }
        database.sql("update interviews.student set born_on = cast(:day as date) where id in (%s)".formatted(students))
                .param("day", day)
                .update();
    }

    /** An employer's contact gave other students this score for every skill, on these days. */
    void contactRated(String email, int score, String... days) {
        for (var day : days) {
            employerHostedOn(day, email);
            database.sql("""
                            insert into interviews.rating (interview_id, rater_role, skill, score, channel, at)
                            select id, 'EMPLOYER', skill, :score, 'LINK', starts_at
                            from interviews.interview,
                                unnest(array['COMM', 'CRIT', 'APPR', 'TIME', 'PREP', 'INIT', 'RESP', 'LIST']) as skill
                            where starts_at = cast(:day as date)
                            """).param("score", score).param("day", day).update();
        }
    }

    void employerOptsOut(String email) {
        employerBecomes("OPTED_OUT", email);
    }

    void employerIsPaused(String email) {
        employerBecomes("PAUSED", email);
    }

    void employerIsInvitedAgain(String email) {
        employerBecomes("ACTIVE", email);
    }

    void employerBecomes(String status, String email) {
        database.sql("""
                        update interviews.employer set status = :status, paused_until = null
                        where id = (select employer_id from interviews.employer_contact where email = :email)
                        """).param("status", status).param("email", email).update();
    }

    /** The employer was asked for so many other students on that day, and has not met them yet. */
    void employerWasAskedFor(int students, String email, String day) {
        database.sql("""
                        insert into interviews.interview (school, student_id, requested_by, coordinator, teacher, mode,
                            career_field, employer_id, contact_id, status, invited_at, requested_at)
                        select e.school, (select max(id) from interviews.student where school = e.school), 'c', 'c', 't',
                            'PHONE', 'Health', e.id, c.id, 'INVITED', cast(:day as date), cast(:day as date)
                        from interviews.employer e join interviews.employer_contact c on c.employer_id = e.id,
                            generate_series(1, :students)
                        where c.email = :email
                        """)
                .param("day", day)
                .param("students", students)
                .param("email", email)
                .update();
    }

    /** The employer met another student on that day. */
    void employerHostedOn(String day, String email) {
        employerWasExpectedOn(day, email, 30, "COMPLETED");
    }

    void employerDidNotComeOn(String day, String email) {
        employerWasExpectedOn(day, email, null, "EMP_ABSENT");
    }

    private void employerWasExpectedOn(String day, String email, Integer minutes, String ending) {
        employerWasAskedFor(1, email, "2026-09-10");
        database.sql("""
                        update interviews.interview set starts_at = cast(:day as date), contact_minutes = :minutes,
                            status = 'CLOSED', ending = :ending, closed_at = cast(:day as date)
                        where invited_at = cast('2026-09-10' as date) and closed_at is null
                        """)
                .param("day", day)
                .param("minutes", minutes, Types.INTEGER)
                .param("ending", ending)
                .update();
    }

    /** The employer met another student a year ago. */
    void employerHostedBefore(String email) {
        database.sql("""
                        insert into interviews.interview (school, student_id, requested_by, coordinator, teacher, mode,
                            career_field, employer_id, status, contact_minutes, ending, requested_at, closed_at)
                        select i.school, (select max(id) from interviews.student where school = i.school), 'c', 'c', 't',
                            i.mode, 'Health', c.employer_id, 'CLOSED', 30, 'COMPLETED', '2026-03-01 12:00Z',
                            '2026-03-31 12:00Z'
                        from interviews.interview i, interviews.employer_contact c where c.email = :email
                        """).param("email", email).update();
    }

    /** The same student was in another interview from then on, and its minutes are logged. */
    void studentWasInAnotherInterview(String startsAt, int minutes) {
        database.sql("""
                        with other as (
                            insert into interviews.interview (school, student_id, requested_by, coordinator, teacher, mode,
                                career_field, status, starts_at, contact_minutes, ending, requested_at, closed_at)
                            select school, student_id, requested_by, coordinator, teacher, mode, 'Law', 'CLOSED', :startsAt, :minutes,
                                'COMPLETED', requested_at, :startsAt
                            from interviews.interview
                            returning id)
                        insert into interviews.minutes_log (interview_id, prep, contact, reflection, supervised_by,
                            verified_by, at)
                        select id, 0, :minutes, 0, 'TEACHER', 'c', :startsAt from other
                        """)
                .param("startsAt", instant(startsAt).atOffset(ZoneOffset.UTC))
                .param("minutes", minutes)
                .update();
    }

    /** The student of the only interview has another one then, of half an hour, with nobody we know. */
    void studentWillBeInAnotherInterview(String startsAt) {
        database.sql("""
                        insert into interviews.interview (school, student_id, requested_by, coordinator, teacher, mode,
                            career_field, status, starts_at, planned_minutes, requested_at)
                        select school, student_id, requested_by, coordinator, teacher, 'PHONE', 'Law', 'READY', :startsAt,
                            30, requested_at
                        from interviews.interview
                        """)
                .param("startsAt", instant(startsAt).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets somebody else's act go on until it needs what another transaction holds, or is done. */
    void waitsForALockOrIsDone(Future<?> act) {
        while (!act.isDone()
                && value("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .equals("0")) {
            Thread.onSpinWait();
        }
    }

    /** The safeguarding staff stop what goes to an employer. */
    /** The employer of a contact has another one, at an address that begins with "second.". */
    void employerHasASecondContact(String email, String second) {
        database.sql("""
                        insert into interviews.employer_contact (employer_id, name, job_title, email, phone)
                        select employer_id, 'Ada Second', 'Practice manager', :second, '212-555-0149'
                        from interviews.employer_contact where email = :email
                        """).param("second", second).param("email", email).update();
    }

    void employerIsStoppedForSafety(String email) {
        employerBecomes("DO_NOT_USE", email);
    }

    /** Somebody tries to change the interview's row. */
    void interviewIsChanged() {
        database.sql("update interviews.interview set place = place || '!'").update();
    }

    /** Cancels the interview by its message alone; nobody says why. */
    void isCancelledByAMessage() {
        engine.getRuntimeService()
                .createMessageCorrelation(InterviewProcess.CANCELLED_MESSAGE)
                .processInstanceBusinessKey(interview())
                .correlate();
        goesOn();
    }
}
