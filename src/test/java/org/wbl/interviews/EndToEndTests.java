package org.wbl.interviews;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.wbl.interviews.story.CodePage;

/**
 * Lives through one interview from outside, as its people do: staff through the REST interface that Tasklist uses,
 * everybody else through the links in their mails, time through the demo's clock. The application runs its own jobs.
 */
@RunningDemo
@DisplayName("From request to report")
class EndToEndTests {

    private static final String PASSWORD = "try-it-in-ten-minutes";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern MAIL = Pattern.compile("/demo/mailbox/(\\d+)\"");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/forms/[A-Za-z0-9_-]+)");

    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})$");
    private static final Pattern CLOCK_NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

    private static final String EMPLOYER = "nora.feld@riverside-clinic.example";
    private static final String FAMILY = "bello.family@mail.example";
    private static final String STUDENT = "amina.b@students.harborpoint.example";

    @Autowired
    private TestRestTemplate http;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Browser> signedIn = new HashMap<>();

    @Test
    void anInterviewIsHeldAndLeadershipReadsOfIt() {
        start(
                "carla",
                "informational-interview",
                Map.of(
                        "student",
                        option(startForm("carla", "informational-interview"), "student", "Amina Bello"),
                        "teacher",
                        option(startForm("carla", "informational-interview"), "teacher", "Theo Grant"),
                        "coordinator",
                        "carla",
                        "mode",
                        "IN_PERSON_WORKPLACE",
                        "careerField",
                        "Health",
                        "reason",
                        "She wants to become a vet."));
        complete(
                "theo",
                "Set learning objectives",
                Map.of("course", "Biology", "objectives", "Know what a vet does all day."));
        complete(
                "carla",
                "Match an employer",
                Map.of(
                        "decision",
                        "INVITE",
                        "contact",
                        offered("carla", "Match an employer", "contacts", "Riverside")));

        answer(
                EMPLOYER,
                "interview request",
                Map.of(
                        "answer", "ACCEPTED",
                        "offeredTimes", "Any Thursday at ten",
                        "offeredModes", List.of("IN_PERSON_WORKPLACE", "PHONE"),
                        "arrivalNotes", "Ring twice, please.",
                        "contactRules", true));
        var day = book();
        assertThat(text(mail(EMPLOYER, "Confirmed"))).contains("METHOD:REQUEST", "BEGIN:VEVENT");

        complete(
                "carla",
                "Plan the visit",
                Map.of(
                        "travel", "WALK",
                        "route", "Down Canal Row and back",
                        "escort", "nobody",
                        "leavesAt", "09:30",
                        "returnsAt", "11:00",
                        "missedClasses", "none",
                        "siteCheckedOn", demoDay().minusMonths(2).toString()));
        answer(
                FAMILY,
                "Permission",
                Map.of(
                        "participate", "yes",
                        "shareData", "yes",
                        "video", "no",
                        "emergencyContact", "Aunt Bello, 917 555 0144",
                        "signedBy", "A. Bello",
                        "relationship", "PARENT"));
        complete("adele", "Approve the activity", Map.of("decision", "APPROVE", "liability", true));
        complete(
                "theo",
                "Teach the preparation lesson",
                Map.of("taughtOn", demoDay().toString()));
        var words = "Animals need doctors, and the trade is growing steadily.";
        answer(
                STUDENT,
                "research",
                Map.of(
                        "industry", words,
                        "employer", words,
                        "education", words,
                        "sources", words,
                        "questions", "What does your day look like?\nHow did you get here?\nWhat do you like most?"));
        complete(
                "theo",
                "Review the research",
                Map.of("background", 8, "research", 8, "format", 8, "questionsScore", 9, "decision", "APPROVE"));
        complete("theo", "Practise with the student", Map.of("practised", true));
        answer(
                STUDENT,
                "are you ready",
                Map.of(
                        "knowsWay", true,
                        "knowsDress", true,
                        "hasQuestions", true,
                        "hasPractised", true,
                        "knowsRules", true,
                        "knowsCall", true,
                        "ready", "yes"));
        moveTimeTo(day.minusDays(6));
        answer(
                EMPLOYER,
                "Please check",
                Map.of("asAgreed", "yes", "siteContact", "Front desk, 212 555 0100", "tipsRead", true));
        complete("carla", "Decide go or no-go", Map.of("go", "GO", "emergency", true));

        moveTimeTo(day.plusDays(1));
        assertThat(text(mail(EMPLOYER, "Coming up"))).contains("Amina, grade 11", "What do you like most?");
        complete("carla", "Record the outcome", Map.of("outcome", "HELD", "contactMinutes", 32, "lateMinutes", 0));

        var thanks = Map.<String, Object>of("thankYouWay", "MAIL", "thankYou", "Thank you for showing me the clinic.");
        answer(STUDENT, "a thank-you", thanks);
        complete("theo", "Approve the thank-you", thanks);
        assertThat(text(mail(EMPLOYER, "thank-you"))).contains("Thank you for showing me the clinic.");
        answer(
                EMPLOYER,
                "how the interview went",
                with(
                        skills("3"),
                        Map.of(
                                "tookPlace", "YES",
                                "arrived", "EARLY",
                                "experience", "5",
                                "prepared", "4",
                                "hostAgain", "YES",
                                "roles", List.of("JOB_SHADOW", "SPEAKER"),
                                "safety", "no")));
        complete("carla", "Call about the feedback", Map.of("reached", "yes", "note", "They liked it."));
        answer(
                STUDENT,
                "what you learned",
                with(
                        skills("2"),
                        Map.ofEntries(
                                entry("learnedJob", "A lot"),
                                entry("learnedIndustry", "More"),
                                entry("learnedEducation", "Eight years"),
                                entry("surprise", "The noise"),
                                entry("expected", "The animals"),
                                entry("interestBefore", "3"),
                                entry("interestAfter", "5"),
                                entry("fitInterests", "YES"),
                                entry("fitSkills", "PARTLY"),
                                entry("fitValues", "YES"),
                                entry("fitWhy", "I like animals"),
                                entry("strength", "I listened"),
                                entry("improve", "Ask more"),
                                entry("bestQuestion", "What do you like most?"),
                                entry("wish", "A job shadow"),
                                entry("contactOffered", "no"),
                                entry("prepared", "4"),
                                entry("hostRating", "5"),
                                entry("unsafe", "no"),
                                entry("share", "yes"))));
        complete(
                "theo",
                "Hear the reflection",
                Map.of("spokenOn", day.plusDays(1).toString(), "spokenHow", "CLASS"));
        complete("theo", "Rate the skills", skills("NO"));
        var step = Map.<String, Object>of(
                "nextStep", "JOB_SHADOW",
                "nextStepWords", "A day at the clinic",
                "nextStepOn", day.plusWeeks(6).toString());
        answer(STUDENT, "what comes next", step);
        complete(
                "carla",
                "Thank the employer",
                Map.of("thankYouWay", "MAIL", "impact", "She wants to become a vet now.", "withReflection", "yes"));
        assertThat(text(mail(EMPLOYER, "What came of"))).contains("She wants to become a vet now.", "The noise");
        complete(
                "carla",
                "Close the interview",
                with(
                        step,
                        Map.of(
                                "prepMinutes", 90,
                                "contactMinutes", 32,
                                "reflectionMinutes", 45,
                                "supervisedBy", "TEACHER")));

        start(
                "lena",
                "leadership-report",
                Map.of("school", option(startForm("lena", "leadership-report"), "school", "Harbor Point")));
        await("the mailed workbook that counts the interview")
                .atMost(PATIENCE)
                .until(() -> mailsTo("lena@schools.example").stream()
                        .filter(mail -> subjectOf(mail).contains("report"))
                        .map(mail -> workbook(attachment(mail, ".xlsx")))
                        .anyMatch(EndToEndTests::hasTheCompletedInterview));
        complete("lena", "Read the report", Map.of("comment", "More of this in the spring, please."));
        var downloaded = workbook(as("lena").download("/reports/progress.xlsx").getBody());
        assertThat(hasTheCompletedInterview(downloaded)).isTrue();
        assertThat(downloaded.getSheet("Interviews"))
                .as("rows about one student")
                .isNull();
        assertThat(rows(workbook(as("carla").download("/reports/progress.xlsx").getBody()), "Interviews"))
                .anySatisfy(row -> assertThat(row).contains("I-1001", "Held"));
        assertThat(rows(downloaded, "Employers"))
                .anySatisfy(row -> assertThat(row).contains("Riverside Animal Clinic"));
        assertThat(openTasks("carla")).isEmpty();
        assertThat(openTasks("theo")).isEmpty();
        assertThat(toEmployer()).isNotEmpty().noneMatch(mail -> mail.contains("Bello"));
    }

    // ------------------------------------------------------------------------------------------------ staff

    private void start(String user, String process, Map<String, Object> answers) {
        var reply = as(user).post(
                        Browser.WEB + "/process-definition/" + definition(user, process) + "/submit-form",
                        variables(answers));
        assertThat(reply.getStatusCode().value())
                .as(process + ": " + reply.getBody())
                .isEqualTo(200);
    }

    private void complete(String user, String task, Map<String, Object> answers) {
        var reply = as(user).post(Browser.WEB + "/task/" + awaitTask(user, task) + "/submit-form", variables(answers));
        assertThat(reply.getStatusCode().value())
                .as(task + ": " + reply.getBody())
                .isEqualTo(204);
    }

    private String awaitTask(String user, String name) {
        return await("task '%s' of %s".formatted(name, user))
                .atMost(PATIENCE)
                .until(
                        () -> openTasks(user).stream()
                                .filter(task -> name.equals(task.path("name").asText()))
                                .map(task -> task.path("id").asText())
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private List<JsonNode> openTasks(String user) {
        return elements(read(as(user).get(Browser.WEB + "/task?maxResults=100").getBody()));
    }

    private String definition(String user, String key) {
        var reply = as(user).get(Browser.WEB + "/process-definition?latestVersion=true&maxResults=1&key=" + key);
        var found = read(reply.getBody());
        assertThat(elements(found)).as(key + ": " + reply).hasSize(1);
        return found.get(0).path("id").asText();
    }

    private JsonNode startForm(String user, String process) {
        return read(
                as(user).get(Browser.WEB + "/process-definition/" + definition(user, process) + "/deployed-start-form")
                        .getBody());
    }

    private static String option(JsonNode form, String key, String label) {
        return choose(
                form.path("components").findParents("key").stream()
                        .filter(field -> key.equals(field.path("key").asText()))
                        .findFirst()
                        .orElseThrow()
                        .path("values"),
                label);
    }

    private String offered(String user, String task, String list, String label) {
        var shown = read(as(user).get(
                        Browser.WEB + "/task/" + awaitTask(user, task) + "/form-variables" + "?deserializeValues=false")
                .getBody());
        return choose(read(shown.path(list).path("value").asText()), label);
    }

    private static String choose(JsonNode options, String label) {
        return elements(options).stream()
                .filter(option -> option.path("label").asText().contains(label))
                .map(option -> option.path("value").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing like '%s' in %s".formatted(label, options)));
    }

    private Browser as(String user) {
        return signedIn.computeIfAbsent(user, name -> Browser.of(http, name, PASSWORD));
    }

    private static Map<String, Object> variables(Map<String, Object> answers) {
        var variables = new HashMap<String, Object>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    // ------------------------------------------------------------------------------------------------ mails and links

    private void answer(String address, String subject, Map<String, Object> answers) {
        var link = LINK.matcher(text(mail(address, subject)));
        assertThat(link.find()).as("a link in '%s'".formatted(subject)).isTrue();
        var path = link.group(1).replaceFirst("https?://[^/]+", "");
        var browser = new CodePage(http);
        var page = browser.open(path, () -> {
            var code = CODE.matcher(text(mail(address, "Your code")));
            assertThat(code.find()).isTrue();
            return code.group(1);
        });
        assertThat(page.getStatusCode().value()).as(subject).isEqualTo(200);

        var reply = browser.post(path, String.valueOf(page.getBody()), answers);
        assertThat(reply.getStatusCode().value())
                .as(subject + ": " + reply.getBody())
                .isEqualTo(200);
    }

    private MimeMessage mail(String address, String subject) {
        return await("mail '%s' to %s".formatted(subject, address))
                .atMost(PATIENCE)
                .until(
                        () -> mailsTo(address).stream()
                                .filter(mail -> subjectOf(mail).contains(subject))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private List<MimeMessage> mailsTo(String address) {
        var list = http.getForEntity("/demo/mailbox?to={address}", String.class, address)
                .getBody();
        return MAIL.matcher(list)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .map(id -> http.getForEntity("/demo/mailbox/" + id + "/source", byte[].class)
                        .getBody())
                .map(EndToEndTests::parse)
                .toList();
    }

    private List<String> toEmployer() {
        return mailsTo(EMPLOYER).stream()
                .map(mail -> subjectOf(mail) + "\n" + text(mail))
                .toList();
    }

    private static MimeMessage parse(byte[] source) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subjectOf(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMessage mail) {
        return parts(mail).stream().map(EndToEndTests::content).reduce("", (all, part) -> all + "\n" + part);
    }

    private static byte[] attachment(MimeMessage mail, String ending) {
        return parts(mail).stream()
                .filter(part -> fileName(part).endsWith(ending))
                .map(EndToEndTests::bytes)
                .findFirst()
                .orElseThrow();
    }

    private static List<Part> parts(Part part) {
        try {
            if (!(part.getContent() instanceof Multipart multipart)) {
                return List.of(part);
            }
            var all = new ArrayList<Part>();
            for (var i = 0; i < multipart.getCount(); i++) {
                all.addAll(parts(multipart.getBodyPart(i)));
            }
            return all;
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String fileName(Part part) {
        try {
            return part.getFileName() == null ? "" : part.getFileName();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(Part part) {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Part part) {
        try {
            return part.getInputStream().readAllBytes();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    // ------------------------------------------------------------------------------------------------ time

    /** Books the first Thursday from five weeks on that can be booked, and returns it. */
    private LocalDate book() {
        var task = awaitTask("carla", "Book the interview");
        for (var day = demoDay().plusWeeks(5).with(DayOfWeek.THURSDAY); ; day = day.plusWeeks(1)) {
            var reply = as("carla")
                    .post(
                            Browser.WEB + "/task/" + task + "/submit-form",
                            variables(Map.of(
                                    "startsAt",
                                    day + "T10:00",
                                    "minutes",
                                    30,
                                    "mode",
                                    "IN_PERSON_WORKPLACE",
                                    "place",
                                    "8 Canal Row")));
            if (reply.getStatusCode().value() == 204) {
                return day;
            }
            assertThat(reply.getStatusCode().value()).isEqualTo(400);
            assertThat(reply.getBody()).contains("Choose another day.");
        }
    }

    private void moveTimeTo(LocalDate day) {
        for (var now = demoDay(); now.isBefore(day); now = demoDay()) {
            var page = http.getForEntity("/demo/clock", String.class).getBody();
            var nonce = CLOCK_NONCE.matcher(page);
            assertThat(nonce.find()).isTrue();
            var step = now.plusDays(7).isAfter(day) ? "DAY" : "WEEK";
            http.postForEntity("/demo/clock?step={step}&nonce={nonce}", null, String.class, step, nonce.group(1));
            assertThat(demoDay()).isAfter(now);
        }
    }

    private LocalDate demoDay() {
        var page = http.getForEntity("/demo/clock", String.class).getBody();
        var now = Pattern.compile("datetime=\"(\\d{4}-\\d{2}-\\d{2})").matcher(page);
        assertThat(now.find()).isTrue();
        return LocalDate.parse(now.group(1));
    }

    // ------------------------------------------------------------------------------------------------ workbook

    private static boolean hasTheCompletedInterview(XSSFWorkbook workbook) {
        var schools = rows(workbook, "Schools");
        var held = schools.get(0).indexOf("Held");
        return schools.stream().anyMatch(row -> row.contains("02M999") && "1".equals(row.get(held)));
    }

    private static XSSFWorkbook workbook(byte[] content) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> rows(XSSFWorkbook workbook, String sheet) {
        var format = new DataFormatter();
        return StreamSupport.stream(workbook.getSheet(sheet).spliterator(), false)
                .map((Row row) -> StreamSupport.stream(row.spliterator(), false)
                        .map(format::formatCellValue)
                        .toList())
                .toList();
    }

    // ------------------------------------------------------------------------------------------------ words

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static Map<String, Object> skills(String score) {
        var scores = new HashMap<String, Object>();
        Stream.of("comm", "crit", "appr", "time", "prep", "init", "resp", "list")
                .forEach(skill -> scores.put(skill, score));
        return scores;
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
