package org.wbl.interviews.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.wbl.interviews.Browser;
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
    static final String OTHER_STUDENT = "diego.f@students.harborpoint.example";
    /** A coordinator of the other school. */
    static final String ELSEWHERE = "edda";

    static final String GUARDIAN = "bello.family@mail.example";

    /** A Thursday, three and a half weeks after the beginning. */
    static final String INTERVIEW = "2027-03-18T10:00";

    static final String AFTER_THE_INTERVIEW = "2027-03-18T11:00";

    /** When the employer is asked whether all stands as agreed. */
    static final String A_WEEK_BEFORE = "2027-03-11T18:00";

    static final String THANKS = "Thank you for showing me the clinic, Dr. Feld. Amina";

    static final Map<String, Object> NOT_REACHED = Map.of("reached", "no", "note", "Left a message.");

    /** In the subjects of mails. */
    private static final String THANK_YOU_REQUEST = "a thank-you";

    private static final String REFLECTION_REQUEST = "what you learned";

    private static final String NEXT_STEP_REQUEST = "what comes next";

    private static final Pattern LINK = Pattern.compile("class=\"button\" href=\"[^\"]*/forms/([A-Za-z0-9_-]{43})\"");

    private static final Pattern CHANGE_LINK =
            Pattern.compile("<a href=\"[^\"]*/forms/([A-Za-z0-9_-]{43})\"(?!>Your page)");
    private static final Pattern DESK_LINK = Pattern.compile("<a href=\"[^\"]*/forms/([A-Za-z0-9_-]{43})\">Your page");

    private final Story story;
    private final MailServer mailServer;
    private final FormService forms;
    private final RepositoryService repository;
    private final IdentityService identities;
    private final StaffAccounts accounts;
    private final TestRestTemplate http;
    private final CodePage browser;

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
        this.browser = new CodePage(http);
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

    void untilTheVisitIsPlanned() {
        untilTheInterviewIsBooked();
        coordinatorPlansVisit();
    }

    /** Booked for a way in which nobody travels, such as VIDEO. */
    void untilTheInterviewIsBookedFor(String mode) {
        untilTheEmployerIsInvited();
        employerAccepts();
        coordinatorBooksFor(mode);
    }

    void untilOnlyTheDecisionIsMissing() {
        untilTheVisitIsPlanned();
        guardianAgrees();
        fromConsentToTheDecision();
    }

    private void fromConsentToTheDecision() {
        fromConsentToTheEmployersWord();
        story.goesOnUntil(A_WEEK_BEFORE);
        employerConfirms();
    }

    void fromConsentToTheEmployersWord() {
        administratorApproves();
        teacherTeaches();
        studentResearches();
        teacherApprovesResearch();
        teacherPractises();
        studentIsReady();
    }

    /** From a booking for a way in which nobody travels. */
    void untilEverybodyIsReadyAtSchool() {
        coordinatorPreparesRoom();
        guardianAgreesToStayAtSchool();
        administratorApprovesLight();
        teacherTeaches();
        studentResearches();
        teacherApprovesResearch();
        teacherPractises();
        studentIsReadyAtSchool();
        story.goesOnUntil(A_WEEK_BEFORE);
        employerConfirms();
        coordinator("Activity_DecideGo", Map.of("go", "GO"));
    }

    void untilEverybodyIsReady() {
        untilOnlyTheDecisionIsMissing();
        coordinatorSaysGo();
    }

    /** The student is at the workplace and back; the outcome is not recorded yet. */
    void untilTheStudentIsBack() {
        untilEverybodyIsReady();
        fromGoToTheReturn();
    }

    private void fromGoToTheReturn() {
        story.goesOnUntil(AFTER_THE_INTERVIEW);
        coordinatorSeesStudentThere();
        coordinatorSeesStudentReturn();
    }

    void untilTheInterviewIsHeld() {
        untilTheStudentIsBack();
        coordinatorRecords("HELD");
    }

    void fromConsentToTheInterviewHeld() {
        fromConsentToTheDecision();
        coordinatorSaysGo();
        fromGoToTheReturn();
        coordinatorRecords("HELD");
    }

    // Before

    void coordinatorRequests() {
        request(COORDINATOR, Groups.COORDINATORS);
    }

    void teacherRequests() {
        request(TEACHER, Groups.TEACHERS);
    }

    /** For one more interview, which the employer is sought for. */
    void untilAnEmployerIsSoughtFor(String student) {
        request(COORDINATOR, Groups.COORDINATORS, student);
        teacherSetsObjectives();
    }

    private void request(String user, String group) {
        request(user, group, STUDENT);
    }

    private void request(String user, String group, String student) {
        start(
                user,
                group,
                "informational-interview",
                Map.of(
                        "student",
                        story.value("select id from interviews.student where email = '%s'".formatted(student)),
                        "teacher",
                        TEACHER,
                        "coordinator",
                        COORDINATOR,
                        "mode",
                        "IN_PERSON_WORKPLACE",
                        "careerField",
                        "Health",
                        "reason",
                        "She loves animals."));
    }

    /** To another time; asked for by SCHOOL, EMPLOYER or STUDENT. */
    void coordinatorMoves(String startsAt, String side) {
        change(Map.of("side", side, "startsAt", startsAt, "newMode", "SAME", "why", "A meeting came between."));
    }

    void coordinatorConvertsToVideo() {
        change(Map.of("side", "EMPLOYER", "newMode", "VIDEO", "platform", "TEAMS", "why", "No visitors this month."));
    }

    void change(Map<String, Object> answers) {
        start(
                COORDINATOR,
                Groups.COORDINATORS,
                "interview-change",
                with(answers, Map.of("interview", story.interview())));
    }

    /** Corrects the address of an employer's contact. */
    void coordinatorCorrects(String address, String right) {
        start(
                COORDINATOR,
                Groups.COORDINATORS,
                "address-correction",
                Map.of(
                        "person",
                        story.value("select 'employers:' || id from interviews.employer_contact where email = '%s'"
                                .formatted(address)),
                        "newEmail",
                        right));
    }

    /** At any time; the ending says by whom. */
    void coordinatorCancels(String ending) {
        start(
                COORDINATOR,
                Groups.COORDINATORS,
                "interview-cancellation",
                Map.of("interview", story.interview(), "reason", ending));
    }

    /** For a reason of the form, such as FAMILY. */
    void coordinatorHolds(String reason) {
        start(
                COORDINATOR,
                Groups.COORDINATORS,
                "interview-hold",
                Map.of("interview", story.interview(), "holdReason", reason));
    }

    /** With the old time, or a new one in {@code startsAt}. */
    void coordinatorLetsItGoOn(Map<String, Object> answers) {
        coordinator("Activity_DecideHold", with(answers, Map.of("decision", "GO_ON")));
    }

    /** Because of the weather. */
    void administratorClosesSchool(String day) {
        start(
                ADMINISTRATOR,
                Groups.ADMINISTRATORS,
                "school-closure",
                Map.of("closedOn", day, "closureReason", "WEATHER"));
    }

    void coordinatorCancelsSession(String ending) {
        coordinatorCancelsPart(story.session(), ending);
    }

    /** One student of a class session, or any interview. */
    void coordinatorCancelsPart(String interview, String ending) {
        start(
                COORDINATOR,
                Groups.COORDINATORS,
                "interview-cancellation",
                Map.of("interview", interview, "reason", ending));
    }

    void coordinatorMovesSession(String startsAt) {
        coordinatorMovesPart(story.session(), startsAt);
    }

    void coordinatorMovesPart(String interview, String startsAt) {
        start(
                COORDINATOR,
                Groups.COORDINATORS,
                "interview-change",
                Map.of(
                        "interview",
                        interview,
                        "side",
                        "SCHOOL",
                        "startsAt",
                        startsAt,
                        "newMode",
                        "SAME",
                        "why",
                        "A trip came between."));
    }

    void coordinatorHoldsSession() {
        start(
                COORDINATOR,
                Groups.COORDINATORS,
                "interview-hold",
                Map.of("interview", story.session(), "holdReason", "ILLNESS"));
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

    /** The form by which somebody starts a process, with what this person may choose. */
    String startForm(String user, String group, String process) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        var form = new AtomicReference<String>();
        as(user, group, () -> form.set(text(forms.getDeployedStartForm(definition.getId()))));
        return form.get();
    }

    private static String text(InputStream form) {
        try (form) {
            return new String(form.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Somebody else answers for the employer. */
    void employerAcceptsAs(String address) {
        outsider(address, acceptance());
    }

    /** And says how many students a month it can meet. */
    void employerAcceptsFor(int students) {
        outsider(EMPLOYER, with(acceptance(), Map.of("studentsAMonth", students)));
    }

    /** By phone; the coordinator enters it. */
    void coordinatorEntersAcceptance() {
        coordinator("Activity_AnswerInvitation", acceptance());
    }

    private static Map<String, Object> acceptance() {
        return Map.of(
                "answer", "ACCEPTED",
                "offeredTimes", "Any Thursday at ten",
                "offeredModes", List.of("IN_PERSON_WORKPLACE", "VIDEO"),
                "arrivalNotes", "Ring twice",
                "contactRules", true);
    }

    /** LATER or DECLINED. */
    void employerAnswers(String answer) {
        outsider(EMPLOYER, Map.of("answer", answer));
    }

    void coordinatorBooks() {
        coordinatorBooks(INTERVIEW);
    }

    void coordinatorBooks(String startsAt) {
        coordinator(
                "Activity_BookInterview",
                Map.of("startsAt", startsAt, "minutes", 30, "mode", "IN_PERSON_WORKPLACE", "place", "8 Canal Row"));
    }

    void coordinatorBooksFor(String mode) {
        var answers = new HashMap<String, Object>(Map.of("startsAt", INTERVIEW, "minutes", 30, "mode", mode));
        switch (mode) {
            case "IN_PERSON_SCHOOL" -> answers.put("place", "Room 12");
            case "VIDEO" -> answers.put("platform", "ZOOM");
            default -> {}
        }
        coordinator("Activity_BookInterview", answers);
    }

    void coordinatorPlansVisit() {
        planVisit("Activity_PlanVisit");
    }

    void coordinatorImprovesPlan() {
        planVisit("Activity_ImprovePlan");
    }

    void coordinatorPlansVisitWith(String answer, String instead) {
        coordinator("Activity_PlanVisit", with(visitPlan(), Map.of(answer, instead)));
    }

    private void planVisit(String activity) {
        coordinator(activity, visitPlan());
    }

    private static Map<String, Object> visitPlan() {
        return Map.of(
                "travel", "WALK",
                "route", "Down Canal Row and back",
                "escort", "nobody",
                "leavesAt", "09:30",
                "returnsAt", "11:00",
                "missedClasses", "none",
                "siteCheckedOn", "2026-11-02");
    }

    void coordinatorPreparesRoom() {
        coordinator(
                "Activity_PrepareRoom",
                Map.of("host", "Theo Ruiz", "link", "https://meet.example/4711", "tested", true));
    }

    void employerConfirms() {
        outsider(EMPLOYER, Map.of("asAgreed", "yes", "siteContact", "Front desk, 212 555 0100", "tipsRead", true));
    }

    void employerConfirmsWithChanges() {
        outsider(
                EMPLOYER,
                Map.of(
                        "asAgreed", "no",
                        "changes", "We moved to the second floor.",
                        "siteContact", "Front desk, 212 555 0100",
                        "tipsRead", true));
    }

    void teacherTeaches() {
        teacher("Activity_TeachLesson", Map.of("taughtOn", "2027-02-22"));
    }

    void teacherPractises() {
        teacher("Activity_Practise", Map.of("practised", true));
    }

    void guardianAgrees() {
        outsider(GUARDIAN, consent("yes"));
    }

    /** What the page says to somebody who signs as something else. */
    String refusedConsentAs(String relationship) {
        return refused(GUARDIAN, "", with(consent("yes"), Map.of("relationship", relationship)));
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
                "emergencyContact", "Aunt Bello, 917 555 0144",
                "signedBy", "A. Bello",
                "relationship", "PARENT");
    }

    /** Of age, so nobody is asked but the student, by the newest link. */
    void studentAgrees() {
        outsider(STUDENT, with(consent("yes"), Map.of("relationship", "STUDENT_18")));
    }

    void guardianAgreesToStayAtSchool() {
        outsider(GUARDIAN, without(consent("yes"), "emergencyContact"));
    }

    void administratorApprovesLight() {
        administrator(Map.of("decision", "APPROVE"));
    }

    void administratorApproves() {
        administrator(Map.of("decision", "APPROVE", "liability", true));
    }

    void administratorRefuses() {
        administrator(Map.of("decision", "REFUSE", "reason", "No escort that day."));
    }

    void administratorReturnsPlan() {
        administrator(Map.of("decision", "RETURN", "reason", "Please send an escort."));
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
                        "knowsRules", true,
                        "knowsCall", true,
                        "ready", "yes"));
    }

    void studentIsReadyAtSchool() {
        outsider(
                STUDENT,
                Map.of(
                        "knowsRoom", true,
                        "knowsDress", true,
                        "hasQuestions", true,
                        "hasPractised", true,
                        "knowsRules", true,
                        "knowsCall", true,
                        "ready", "yes"));
    }

    void coordinatorSaysGo() {
        coordinator("Activity_DecideGo", Map.of("go", "GO", "emergency", true));
    }

    void coordinatorSaysNoGo() {
        coordinator("Activity_DecideGo", Map.of("go", "NO_GO", "note", "She has not practised."));
    }

    /** In one of the tasks that ask for a call. */
    void coordinatorNotesCall(String activity) {
        coordinator(activity, NOT_REACHED);
    }

    void teacherNotesTalk(String activity) {
        teacher(activity, Map.of("reached", "yes", "note", "Will hand it in tomorrow."));
    }

    // During

    void coordinatorSeesStudentBack() {
        coordinator("Activity_CheckDeparture", Map.of("left", "BACK"));
    }

    void coordinatorSeesStudentThere() {
        coordinator("Activity_CheckDeparture", Map.of("left", "THERE"));
    }

    void coordinatorSeesStudentLeave() {
        coordinator("Activity_CheckDeparture", Map.of("left", "ON_THE_WAY"));
    }

    void coordinatorSeesNobodyLeave() {
        coordinator("Activity_CheckDeparture", Map.of("left", "NO", "note", "Ill at home."));
    }

    void coordinatorSeesNobodyArrive() {
        coordinator("Activity_CheckArrival", Map.of("arrived", "no"));
    }

    void coordinatorSeesStudentArrive() {
        coordinator("Activity_CheckArrival", Map.of("arrived", "yes"));
    }

    void coordinatorSeesStudentReturn() {
        coordinator("Activity_CheckReturn", Map.of("returned", true));
    }

    void coordinatorHosts() {
        coordinator("Activity_HostMeeting", Map.of("rules", true));
    }

    void coordinatorRecords(String outcome) {
        coordinator(
                "Activity_RecordOutcome",
                outcome.equals("HELD")
                        ? Map.of("outcome", outcome, "contactMinutes", 32, "lateMinutes", 0)
                        : Map.of("outcome", outcome));
    }

    // After

    void studentDraftsThankYou(String words) {
        outsider(STUDENT, THANK_YOU_REQUEST, Map.of("thankYouWay", "MAIL", "thankYou", words));
    }

    void studentHandedOverACard(String day) {
        outsider(STUDENT, THANK_YOU_REQUEST, Map.of("thankYouWay", "CARD", "handedOverOn", day));
    }

    void teacherApprovesThankYou(String words) {
        teacher("Activity_ApproveThankYou", Map.of("thankYouWay", "MAIL", "thankYou", words));
    }

    void teacherApprovesCard(String day) {
        teacher("Activity_ApproveThankYou", Map.of("thankYouWay", "CARD", "handedOverOn", day));
    }

    void coordinatorThanks(String words) {
        coordinator("Activity_ThankForSchool", Map.of("thankYouWay", "MAIL", "schoolThanks", words));
    }

    /** The employer has the student's note. */
    void employerIsThanked() {
        studentDraftsThankYou(THANKS);
        teacherApprovesThankYou(THANKS);
    }

    void employerRates() {
        employerSays(Map.of());
    }

    /** All is well, but for what is said otherwise. */
    void employerSays(Map<String, Object> otherwise) {
        outsider(EMPLOYER, feedback(otherwise));
    }

    static Map<String, Object> feedback(Map<String, Object> otherwise) {
        return with(
                with(
                        skills("3"),
                        Map.of(
                                "tookPlace", "YES",
                                "arrived", "ON_TIME",
                                "experience", "5",
                                "prepared", "4",
                                "hostAgain", "YES",
                                "safety", "no")),
                otherwise);
    }

    /** The employer's part is closed: the coordinator calls an employer after its first interview. */
    void employerRatesAndIsCalled() {
        employerRates();
        coordinatorNotesCall("Activity_ReviewFeedback");
    }

    void studentReflects() {
        studentReflects(Map.of());
    }

    /** Nothing was unsafe and all may be shared, but for what is said otherwise. */
    void studentReflects(Map<String, Object> otherwise) {
        outsider(STUDENT, REFLECTION_REQUEST, reflection(otherwise));
    }

    private static Map<String, Object> reflection(Map<String, Object> otherwise) {
        var answers = new HashMap<String, Object>(Map.of(
                "learnedJob", "Vets write more than they operate.",
                "learnedIndustry", "Clinics look for vet technicians.",
                "learnedEducation", "Eight years and a state exam.",
                "surprise", "How calm everybody is.",
                "expected", "Many animals, as I had thought; much more paper.",
                "interestBefore", "3",
                "interestAfter", "5",
                "fitWhy", "I like animals and I am patient."));
        answers.putAll(Map.of(
                "fitInterests", "YES",
                "fitSkills", "PARTLY",
                "fitValues", "YES",
                "strength", "I asked follow-up questions.",
                "improve", "Speak up earlier.",
                "bestQuestion", "Who helps you most?",
                "wish", "A day as a shadow",
                "contactOffered", "no",
                "prepared", "4",
                "hostRating", "5"));
        answers.putAll(Map.of("unsafe", "no", "share", "yes"));
        answers.putAll(otherwise);
        return with(skills("2"), answers);
    }

    void coordinatorClosesWithoutReflection() {
        coordinator("Activity_CloseWithoutReflection", Map.of("note", "She has left the school."));
    }

    void teacherHearsReflection() {
        teacher(
                "Activity_HearReflection",
                Map.of("spokenOn", "2027-03-18", "spokenHow", "CLASS", "note", "She told it with joy."));
    }

    void teacherRates(String score) {
        teacher("Activity_RateSkills", skills(score));
    }

    /** The student's part is closed. */
    void studentReflectsAndTeacherRates() {
        studentReflects();
        teacherHearsReflection();
        teacherRates("NO");
    }

    /** JOB_SHADOW or another step that is proposed. */
    void studentChoosesNextStep(String step) {
        outsider(
                STUDENT,
                NEXT_STEP_REQUEST,
                Map.of("nextStep", step, "nextStepWords", "A day at the clinic", "nextStepOn", "2027-05-03"));
    }

    void coordinatorThanksWithReflection(String impact) {
        coordinator("Activity_ThankEmployer", Map.of("thankYouWay", "MAIL", "impact", impact, "withReflection", "yes"));
    }

    void coordinatorThankedInPerson() {
        coordinator("Activity_ThankEmployer", Map.of("thankYouWay", "CARD", "handedOverOn", "2027-03-18"));
    }

    /** The student's part is closed, and the student knows what comes next. */
    void studentsPartIsClosed() {
        studentReflectsAndTeacherRates();
        studentChoosesNextStep("JOB_SHADOW");
        coordinatorThankedInPerson();
    }

    void coordinatorCloses() {
        coordinator(
                "Activity_CloseInterview",
                Map.of(
                        "prepMinutes",
                        90,
                        "contactMinutes",
                        32,
                        "reflectionMinutes",
                        45,
                        "supervisedBy",
                        "TEACHER",
                        "nextStep",
                        "JOB_SHADOW",
                        "nextStepWords",
                        "A day at the clinic, in May",
                        "nextStepOn",
                        "2027-05-10"));
    }

    void employerAnswersCheckIn(String need, String keepAsking) {
        outsider(EMPLOYER, Map.of("satisfaction", "4", "need", need, "keepAsking", keepAsking));
    }

    // How they act

    void coordinator(String activity, Map<String, Object> answers) {
        staff(COORDINATOR, Groups.COORDINATORS, activity, answers);
    }

    void teacher(String activity, Map<String, Object> answers) {
        staff(TEACHER, Groups.TEACHERS, activity, answers);
    }

    private void administrator(Map<String, Object> answers) {
        administrator("Activity_ApproveActivity", answers);
    }

    void administrator(String activity, Map<String, Object> answers) {
        staff(ADMINISTRATOR, Groups.ADMINISTRATORS, activity, answers);
    }

    /** What the form of a task shows. */
    Map<String, Object> shown(String activity) {
        return forms.getTaskFormVariables(story.task(activity).getId());
    }

    /** Completes one of several tasks in Tasklist. */
    void coordinator(Task task, Map<String, Object> answers) {
        as(COORDINATOR, Groups.COORDINATORS, () -> forms.submitTaskForm(task.getId(), answers));
    }

    /** Completes a task in Tasklist. */
    void staff(String user, String group, String activity, Map<String, Object> answers) {
        staff(user, group, story.task(activity), answers);
    }

    /** Completes one of several tasks in Tasklist. */
    void staff(String user, String group, Task task, Map<String, Object> answers) {
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
        var schools = LEADER.equals(user)
                ? List.of(SampleSchools.HARBOR_POINT, SampleSchools.PROSPECT)
                : List.of(SampleSchools.HARBOR_POINT);
        identities.setAuthentication(user, List.of(group), schools);
        try {
            act.run();
        } finally {
            identities.clearAuthentication();
        }
        story.goesOn();
    }

    /** The student answers the last mail with these words in its subject. */
    void student(String subject, Map<String, Object> answers) {
        outsider(STUDENT, subject, answers);
    }

    /** Answers on the page behind the link in the last mail that asked this person for something. */
    void outsider(String address, Map<String, Object> answers) {
        outsider(address, "", answers);
    }

    /** Answers on the page behind the link in the last mail with these words in its subject. */
    private void outsider(String address, String subject, Map<String, Object> answers) {
        var reply = answer(address, subject, answers);
        assertThat(reply.getStatusCode()).as(reply.getBody()).isEqualTo(HttpStatus.OK);
        story.goesOn();
    }

    /** What the page says that does not take these answers. */
    String refused(String address, String subject, Map<String, Object> answers) {
        var reply = answer(address, subject, answers);
        assertThat(reply.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        return String.valueOf(reply.getBody());
    }

    private ResponseEntity<String> answer(String address, String subject, Map<String, Object> answers) {
        return post(address, token(address, subject), answers);
    }

    /** A browser that has not entered a code yet. */
    CodePage browser() {
        return new CodePage(http);
    }

    /** The path of the page behind the link for changes. */
    String changePath(String address) {
        return "/forms/" + changeToken(address);
    }

    /** The path of the employer's desk, from the foot of a mail. */
    String deskPath(String address) {
        return "/forms/"
                + mailServer.lettersTo(address).stream()
                        .flatMap(letter -> DESK_LINK.matcher(letter.words()).results())
                        .map(match -> match.group(1))
                        .reduce((earlier, later) -> later)
                        .orElseThrow(() -> new AssertionError("No link to a desk went to " + address));
    }

    private ResponseEntity<String> post(String address, String token, Map<String, Object> answers) {
        var page = open(address, token);
        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
        return browser.post("/forms/" + token, String.valueOf(page.getBody()), answers);
    }

    /** Opens a page, with the code from the mail where it asks for one. */
    private ResponseEntity<String> open(String address, String token) {
        return browser.open("/forms/" + token, () -> {
            story.goesOn();
            return lastCode(address);
        });
    }

    /** The code in the last mail to this person that brought one. */
    String lastCode(String address) {
        return mailServer.lettersTo(address).stream()
                .filter(letter -> letter.words().contains("letter-spacing"))
                .map(letter -> letter.words().replaceAll("(?s).*letter-spacing[^>]*>(\\d{6})<.*", "$1"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Begins to answer on the page behind the last link, and sends nothing yet. */
    void begins(String address, Map<String, Object> answers) {
        var path = "/forms/" + token(address);
        assertThat(browser.keep(
                                path,
                                String.valueOf(open(address, token(address)).getBody()),
                                answers)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    /** Signs in to the pages of staff. */
    Browser signsIn(String user) {
        return Browser.of(http, user, SampleSchools.PASSWORD);
    }

    /** Says through the last link that somebody else should answer. */
    void handsOn(String address, Map<String, Object> answers) {
        var reply = post(address, token(address) + "/wrong-person", answers);
        assertThat(reply.getStatusCode()).as(reply.getBody()).isEqualTo(HttpStatus.OK);
        story.goesOn();
    }

    /** What the page says that does not take this about another person. */
    String refusedHandingOn(String address, Map<String, Object> answers) {
        var reply = post(address, token(address) + "/wrong-person", answers);
        assertThat(reply.getStatusCode()).as(reply.getBody()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        return String.valueOf(reply.getBody());
    }

    /** Through the link of the last answer. */
    void asksToCorrect(String address, Map<String, Object> answers) {
        var reply = post(address, token(address) + "/correction", answers);
        assertThat(reply.getStatusCode()).as(reply.getBody()).isEqualTo(HttpStatus.OK);
        story.goesOn();
    }

    /** What the page for corrections says that does not take these answers. */
    String refusedCorrection(String address, Map<String, Object> answers) {
        var reply = post(address, token(address) + "/correction", answers);
        assertThat(reply.getStatusCode()).as(reply.getBody()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        return String.valueOf(reply.getBody());
    }

    /** Through the link for changes, which is in many mails and always the same. */
    void asksForChange(String address, Map<String, Object> answers) {
        var reply = post(address, changeToken(address), answers);
        assertThat(reply.getStatusCode()).as(reply.getBody()).isEqualTo(HttpStatus.OK);
        story.goesOn();
    }

    /** What the page for changes says that does not take these answers. */
    String refusedChange(String address, Map<String, Object> answers) {
        var reply = post(address, changeToken(address), answers);
        assertThat(reply.getStatusCode()).as(reply.getBody()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        return String.valueOf(reply.getBody());
    }

    int changePageStatus(String address) {
        return open(address, changeToken(address)).getStatusCode().value();
    }

    /** The link for changes stands below the one that asks for something. */
    private String changeToken(String address) {
        return mailServer.letters().stream()
                .filter(letter -> letter.to().equals(address))
                .flatMap(letter -> CHANGE_LINK.matcher(letter.words()).results())
                .map(match -> match.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No link for changes went to " + address));
    }

    /** What the page behind the last link says to this person, as an HTTP status. */
    int pageStatus(String address) {
        return open(address, token(address)).getStatusCode().value();
    }

    /** What the page behind the last link in a mail with these words in its subject says, as an HTTP status. */
    int pageStatus(String address, String subject) {
        return open(address, token(address, subject)).getStatusCode().value();
    }

    /** What the page behind the last link shows to this person. */
    String pageOf(String address) {
        return pageOf(address, "");
    }

    /** What the page behind the last link in a mail with these words in its subject shows to this person. */
    String pageOf(String address, String subject) {
        return String.valueOf(open(address, token(address, subject)).getBody());
    }

    /** What the page behind the last link shows when this language is chosen there. */
    String pageIn(String language, String address) {
        return String.valueOf(browser.get("/forms/" + token(address) + "?language=" + language)
                .getBody());
    }

    /** The token in the last mail to this person that carries a link. */
    String token(String address) {
        return token(address, "");
    }

    private String token(String address, String subject) {
        return mailServer.letters().stream()
                .filter(letter ->
                        letter.to().equals(address) && letter.subject().contains(subject))
                .map(letter -> LINK.matcher(letter.words()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No link went to " + address));
    }

    static Map<String, Object> skills(String score) {
        var scores = new HashMap<String, Object>();
        for (var skill : new String[] {"comm", "crit", "appr", "time", "prep", "init", "resp", "list"}) {
            scores.put(skill, score);
        }
        return scores;
    }

    private static Map<String, Object> without(Map<String, Object> answers, String key) {
        var fewer = new HashMap<>(answers);
        fewer.remove(key);
        return fewer;
    }

    static Map<String, Object> with(Map<String, Object> answers, Map<String, Object> more) {
        var all = new HashMap<>(answers);
        all.putAll(more);
        return all;
    }
}
