package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wbl.interviews.process.Groups;

/** A class of two students, Amina and Diego, and what happens around its sessions. */
class ClassCast {

    static final String DIEGO = "diego.f@students.harborpoint.example";
    static final String DIEGOS_FAMILY = "fuentes.family@mail.example";
    static final List<String> CLASS = List.of(Cast.STUDENT, DIEGO);

    private final Cast cast;
    private final Story story;

    ClassCast(Cast cast, Story story) {
        this.cast = cast;
        this.story = story;
    }

    String student(String email) {
        return story.value("select id from interviews.student where email = '%s'".formatted(email));
    }

    void coordinatorKeepsClass(String name, List<String> emails) {
        cast.start(
                Cast.COORDINATOR,
                Groups.COORDINATORS,
                "class-list",
                Map.of(
                        "className",
                        name,
                        "classStudents",
                        emails.stream().map(this::student).toList()));
    }

    /** HYBRID or RECORDED_SIMULATION. */
    void coordinatorRequestsSession(String mode) {
        coordinatorKeepsClass("Vets of tomorrow", CLASS);
        requestSession(mode);
    }

    void requestSession(String mode) {
        requestSession(request(mode));
    }

    void requestSession(Map<String, Object> answers) {
        cast.start(Cast.COORDINATOR, Groups.COORDINATORS, "class-session", answers);
    }

    Map<String, Object> request(String mode) {
        return Map.of(
                "classList",
                story.value("select max(id) from interviews.class_list where school = '02M999'"),
                "teacher",
                Cast.TEACHER,
                "coordinator",
                Cast.COORDINATOR,
                "careerField",
                "Health",
                "mode",
                mode,
                "reason",
                "Unit on animals");
    }

    void coordinatorAddsRecording(String title, String until) {
        cast.start(
                Cast.COORDINATOR,
                Groups.COORDINATORS,
                "recording-registration",
                Map.of(
                        "title",
                        title,
                        "recordedEmployer",
                        "Riverside Animal Clinic",
                        "careerField",
                        "Health",
                        "address",
                        "https://video.example/7",
                        "rights",
                        "Signed by both, in the office",
                        "captioned",
                        true,
                        "everybodyAgreed",
                        true,
                        "shownUntil",
                        until));
    }

    String recording(String title) {
        return story.value("select id from interviews.recording where title = '%s'".formatted(title));
    }

    /** The class watches it on {@link Cast#INTERVIEW}. */
    void untilTheRecordingIsChosen() {
        coordinatorAddsRecording("A day with a vet", "2027-07-30");
        coordinatorRequestsSession("RECORDED_SIMULATION");
        cast.teacherSetsObjectives();
        coordinatorChooses("A day with a vet", Cast.INTERVIEW);
    }

    void coordinatorChooses(String title, String startsAt) {
        cast.coordinator(
                "Activity_ChooseRecording",
                Map.of("recording", recording(title), "startsAt", startsAt, "minutes", 40, "place", "Room 12"));
    }

    /** Everybody is enrolled, with an employer. */
    void untilTheClassIsEnrolled() {
        coordinatorRequestsSession("HYBRID");
        cast.teacherSetsObjectives();
        cast.coordinatorMatches(Cast.EMPLOYER);
        cast.employerAccepts();
        cast.coordinator(
                "Activity_BookInterview", Map.of("startsAt", Cast.INTERVIEW, "minutes", 30, "platform", "ZOOM"));
    }

    void familiesAgree() {
        for (var family : List.of(Cast.GUARDIAN, DIEGOS_FAMILY)) {
            cast.outsider(
                    family,
                    Map.of(
                            "participate", "yes",
                            "shareData", "no",
                            "video", "yes",
                            "signedBy", "A parent",
                            "relationship", "PARENT"));
        }
    }

    void untilEverythingIsArranged() {
        untilTheClassIsEnrolled();
        cast.coordinatorPreparesRoom();
        cast.administratorApprovesLight();
        familiesAgree();
        cast.studentResearches();
        story.goesOnUntil(Cast.A_WEEK_BEFORE);
        cast.employerConfirms();
    }

    void untilTheSessionIsOver() {
        untilEverythingIsArranged();
        cast.coordinator("Activity_DecideGo", Map.of("go", "GO"));
        story.goesOnUntil(Cast.AFTER_THE_INTERVIEW);
    }

    /** Who was there, by the address of a student. */
    Map<String, Object> held(String... present) {
        return Map.of(
                "outcome", "HELD",
                "present", Stream.of(present).map(this::part).toList(),
                "contactMinutes", 40,
                "prepMinutes", 30,
                "reflectionMinutes", 0);
    }

    String part(String email) {
        return story.value(
                "select id from interviews.interview where session is not null and student_id = " + student(email));
    }

    /** Amina was there, Diego was not. */
    void coordinatorRecordsSession() {
        cast.coordinator("Activity_HostSession", held(Cast.STUDENT));
    }

    void employerSaysHowItWas() {
        cast.outsider(
                Cast.EMPLOYER,
                Map.of(
                        "tookPlace", "YES",
                        "experience", "5",
                        "prepared", "4",
                        "hostAgain", "YES",
                        "safety", "no"));
        cast.coordinatorNotesCall("Activity_ReviewFeedback");
        cast.coordinatorThankedInPerson();
    }

    void coordinatorWithdraws(String title) {
        cast.start(
                Cast.COORDINATOR,
                Groups.COORDINATORS,
                "recording-withdrawal",
                Map.of("recording", recording(title), "why", "The employer asked for it."));
    }

    /** Of a recording. */
    Map<String, Object> reflection() {
        return Map.ofEntries(
                Map.entry("learnedJob", "Vets write more than they operate."),
                Map.entry("learnedIndustry", "Clinics look for vet technicians."),
                Map.entry("learnedEducation", "Eight years and a state exam."),
                Map.entry("surprise", "How calm everybody is."),
                Map.entry("expected", "Many animals, as I had thought."),
                Map.entry("interestBefore", "3"),
                Map.entry("interestAfter", "4"),
                Map.entry("fitInterests", "YES"),
                Map.entry("fitSkills", "PARTLY"),
                Map.entry("fitValues", "YES"),
                Map.entry("fitWhy", "I like animals."),
                Map.entry("bestQuestion", "Who helps you most?"),
                Map.entry("wish", "Talk with a vet myself"),
                Map.entry("prepared", "4"),
                Map.entry("unsafe", "no"));
    }

    /** Everything is closed: each part and the session with its ending, by the names of students; the session last. */
    void isOver(String... endings) {
        assertThat(story.values("""
                        select coalesce(st.given_name, 'session') || ' ' || i.ending
                        from interviews.interview i left join interviews.student st on st.id = i.student_id
                        order by st.given_name
                        """)).containsExactly(endings);
        assertThat(story.openTasks()).isEmpty();
        assertThat(story.runningCount("class-session")).isZero();
        assertThat(story.values("""
                        select purpose from interviews.form_link
                        where submitted_at is null and revoked_at is null and purpose <> 'employer-desk'
                        """)).as("links still open").isEmpty();
    }
}
