package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffAccounts;
import org.wbl.interviews.process.StaffAccounts.Account;

/**
 * Everybody in a story, and what they do: staff in Tasklist, the others through the page behind the link in their mail.
 *
 * <p>After each act the story goes on as far as it can without the next one.
 */
class Cast {

    static final String COORDINATOR = "carla";
    static final String OTHER_COORDINATOR = "cora";
    static final String TEACHER = "theo";
    static final String ADMINISTRATOR = "adele";
    static final String LEADER = "lena";

    static final String EMPLOYER = "nora.feld@riverside-clinic.example";
    static final String OTHER_EMPLOYER = "sam.okafor@brightline.example";
    static final String STUDENT = "amina.b@students.harborpoint.example";
    static final String GUARDIAN = "bello.family@mail.example";

    /** A Thursday, three and a half weeks after the beginning. */
    static final String INTERVIEW = "2027-03-18T10:00";

    static final String AFTER_THE_INTERVIEW = "2027-03-18T11:00";

    private static final Pattern LINK = Pattern.compile("/forms/([A-Za-z0-9_-]{43})");

    private final Story story;
    private final MailServer mailServer;
    private final FormService forms;
    private final RepositoryService repository;
    private final IdentityService identities;
    private final StaffAccounts accounts;
    private final TestRestTemplate http;

    Cast(
            Story story,
            MailServer mailServer,
            FormService forms,
            RepositoryService repository,
            IdentityService identities,
            StaffAccounts accounts,
            TestRestTemplate http) {
        this.story = story;
        this.mailServer = mailServer;
        this.forms = forms;
        this.repository = repository;
        this.identities = identities;
        this.accounts = accounts;
        this.http = http;
    }

    // The whole way to a moment

    void untilTheEmployerIsInvited() {
        coordinatorRequests();
        teacherSetsObjectives();
        coordinatorMatches(EMPLOYER);
    }

    void untilTheInterviewIsBooked() {
        untilTheEmployerIsInvited();
        employerAccepts();
        coordinatorBooks();
    }

    void untilEverybodyIsReady() {
        untilTheInterviewIsBooked();
        guardianAgrees();
        administratorApproves();
        studentResearches();
        teacherApprovesResearch();
        studentIsReady();
        coordinatorSaysGo();
    }

    void untilTheInterviewIsHeld() {
        untilEverybodyIsReady();
        story.goesOnUntil(AFTER_THE_INTERVIEW);
        coordinatorRecords("HELD");
    }

    // Before

    void coordinatorRequests() {
        start(
                "informational-interview",
                Map.of(
                        "student",
                        story.value("select id from interviews.student where email = '%s'".formatted(STUDENT)),
                        "teacher",
                        TEACHER,
                        "careerField",
                        "Health",
                        "reason",
                        "She loves animals."));
    }

    /** At any time; the ending says by whom. */
    void coordinatorCancels(String ending) {
        start("interview-cancellation", Map.of("interview", story.interview(), "cancelledBy", ending));
    }

    private void start(String process, Map<String, Object> answers) {
        start(COORDINATOR, Groups.COORDINATORS, process, answers);
    }

    /** Starts a process in Tasklist. */
    void start(String user, String group, String process, Map<String, Object> answers) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        as(user, group, () -> forms.submitStartForm(definition.getId(), answers));
    }

    void teacherSetsObjectives() {
        teacher("Activity_SetObjectives", Map.of("course", "Biology", "objectives", "Learn what a vet does all day."));
    }

    void coordinatorMatches(String employer) {
        var contact = story.value("select id from interviews.employer_contact where email = '%s'".formatted(employer));
        coordinator("Activity_MatchEmployer", Map.of("decision", "INVITE", "contact", contact));
    }

    void coordinatorFindsNobodyToInvite() {
        coordinator("Activity_MatchEmployer", Map.of("decision", "STOP"));
    }

    void employerAccepts() {
        outsider(EMPLOYER, acceptance());
    }

    /** By phone; the coordinator enters it. */
    void coordinatorEntersAcceptance() {
        coordinator("Activity_AnswerInvitation", acceptance());
    }

    private static Map<String, Object> acceptance() {
        return Map.of(
                "answer", "ACCEPTED",
                "offeredTimes", "Any Thursday at ten",
                "arrivalNotes", "Ring twice",
                "contactRules", true);
    }

    /** LATER or DECLINED. */
    void employerAnswers(String answer) {
        outsider(EMPLOYER, Map.of("answer", answer));
    }

    void coordinatorBooks() {
        coordinator("Activity_BookInterview", Map.of("startsAt", INTERVIEW, "minutes", 30, "place", "8 Canal Row"));
    }

    void guardianAgrees() {
        outsider(GUARDIAN, consent("yes"));
    }

    void guardianAgreesButSharesNothing() {
        outsider(GUARDIAN, consent("no"));
    }

    void guardianRefuses() {
        outsider(GUARDIAN, Map.of("participate", "no", "signedBy", "A. Bello", "relationship", "PARENT"));
    }

    /** Signed on paper; the coordinator enters it. */
    void coordinatorEntersConsent() {
        coordinator("Activity_GiveConsent", consent("yes"));
    }

    private static Map<String, Object> consent(String shareData) {
        return Map.of(
                "participate", "yes",
                "shareData", shareData,
                "video", "no",
                "signedBy", "A. Bello",
                "relationship", "PARENT");
    }

    void administratorApproves() {
        administrator(Map.of("travel", "WALK", "escort", "none", "decision", "APPROVE"));
    }

    void administratorRefuses() {
        administrator(
                Map.of("travel", "WALK", "escort", "none", "decision", "REFUSE", "reason", "No escort that day."));
    }

    void studentResearches() {
        outsider(
                STUDENT,
                Map.of(
                        "industry", "Pets are family members in most homes, so clinics open everywhere.",
                        "employer", "The clinic has four vets and treats dogs, cats and birds.",
                        "education", "A vet studies eight years and passes a state exam.",
                        "sources", "clinic.example, career.example, a talk with my aunt",
                        "questions", "How does your day begin?\nWhat surprised you in this job?\nWho helps you most?"));
    }

    void teacherApprovesResearch() {
        teacher("Activity_ReviewResearch", with(researchScores(), Map.of("decision", "APPROVE")));
    }

    void teacherSendsResearchBack() {
        teacher(
                "Activity_ReviewResearch",
                with(researchScores(), Map.of("decision", "RETURN", "feedback", "Ask about training, too.")));
    }

    private static Map<String, Object> researchScores() {
        return Map.of("background", 8, "research", 8, "format", 8, "questionsScore", 9);
    }

    void studentIsReady() {
        outsider(
                STUDENT,
                Map.of(
                        "knowsWay", true,
                        "knowsDress", true,
                        "hasQuestions", true,
                        "hasPractised", true,
                        "knowsCall", true,
                        "ready", "yes"));
    }

    void coordinatorSaysGo() {
        coordinator("Activity_DecideGo", Map.of("go", "GO"));
    }

    void coordinatorSaysNoGo() {
        coordinator("Activity_DecideGo", Map.of("go", "NO_GO", "note", "She has not practised."));
    }

    /** In one of the tasks that ask for a call. */
    void coordinatorNotesCall(String activity) {
        coordinator(activity, Map.of("reached", "no", "note", "Left a message."));
    }

    // During

    void coordinatorRecords(String outcome) {
        coordinator(
                "Activity_RecordOutcome",
                outcome.equals("HELD")
                        ? Map.of("outcome", outcome, "contactMinutes", 32, "lateMinutes", 0)
                        : Map.of("outcome", outcome));
    }

    // After

    void employerRates() {
        outsider(EMPLOYER, with(skills("3"), Map.of("experience", "5", "prepared", "4", "hostAgain", "YES")));
    }

    void studentReflects() {
        outsider(
                STUDENT,
                with(
                        skills("2"),
                        Map.of(
                                "learnedJob", "Vets write more than they operate.",
                                "learnedIndustry", "Clinics look for vet technicians.",
                                "surprise", "How calm everybody is.",
                                "interestBefore", "3",
                                "interestAfter", "5",
                                "strength", "I asked follow-up questions.",
                                "improve", "Speak up earlier.",
                                "nextStep", "A day as a shadow",
                                "thankYou", "Thank you for showing me the clinic, Dr. Feld.",
                                "share", "yes")));
    }

    void teacherReviewsReflection() {
        teacher(
                "Activity_ReviewReflection",
                with(
                        skills("NO"),
                        Map.of(
                                "spokenOn", "2027-03-22",
                                "thankYou", "Thank you for showing me the clinic, Dr. Feld.")));
    }

    void coordinatorCloses() {
        coordinator(
                "Activity_CloseInterview",
                Map.of("prepMinutes", 90, "contactMinutes", 32, "reflectionMinutes", 45, "nextStep", "JOB_SHADOW"));
    }

    void employerAnswersCheckIn(String need, String keepAsking) {
        outsider(EMPLOYER, Map.of("satisfaction", "4", "need", need, "keepAsking", keepAsking));
    }

    // How they act

    void coordinator(String activity, Map<String, Object> answers) {
        staff(COORDINATOR, Groups.COORDINATORS, activity, answers);
    }

    private void teacher(String activity, Map<String, Object> answers) {
        staff(TEACHER, Groups.TEACHERS, activity, answers);
    }

    private void administrator(Map<String, Object> answers) {
        staff(ADMINISTRATOR, Groups.ADMINISTRATORS, "Activity_ApproveActivity", answers);
    }

    /** Completes a task in Tasklist. */
    void staff(String user, String group, String activity, Map<String, Object> answers) {
        var task = story.task(activity);
        as(user, group, () -> forms.submitTaskForm(task.getId(), answers));
    }

    /** Lets something happen while Harbor Point has one coordinator more. */
    void withCoordinator(String user, Runnable act) {
        accounts.add(
                new Account(
                        user,
                        user,
                        "Harbor",
                        user + "@schools.example",
                        Groups.COORDINATORS,
                        List.of(SampleSchools.HARBOR_POINT)),
                "nobody signs in with it");
        try {
            act.run();
        } finally {
            leaves(user);
        }
    }

    /** The account of a member of staff is deleted. */
    void leaves(String user) {
        identities.deleteUser(user);
    }

    /** Does something as a member of staff of Harbor Point. */
    void as(String user, String group, Runnable act) {
        identities.setAuthentication(user, List.of(group), List.of(SampleSchools.HARBOR_POINT));
        try {
            act.run();
        } finally {
            identities.clearAuthentication();
        }
        story.goesOn();
    }

    /** Answers on the page behind the link in the last mail that asked this person for something. */
    void outsider(String address, Map<String, Object> answers) {
        var token = token(address);
        var page = http.getForEntity("/forms/" + token, String.class);
        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
        var nonce = String.valueOf(page.getBody()).replaceAll("(?s).*data-nonce=\"([0-9a-f]+)\".*", "$1");
        var reply = http.postForEntity("/forms/" + token, Map.of("nonce", nonce, "answers", answers), String.class);
        assertThat(reply.getStatusCode()).as(reply.getBody()).isEqualTo(HttpStatus.OK);
        story.goesOn();
    }

    /** What the page behind the last link says to this person, as an HTTP status. */
    int pageStatus(String address) {
        return http.getForEntity("/forms/" + token(address), String.class)
                .getStatusCode()
                .value();
    }

    /** What the page behind the last link shows to this person. */
    String pageOf(String address) {
        return String.valueOf(
                http.getForEntity("/forms/" + token(address), String.class).getBody());
    }

    /** The token in the last mail to this person that carries a link. */
    String token(String address) {
        return mailServer.letters().stream()
                .filter(letter -> letter.to().equals(address))
                .map(letter -> LINK.matcher(letter.words()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No link went to " + address));
    }

    private static Map<String, Object> skills(String score) {
        var scores = new HashMap<String, Object>();
        for (var skill : new String[] {"comm", "crit", "appr", "time", "prep", "init", "resp", "list"}) {
            scores.put(skill, score);
        }
        return scores;
    }

    private static Map<String, Object> with(Map<String, Object> answers, Map<String, Object> more) {
        var all = new HashMap<>(answers);
        all.putAll(more);
        return all;
    }
}
