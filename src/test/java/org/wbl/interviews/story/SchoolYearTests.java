package org.wbl.interviews.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.form.FormCodes;
import org.wbl.interviews.form.LinkTokens;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.school.SchoolCalendars;

/**
 * A whole school year with two hundred interviews and random people: punctual, late and silent ones, who refuse,
 * cancel, move, ask for changes and send wrong answers. The numbers are seeded; what happens at the same moment comes
 * in any order, so the years of two runs resemble each other.
 */
@ApplicationTest
@Import({SampleSchools.class, MailServer.class})
@DisplayName("A school year")
class SchoolYearTests {

    private static final Logger LOG = LoggerFactory.getLogger(SchoolYearTests.class);

    private static final int INTERVIEWS = 200;
    private static final long SEED = 20270907;
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 9, 7);
    private static final LocalDate LAST_REQUEST = LocalDate.of(2028, 4, 7);
    private static final LocalDate LAST_DAY = LocalDate.of(2028, 9, 29);
    private static final List<LocalTime> LOOKS = List.of(LocalTime.of(8, 30), LocalTime.of(14, 0));
    private static final Set<String> OUTSIDERS = Set.of("employers", "guardians", "students");
    private static final Map<String, String> STAFF = Map.of(
            Groups.COORDINATORS, Cast.COORDINATOR,
            Groups.TEACHERS, Cast.TEACHER,
            Groups.ADMINISTRATORS, Cast.ADMINISTRATOR,
            Groups.SAFEGUARDING, Cast.ADMINISTRATOR,
            Groups.DISTRICT_ADMINISTRATORS, "district");

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient database;

    @Autowired
    private LinkTokens tokens;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private FormCodes codes;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private SchoolCalendars calendars;

    @Autowired
    private Clock clock;

    private final Random random = new Random(SEED);
    private final RandomAnswers answers = new RandomAnswers(random);
    private final ObjectMapper json = new ObjectMapper();
    private int breaks;
    private int othersNamed;
    private int wrongAnswers;
    private int businessRefusals;

    private CodePage browser = new CodePage(new TestRestTemplate());

    @BeforeEach
    void aSchoolWithManyStudentsAndEmployers() {
        browser = new CodePage(http);
        database.sql("""
                        insert into interviews.student (school, student_number, given_name, family_name, email, born_on, grade, program)
                        select '02M999', '8' || n, 'Student' || n, 'Numbered' || n, 'student' || n || '@students.example',
                            date '2012-01-15' - (n % 900), 9 + n % 4, 'Health sciences'
                        from generate_series(1, 120) as n
                        """).update();
        database.sql("""
                        insert into interviews.guardian (student_id, name, email, phone)
                        select id, 'Family ' || family_name, 'family.' || email, '917-555-0100'
                        from interviews.student where student_number like '8%'
                        """).update();
        database.sql("""
                        insert into interviews.employer (school, name, sector, address)
                        select '02M999', 'Employer ' || n, 'Health', n || ' Main Street' from generate_series(1, 60) as n
                        """).update();
        database.sql("""
                        insert into interviews.employer_contact (employer_id, name, job_title, email, phone)
                        select id, 'Contact ' || id, 'Manager', 'contact' || id || '@employers.example', '212-555-0100'
                        from interviews.employer where name like 'Employer %'
                        """).update();
    }

    @AfterEach
    void theClockOfEverybody() {
        ClockUtil.reset();
        identities.clearAuthentication();
    }

    @Test
    void endsEveryInterviewExactlyOnceAndLeavesNothingBehind() {
        for (var day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            for (var look : LOOKS) {
                ClockUtil.setCurrentTime(
                        Date.from(day.atTime(look).atZone(clock.getZone()).toInstant()));
                runJobs();
                if (calendars.of(SampleSchools.HARBOR_POINT).isSchoolDay(day)) {
                    everybodyLooksAtTheirTasks(day);
                }
            }
            if (calendars.of(SampleSchools.HARBOR_POINT).isSchoolDay(day)) {
                trouble(day);
                requests(day);
                runJobs();
            }
            if (!day.isBefore(LAST_REQUEST) && openInterviews() == 0) {
                break;
            }
        }

        report();
        assertAll(
                this::everyInterviewHasExactlyOneEnding,
                this::nothingIsLeftOpen,
                this::noMailIsSentTwice,
                this::noEmployerKnowsAStudentWithoutConsent,
                this::theYearWasNoEasyOne);
    }

    // What happens

    private void requests(LocalDate day) {
        if (day.isAfter(LAST_REQUEST)) {
            return;
        }
        var requested = count("select count(*) from interviews.interview");
        var schoolDaysLeft =
                Math.max(1, day.datesUntil(LAST_REQUEST.plusDays(1)).count() * 5 / 7);
        var due = (INTERVIEWS - requested) / (double) schoolDaysLeft;
        while (requested < INTERVIEWS && random.nextDouble() < due) {
            start(
                    Groups.COORDINATORS,
                    "informational-interview",
                    Map.of("coordinator", Cast.COORDINATOR, "teacher", Cast.TEACHER),
                    day);
            requested++;
            due--;
        }
    }

    private void trouble(LocalDate day) {
        if (openInterviews() == 0) {
            return;
        }
        if (random.nextInt(14) == 0) {
            start(Groups.COORDINATORS, "interview-cancellation", Map.of(), day);
        }
        if (random.nextInt(4) == 0 && bookedInterviews() > 0) {
            start(
                    Groups.COORDINATORS,
                    "interview-change",
                    Map.of("newMode", random.nextBoolean() ? "SAME" : "VIDEO", "startsAt", moment(day, 8, 30)),
                    day);
        }
        if (random.nextInt(3) == 0) {
            start(Groups.COORDINATORS, "interview-hold", Map.of(), day);
        }
        if (random.nextInt(60) == 0) {
            start(
                    Groups.ADMINISTRATORS,
                    "school-closure",
                    Map.of("closedOn", day.plusDays(1 + random.nextInt(5)).toString()),
                    day);
        }
        if (random.nextInt(4) == 0) {
            askForChange();
        }
        if (random.nextInt(6) == 0 && day.isBefore(LAST_REQUEST)) {
            takeABreak(day);
        }
    }

    /** An employer wants no invitations for a while. */
    private void takeABreak(LocalDate day) {
        var desks = database.sql("""
                        select l.id from interviews.form_link l join interviews.employer e on e.id = l.employer_id
                        where l.purpose = 'employer-desk' and l.revoked_at is null and e.status = 'ACTIVE'
                        order by l.issued_at, l.id
                        """).query(UUID.class).list();
        if (desks.isEmpty()) {
            return;
        }
        var desk = desks.get(random.nextInt(desks.size()));
        page(desk);
        var until = day.plusDays(1 + random.nextInt(20));
        assertThat(browser.send(path(desk) + "/break", browser.get(path(desk)), "&until=" + until)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FOUND);
        breaks++;
    }

    /** Somebody uses the link for changes. */
    private void askForChange() {
        var links = database.sql("""
                        select id from interviews.form_link where purpose = 'change-request' and revoked_at is null order by issued_at, id
                        """).query(UUID.class).list();
        if (links.isEmpty()) {
            return;
        }
        var link = links.get(random.nextInt(links.size()));
        var role = database.sql("select role from interviews.form_link where id = :id")
                .param("id", link)
                .query(String.class)
                .single();
        var wish = List.of("MOVE", "CANCEL", "OTHER", "WITHDRAW").get(random.nextInt("guardians".equals(role) ? 4 : 3));
        var given = new HashMap<String, Object>(
                Map.of("times", "Any day", "words", "It has changed.", "withdrawnBy", "A parent"));
        given.put("guardians".equals(role) ? "familyWish" : "wish", wish);
        answerByLink(link, given, LocalDate.now(clock));
    }

    private void everybodyLooksAtTheirTasks(LocalDate day) {
        for (var asked : asked()) {
            if (random.nextDouble() < diligence(asked)) {
                answer(asked, day);
                runJobs();
            }
        }
    }

    /** An open task that does not wait, with who is asked; one query for all of them. */
    private record Asked(
            String task,
            String activity,
            String group,
            boolean overdue,
            long person,
            @Nullable UUID link) {}

    private List<Asked> asked() {
        return database.sql("""
                        select t.id_ as task, t.task_def_key_ as activity, coalesce(min(candidate.group_id_), '') as "group",
                            coalesce(t.due_date_ < :now, false) as overdue, coalesce(max(link.person_id), 0) as person,
                            (array_agg(link.id) filter (where link.id is not null))[1] as link
                        from public.act_ru_task t
                        left join public.act_ru_identitylink candidate
                            on candidate.task_id_ = t.id_ and candidate.type_ = 'candidate'
                        left join interviews.form_link link on link.task_id = t.id_ and link.submitted_at is null
                            and link.revoked_at is null and link.expires_at > :now
                            and exists (select from interviews.mail_log mail where mail.form_link_id = link.id)
                        where t.suspension_state_ = 1
                        group by t.id_ order by t.create_time_, t.id_
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Asked.class)
                .list();
    }

    /** The chance that somebody does a task today: punctual, late and silent people. */
    private static double diligence(Asked asked) {
        if (!OUTSIDERS.contains(asked.group())) {
            return asked.overdue() ? 0.9 : 0.6;
        }
        var character = Math.floorMod((asked.group() + asked.person()).hashCode(), 100);
        return character < 72 ? 0.4 : character < 94 ? 0.07 : 0;
    }

    private void answer(Asked asked, LocalDate day) {
        // Somebody's answer may have ended the task meanwhile.
        if (tasks.createTaskQuery().taskId(asked.task()).active().count() == 0) {
            return;
        }
        var wishes = wishes(asked.activity(), day);
        if (asked.link() == null || random.nextInt(5) == 0) {
            var shown = shownIn(asked.task());
            if (shown.get("contacts") instanceof List<?> contacts && contacts.isEmpty()) {
                return; // Nobody can be invited today: another day, perhaps.
            }
            var group = STAFF.containsKey(asked.group()) ? asked.group() : Groups.COORDINATORS;
            as(STAFF.get(group), group, () -> {
                var filled = answers.to(read(forms.getDeployedTaskForm(asked.task())), shown, wishes, day);
                forms.submitTaskForm(asked.task(), filled);
            });
            return;
        }
        if (random.nextInt(8) == 0) {
            sendsWrongAnswers(asked.link());
        }
        if (random.nextInt(40) == 0) {
            handsOn(asked.link());
            return;
        }
        answerByLink(asked.link(), wishes, day);
    }

    /** What the form shows; its lists come as JSON. */
    private Map<String, Object> shownIn(String task) {
        var shown = new HashMap<String, Object>(forms.getTaskFormVariables(task));
        shown.replaceAll(
                (name, value) -> value instanceof SpinJsonNode list ? parsed(list.toString(), List.class) : value);
        return shown;
    }

    /** What people mostly want; everything else is chance. */
    private Map<String, Object> wishes(String task, LocalDate day) {
        var wishes = new HashMap<String, Object>(Map.of(
                "participate", mostly("yes", "no", 93),
                "unsafe", mostly("no", "yes", 97),
                "safety", mostly("no", "yes", 97),
                "arrived", mostly("yes", "no", 92),
                "asAgreed", mostly("yes", "no", 90),
                "ready", "yes",
                "returned", true));
        wishes.putAll(Map.of(
                "siteCheckedOn",
                day.minusDays(30).toString(),
                "nextStepOn",
                day.plusDays(40).toString(),
                "leavesAt",
                "09:00",
                "returnsAt",
                "12:15"));
        switch (task) {
            case "Activity_MatchEmployer" -> wishes.put("decision", mostly("INVITE", "STOP", 97));
            case "Activity_AnswerInvitation" -> wishes.put("answer", mostly("ACCEPTED", "DECLINED", 80));
            case "Activity_BookInterview" -> {
                wishes.put("startsAt", moment(day, 16, 30));
                wishes.put("minutes", 30);
            }
            case "Activity_ApproveActivity" ->
                wishes.put("decision", mostly("APPROVE", random.nextBoolean() ? "RETURN" : "REFUSE", 90));
            case "Activity_ReviewResearch" -> {
                wishes.put("decision", mostly("APPROVE", "RETURN", 85));
                List.of("background", "research", "format", "questionsScore").forEach(part -> wishes.put(part, 8));
            }
            case "Activity_DecideGo" -> wishes.put("go", mostly("GO", "NO_GO", 95));
            case "Activity_CheckDeparture" ->
                wishes.put("left", mostly("BACK", random.nextBoolean() ? "ON_THE_WAY" : "NO", 85));
            case "Activity_RecordOutcome" -> {
                wishes.put("outcome", mostly("HELD", random.nextBoolean() ? "STU_ABSENT" : "EMP_ABSENT", 86));
                wishes.put("contactMinutes", 25 + random.nextInt(20));
            }
            case "Activity_GiveConsent" -> wishes.put("relationship", mostly("PARENT", "GUARDIAN", 80));
            case "Activity_GiveOwnConsent" -> wishes.put("relationship", "STUDENT_18");
            case "Activity_RateEmployability" -> wishes.put("tookPlace", mostly("YES", "CUT_SHORT", 92));
            case "Activity_DecideHold" -> {
                wishes.put("decision", mostly("GO_ON", "END", 80));
                wishes.put("startsAt", moment(day, 8, 25));
            }
            case "Activity_CheckPerson" -> {
                wishes.put("decision", mostly("FIRST", "OTHER", 60));
                wishes.put("newEmail", somebodyElse());
            }
            case "Activity_DecideRequest" -> {
                wishes.put("answer", mostly("MOVE", random.nextBoolean() ? "CANCEL" : "KEEP", 60));
                wishes.put("startsAt", moment(day, 8, 25));
            }
            default -> {}
        }
        return wishes;
    }

    private String somebodyElse() {
        return "somebody.else%d@example.org".formatted(++othersNamed);
    }

    private String mostly(String usual, String otherwise, int percent) {
        return random.nextInt(100) < percent ? usual : otherwise;
    }

    /** A time on a day of school without exams, from so many days on. */
    private String moment(LocalDate day, int from, int until) {
        var calendar = calendars.of(SampleSchools.HARBOR_POINT);
        var found = day.plusDays(from + random.nextInt(until - from));
        while (!calendar.isSchoolDay(found) || calendar.isExamDay(found) || calendar.isHalfDay(found)) {
            found = found.plusDays(1);
        }
        return found.atTime(8 + random.nextInt(7), 15 * random.nextInt(4)).toString();
    }

    private void start(String group, String process, Map<String, Object> given, LocalDate day) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        as(STAFF.getOrDefault(group, Cast.COORDINATOR), group, () -> {
            var schema = read(forms.getDeployedStartForm(definition.getId()));
            forms.submitStartForm(definition.getId(), answers.to(schema, Map.of(), given, day));
        });
    }

    /** So that it is known what came before a mail. */
    private void aMomentLater() {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plusSeconds(1)));
    }

    private void as(String user, String group, Runnable act) {
        aMomentLater();
        identities.setAuthentication(user, List.of(group), List.of(SampleSchools.HARBOR_POINT));
        try {
            act.run();
        } catch (FormFieldValidationException e) {
            // The business says no, with a reason; nothing has happened, and another day brings other answers.
            assertThat(e.getMessage()).isNotBlank();
            businessRefusals++;
        } finally {
            identities.clearAuthentication();
        }
    }

    private void answerByLink(UUID link, Map<String, Object> wishes, LocalDate day) {
        aMomentLater();
        var page = page(link);
        if (page.contains("Your interview today at")) {
            if (page.contains("<select id=\"minutes\"")) {
                saysSomethingOnTheDay(link);
            }
            return;
        }
        if (!page.contains("id=\"data\"")) {
            // A timer was due in the second in which the code was fetched.
            assertThat(count("select count(*) from interviews.form_link where revoked_at is not null and id = '%s'"
                            .formatted(link)))
                    .as(page)
                    .isEqualTo(1);
            return;
        }
        var status = post(link, page, answers.to(embedded(page, "schema"), dataOf(page), wishes, day));
        assertThat(status).isIn(HttpStatus.OK, HttpStatus.UNPROCESSABLE_ENTITY);
        if (status != HttpStatus.OK) {
            businessRefusals++;
        }
    }

    private void saysSomethingOnTheDay(UUID link) {
        var button = random.nextBoolean() ? "/arrival" : "/delay";
        assertThat(browser.send(path(link) + button, browser.get(path(link)), "&minutes=10")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FOUND);
    }

    private void sendsWrongAnswers(UUID link) {
        assertThat(post(link, page(link), Map.of("nobodyAsked", "for this")))
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        wrongAnswers++;
    }

    private void handsOn(UUID link) {
        var path = path(link) + "/wrong-person";
        var page = String.valueOf(browser.get(path).getBody());
        var sent = browser.post(
                path, page, Map.of("reason", "COLLEAGUE", "rightName", "A Colleague", "rightEmail", somebodyElse()));
        assertThat(sent.getStatusCode()).as(sent.getBody()).isIn(HttpStatus.OK, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String page(UUID link) {
        return String.valueOf(browser.open(path(link), () -> {
                    runJobs();
                    return codes.code(link);
                })
                .getBody());
    }

    private HttpStatus post(UUID link, String page, Map<String, Object> filled) {
        var answer = browser.post(path(link), page, filled);
        return HttpStatus.valueOf(answer.getStatusCode().value());
    }

    private String path(UUID link) {
        return "/forms/" + tokens.token(link);
    }

    private static String embedded(String page, String id) {
        return page.replaceAll(
                "(?s).*<script type=\"application/json\" id=\"%s\">(.*?)</script>.*".formatted(id), "$1");
    }

    private <T> T parsed(String data, Class<T> type) {
        try {
            return json.readValue(data, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> dataOf(String page) {
        return parsed(embedded(page, "data"), Map.class);
    }

    private static String read(java.io.InputStream form) {
        try (form) {
            return new String(form.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void runJobs() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> {
                // One job can end what another one was for.
                if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                    management.executeJob(job.getId());
                }
            });
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().orderByJobDuedate().asc().listPage(0, 20).stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .toList();
    }

    private int openInterviews() {
        return count("select count(*) from interviews.interview where closed_at is null");
    }

    private int bookedInterviews() {
        return database.sql("select count(*) from interviews.interview where closed_at is null and starts_at > :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private int count(String query) {
        return database.sql(query).query(Integer.class).single();
    }

    // What must be true

    private void report() {
        var endings = new TreeMap<String, Integer>();
        database.sql("select coalesce(ending, 'OPEN') from interviews.interview")
                .query(String.class)
                .list()
                .forEach(ending -> endings.merge(ending, 1, Integer::sum));
        LOG.info(
                "{} interviews until {}: {}; {} mails, {} wrong answers, {} refusals by the business",
                INTERVIEWS,
                LocalDateTime.ofInstant(clock.instant(), clock.getZone()),
                endings,
                count("select count(*) from interviews.mail_log"),
                wrongAnswers,
                businessRefusals);
    }

    private void everyInterviewHasExactlyOneEnding() {
        assertThat(count("select count(*) from interviews.interview")).isEqualTo(INTERVIEWS);
        assertThat(database.sql("select id || ' ' || status from interviews.interview where ending is null")
                        .query(String.class)
                        .list())
                .as("interviews that never ended")
                .isEmpty();
        var ends = new HashMap<String, Integer>();
        history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(root())
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(HistoricActivityInstance::getProcessInstanceId)
                .forEach(instance -> ends.merge(instance, 1, Integer::sum));
        history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(root())
                .activityType("terminateEndEvent")
                .list()
                .stream()
                .map(HistoricActivityInstance::getProcessInstanceId)
                .forEach(instance -> ends.merge(instance, 1, Integer::sum));
        assertThat(ends).hasSize(INTERVIEWS).allSatisfy((instance, count) -> assertThat(count)
                .isOne());
    }

    private String root() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("informational-interview")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private void nothingIsLeftOpen() {
        var running = runtime.createProcessInstanceQuery().list().stream()
                .filter(instance -> instance.getBusinessKey() != null
                        && instance.getBusinessKey().startsWith("I-"))
                .map(ProcessInstance::getProcessDefinitionId)
                .toList();
        assertThat(running).as("processes of interviews still running").isEmpty();
        var interviews = runtime.createProcessInstanceQuery().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        assertThat(management.createJobQuery().list())
                .as("timers of no process")
                .allSatisfy(job -> assertThat(
                                job.getProcessInstanceId() == null || interviews.contains(job.getProcessInstanceId()))
                        .isTrue());
        assertThat(runtime.createIncidentQuery().list()).as("incidents").isEmpty();
        assertThat(database.sql("""
                                select purpose from interviews.form_link
                                where interview_id is not null and submitted_at is null and revoked_at is null
                                """).query(String.class).list())
                .as("links still open")
                .isEmpty();
        assertThat(count("select count(*) from interviews.interview_hold where ended_at is null"))
                .isZero();
        assertThat(count("select count(*) from interviews.emergency_note")).isZero();
    }

    /**
     * Staff hear of every task, so twice within an hour of one that was sent back at once. Who is told of two changes
     * within an hour gets two mails, each with its own words.
     */
    private void noMailIsSentTwice() {
        var words = mailServer.everything().stream()
                .collect(toMap(
                        MailServer.Letter::messageId, letter -> letter.words().replaceAll("(?m)^DTSTAMP:.*$", "")));
        assertThat(database.sql("""
                                select first.message_id as first, second.message_id as second,
                                    first.template || ' ' || first.interview_id || ' ' || first.recipient || ' ' || first.queued_at
                                        as mail
                                from interviews.mail_log first
                                join interviews.mail_log second on second.id > first.id and second.template = first.template
                                    and second.recipient = first.recipient and second.interview_id = first.interview_id
                                    and second.form_link_id is not distinct from first.form_link_id
                                    and second.queued_at between first.queued_at - interval '1 hour' and first.queued_at + interval '1 hour'
                                where first.role in ('employers', 'guardians', 'students') and first.template <> 'RUNNING_LATE'
                                    and first.sent_at is not null and second.sent_at is not null
                                """).query(Pair.class).list())
                .filteredOn(pair -> words.get(pair.first()).equals(words.get(pair.second())))
                .as("the same mail twice within an hour")
                .isEmpty();
        assertThat(count("select count(*) from interviews.mail_log where sent_at is null and dropped_at is null"))
                .isZero();
        assertThat(mailServer.everything())
                .extracting(MailServer.Letter::messageId)
                .doesNotHaveDuplicates()
                .hasSize(count("select count(*) from interviews.mail_log where dropped_at is null"));
    }

    /** Two mails of one kind to one person, by their Message-IDs. */
    private record Pair(String first, String second, String mail) {}

    /** Every mail that names a student to an employer was allowed when it was sent. */
    private void noEmployerKnowsAStudentWithoutConsent() {
        Map<String, String[]> secrets = new HashMap<>();
        database.sql("""
                        select m.message_id, s.given_name, s.family_name, exists (
                            select from interviews.consent c where c.interview_id = i.id and c.share_data and c.at <= m.sent_at
                                and not exists (select from interviews.consent later where later.interview_id = i.id
                                    and later.id > c.id and later.at <= m.sent_at)) as allowed
                        from interviews.mail_log m
                        join interviews.interview i on i.id = m.interview_id
                        join interviews.student s on s.id = i.student_id
                        where m.role = 'employers'
                        """)
                .query((row, number) -> Map.entry(
                        row.getString("message_id"),
                        row.getBoolean("allowed")
                                ? new String[] {row.getString("family_name")}
                                : new String[] {row.getString("family_name"), row.getString("given_name")}))
                .list()
                .forEach(secret -> secrets.put(secret.getKey(), secret.getValue()));
        assertThat(secrets).isNotEmpty();
        for (var letter : mailServer.everything()) {
            for (var secret : secrets.getOrDefault(letter.messageId(), new String[0])) {
                assertThat(letter.words()).as(letter.subject()).doesNotContain(secret + " ", secret + ",");
            }
        }
    }

    /** So that all of this proves something. */
    private void theYearWasNoEasyOne() {
        assertThat(count("select count(*) from interviews.interview where ending = 'COMPLETED'"))
                .isGreaterThan(60);
        assertThat(count("select count(distinct ending) from interviews.interview"))
                .isGreaterThan(7);
        assertThat(count("select count(*) from interviews.interview_change where applied_at is not null"))
                .isGreaterThan(10);
        assertThat(count("select count(*) from interviews.interview_hold")).isGreaterThan(3);
        assertThat(count("select count(*) from interviews.change_request")).isGreaterThan(5);
        assertThat(count("select count(*) from interviews.wrong_person")).isGreaterThan(5);
        assertThat(wrongAnswers).isGreaterThan(50);
        assertThat(breaks).isGreaterThan(3);
    }
}
