package org.wbl.interviews.workers;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.form.FormReceipts;
import org.wbl.interviews.interview.Arrangements;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.ChangeRequests;
import org.wbl.interviews.interview.ChangeRequests.ChangeRequest;
import org.wbl.interviews.interview.ChangeRequests.Side;
import org.wbl.interviews.interview.Changes;
import org.wbl.interviews.interview.ClassLists;
import org.wbl.interviews.interview.DayNotes;
import org.wbl.interviews.interview.Holds;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Learning;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.interview.NextStep;
import org.wbl.interviews.interview.NextSteps;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.interview.Recordings;
import org.wbl.interviews.interview.ThankYous;
import org.wbl.interviews.interview.ThankYous.ThankYou;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.process.FormFacts;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.InterviewProcess;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.school.CalendarSettings;
import org.wbl.interviews.school.Schools;
import org.wbl.interviews.student.Students;

/** What forms show of an interview or an employer, for each audience what it may know. */
@Component
class ShownFacts implements FormFacts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    /** As many as a person can look through; the next ones come first. */
    private static final int MOST_INTERVIEWS = 500;

    private final Interviews interviews;
    private final Employers employers;
    private final Students students;
    private final Learning learning;
    private final NextSteps nextSteps;
    private final ThankYous thankYous;
    private final Schools schools;
    private final StaffIdentity staff;
    private final Arrangements arrangements;
    private final DayNotes dayNotes;
    private final Changes changes;
    private final ClassLists classLists;
    private final Recordings recordings;
    private final ChangeRequests requests;
    private final Holds holds;
    private final FormReceipts receipts;
    private final CalendarSettings calendar;
    private final Languages languages;
    private final Clock clock;

    ShownFacts(
            Interviews interviews,
            Employers employers,
            Students students,
            Learning learning,
            NextSteps nextSteps,
            ThankYous thankYous,
            Schools schools,
            StaffIdentity staff,
            Arrangements arrangements,
            DayNotes dayNotes,
            Changes changes,
            ClassLists classLists,
            Recordings recordings,
            ChangeRequests requests,
            Holds holds,
            FormReceipts receipts,
            CalendarSettings calendar,
            Languages languages,
            Clock clock) {
        this.interviews = interviews;
        this.employers = employers;
        this.students = students;
        this.learning = learning;
        this.nextSteps = nextSteps;
        this.thankYous = thankYous;
        this.schools = schools;
        this.staff = staff;
        this.arrangements = arrangements;
        this.dayNotes = dayNotes;
        this.changes = changes;
        this.classLists = classLists;
        this.recordings = recordings;
        this.requests = requests;
        this.holds = holds;
        this.receipts = receipts;
        this.calendar = calendar;
        this.languages = languages;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language) {
        var facts = new HashMap<String, Object>();
        if (school != null) {
            if (names.contains("schoolName") || names.contains("schoolPhone")) {
                schools.find(school).ifPresent(known -> {
                    facts.put("schoolName", known.name());
                    facts.put("schoolPhone", known.phone());
                });
            }
            if (names.contains("contacts")) {
                facts.put("contacts", contacts(school));
            }
        }
        if (names.contains("recordings") && school != null) {
            facts.put("recordings", recordings(Set.of(school)));
        }
        if (variables.get(InterviewProcess.LEFT_OUT_STUDENTS.name()) instanceof String ids) {
            facts.put("leftOutLines", leftOut(ids));
        }
        if (names.contains("nextSteps")) {
            facts.put("nextSteps", nextSteps(variables.get(InterviewProcess.NEXT_STEPS.name())));
        }
        if (variables.get(InterviewProcess.INTERVIEW_ID.name()) instanceof String interview) {
            addInterview(facts, interviews.get(interview), audience, names, language);
            if (names.contains("participants")) {
                facts.put(
                        "participants",
                        interviews.partLines(interview).stream()
                                .map(part -> option(part.studentName(), part.id()))
                                .toList());
            }
            if (variables.get(InterviewProcess.CHANGE_ID.name()) instanceof Long change) {
                facts.put("change", words(changes.get(change)));
            }
            if (variables.get(InterviewProcess.CORRECTION_ID.name()) instanceof Long correction) {
                addCorrection(facts, receipts.correction(correction));
            }
            if (variables.get(InterviewProcess.REQUEST_ID.name()) instanceof Long request) {
                addRequest(facts, interviews.get(interview), requests.get(request));
            }
        } else if (variables.get(InterviewProcess.CONTACT_ID.name()) instanceof Long contact) {
            addEmployer(facts, contact);
        }
        return facts;
    }

    @Override
    public Map<String, Object> forStart(Set<String> ofSchools, Set<String> lists) {
        var facts = new HashMap<String, Object>();
        if (lists.contains("students")) {
            facts.put(
                    "students",
                    ofSchools.stream()
                            .flatMap(school -> students.of(school).stream())
                            .map(student -> option(
                                    "%s %s, grade %d (%s)"
                                            .formatted(
                                                    student.givenName(),
                                                    student.familyName(),
                                                    student.grade(),
                                                    student.studentNumber()),
                                    student.id()))
                            .toList());
        }
        if (lists.contains("teachers")) {
            facts.put(
                    "teachers",
                    staff.members(Groups.TEACHERS, ofSchools).entrySet().stream()
                            .map(teacher -> option(teacher.getValue(), teacher.getKey()))
                            .toList());
        }
        if (lists.contains("schools")) {
            facts.put(
                    "schools",
                    ofSchools.stream()
                            .flatMap(code -> schools.find(code).stream())
                            .sorted(comparing(Schools.School::name))
                            .map(school -> option(school.name(), school.code()))
                            .toList());
        }
        if (lists.contains("classLists") && !ofSchools.isEmpty()) {
            facts.put(
                    "classLists",
                    classLists.of(ofSchools).stream()
                            .map(list -> option("%s (%d students)".formatted(list.name(), list.students()), list.id()))
                            .toList());
        }
        if (lists.contains("recordings") && !ofSchools.isEmpty()) {
            facts.put("recordings", recordings(ofSchools));
        }
        if (lists.contains("openInterviews") && !ofSchools.isEmpty()) {
            facts.put("openInterviews", options(interviews.open(ofSchools, MOST_INTERVIEWS)));
        }
        if (lists.contains("bookedInterviews") && !ofSchools.isEmpty()) {
            facts.put("bookedInterviews", options(interviews.booked(ofSchools, clock.instant(), MOST_INTERVIEWS)));
        }
        return facts;
    }

    private List<Map<String, String>> options(List<Interviews.Line> lines) {
        return lines.stream()
                .map(interview -> option(InterviewLines.of(interview, clock), interview.id()))
                .toList();
    }

    /** The proposed steps, and the way to another one. */
    private static List<Map<String, String>> nextSteps(@Nullable Object codes) {
        var proposed = codes instanceof String text && !text.isEmpty() ? text.split(",", -1) : new String[0];
        return Stream.concat(
                        Arrays.stream(proposed)
                                .map(code -> option(NextStep.valueOf(code).words(), code)),
                        Stream.of(option("Something else", "OTHER")))
                .toList();
    }

    private List<Map<String, String>> recordings(Set<String> ofSchools) {
        return recordings.shownOn(ofSchools, LocalDate.now(clock)).stream()
                .map(recording -> option(
                        "%s, %s (until %s)"
                                .formatted(
                                        recording.title(), recording.employer(), DATE.format(recording.shownUntil())),
                        recording.id()))
                .toList();
    }

    private String leftOut(String ids) {
        return Arrays.stream(ids.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .flatMap(id -> students.find(id).stream())
                .map(student -> "- %s %s: %s"
                        .formatted(
                                student.givenName(),
                                student.familyName(),
                                students.age(student.id(), LocalDate.now(clock)) < Students.YOUNGEST
                                        ? "under thirteen"
                                        : "has an open interview in this field"))
                .collect(joining("\n"));
    }

    private List<Map<String, String>> contacts(String school) {
        var loads = employers.loads(school);
        return employers.contacts(school).stream()
                .map(contact -> option(
                        "%s: %s, %s%s"
                                .formatted(
                                        contact.employerName(),
                                        contact.name(),
                                        contact.jobTitle(),
                                        Optional.ofNullable(loads.get(contact.employerId()))
                                                .flatMap(EmployerLoads::whyNot)
                                                .map(why -> " (not now: it " + why + ")")
                                                .orElse("")),
                        contact.id()))
                .toList();
    }

    private void addEmployer(Map<String, Object> facts, long id) {
        var contact = employers.contact(id);
        facts.put("employerName", contact.employerName());
        facts.put("contactName", contact.name());
        facts.put("contactPhone", contact.phone());
        facts.put("employerNeedText", employers.lastNeed(contact.employerId()));
        facts.put(
                "callWhom",
                Stream.concat(
                                Stream.of("- Employer: %s, %s, %s"
                                        .formatted(contact.employerName(), contact.name(), contact.phone())),
                                interviews.openWith(contact.employerId()).stream()
                                        .map(interview -> "- Open with it: " + InterviewLines.of(interview, clock)))
                        .collect(joining("\n")));
    }

    private void addInterview(
            Map<String, Object> facts, CaseFile file, String audience, Set<String> names, Locale language) {
        var employer = "employers".equals(audience);
        var family = "guardians".equals(audience) || "students".equals(audience);
        facts.put("studentName", employer ? file.studentForEmployer() : family ? file.givenName() : file.studentName());
        put(facts, "careerField", file.careerField());
        put(facts, "employerName", file.employerName());
        put(facts, "contactName", file.contactName());
        put(facts, "contactTitle", file.contactTitle());
        put(facts, "place", file.where());
        put(facts, "mode", file.mode().name());
        facts.put("classSession", file.isClassSession() ? "yes" : "no");
        put(facts, "recordingTitle", file.recordingTitle());
        put(facts, "recordingAddress", file.recordingAddress());
        put(facts, "way", languages.text("way." + file.mode().name(), language));
        if (file.startsAt() != null) {
            var start = file.startsAt().atZoneSameInstant(clock.getZone());
            facts.put("interviewDate", Languages.date(language).format(start));
            facts.put("interviewTime", Languages.time(language).format(start));
        }
        facts.put("dayNotes", names.contains("dayNotes") && !employer && !family ? dayNotes(file) : "");
        facts.put("onHold", file.heldSince() == null ? "no" : "yes");
        facts.put("mayWithdraw", names.contains("mayWithdraw") && mayWithdraw(file, audience) ? "yes" : "no");
        if (employer) {
            if (names.contains("studentsAMonth")) {
                employers
                        .monthlyCap(requireNonNull(file.employerId()))
                        .ifPresent(students -> facts.put("studentsAMonth", students));
            }
            facts.put(
                    "questions",
                    file.questionsForEmployer().isEmpty()
                            ? "They are asked on the day."
                            : bullets(file.questionsForEmployer()));
            return;
        }
        put(facts, "objectives", file.objectives());
        if (!"students".equals(audience) && names.contains("visitPlan")) {
            put(
                    facts,
                    "visitPlan",
                    arrangements
                            .visitPlan(file.id())
                            .map(plan -> VisitPlans.words(plan, languages, language))
                            .orElse(""));
        }
        if ("guardians".equals(audience)) {
            return;
        }
        facts.put("signedAs", file.shareData() ? file.givenName() : "a student of " + file.schoolName());
        put(facts, "arrivalNotes", file.arrivalNotes());
        put(facts, "industry", file.researchIndustry());
        put(facts, "employer", file.researchEmployer());
        put(facts, "education", file.researchEducation());
        put(facts, "sources", file.researchSources());
        if ("students".equals(audience)) {
            put(facts, "questions", file.questions());
            if (names.contains("wish")) {
                put(
                        facts,
                        "wish",
                        learning.reflection(file.id())
                                .map(Learning.Reflection::wish)
                                .orElse(null));
            }
            facts.put(
                    "researchFeedback",
                    file.researchFeedback() == null ? "" : "Your teacher says: " + file.researchFeedback());
            return;
        }
        addForStaff(facts, file, names);
    }

    /** What both sides said on the day, a line each. */
    private String dayNotes(CaseFile file) {
        return bullets(dayNotes.of(file.id()).stream()
                .map(note -> "%s, %s: %s"
                        .formatted(
                                TIME.format(note.at().atZoneSameInstant(clock.getZone())),
                                note.side() == DayNotes.Side.EMPLOYER ? "the employer" : "the student",
                                note.minutesLate() == null
                                        ? "I am here"
                                        : "I come about %d minutes later".formatted(note.minutesLate())))
                .toList());
    }

    /** A permission is taken back by whoever can give it. */
    private boolean mayWithdraw(CaseFile file, String audience) {
        return switch (audience) {
            case "guardians" -> true;
            case "students" -> students.age(file.studentId(), LocalDate.now(clock)) >= Permissions.OF_AGE;
            default -> false;
        };
    }

    private void addRequest(Map<String, Object> facts, CaseFile file, ChangeRequest request) {
        var guardian = students.guardianOf(file.studentId());
        facts.put(
                "requestBy",
                switch (request.side()) {
                    case EMPLOYER -> "%s, %s".formatted(file.contactName(), file.employerName());
                    case STUDENT -> file.studentName();
                    case GUARDIAN -> guardian.map(Students.Guardian::name).orElse("The family");
                });
        facts.put(
                "requestWish",
                switch (request.wish()) {
                    case MOVE -> "another day or time";
                    case CANCEL -> "it cannot take place";
                    case WITHDRAW -> "the permission is taken back; the interview had begun";
                    case OTHER -> "something else has changed";
                });
        put(facts, "requestWords", request.words());
        facts.put(
                "requestPhone",
                Stream.of(
                                request.phone(),
                                request.side() == Side.EMPLOYER ? file.contactPhone() : null,
                                request.side() == Side.EMPLOYER
                                        ? null
                                        : guardian.map(Students.Guardian::phone).orElse(null))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("them"));
    }

    private void addCorrection(Map<String, Object> facts, FormReceipts.Correction correction) {
        facts.put("correctionWords", correction.words());
        put(facts, "correctionReachAt", correction.reachAt());
        var receipt = receipts.of(correction.formLinkId()).orElseThrow();
        facts.put("answeredTo", receipt.title());
        facts.put("answeredOn", DATE.format(receipt.at().atZoneSameInstant(clock.getZone())));
        facts.put(
                "answeredLines",
                receipt.lines().stream()
                        .map(line -> "- %s **%s**".formatted(line.question(), line.answer()))
                        .collect(joining("\n")));
    }

    private void addHold(Map<String, Object> facts, Holds.Hold hold) {
        facts.put("holdSince", DATE.format(hold.begunAt().atZoneSameInstant(clock.getZone())));
        facts.put("holdReasonText", hold.reason().words());
        put(facts, "holdNote", hold.note());
    }

    /** What costs a query is read only for a form that names it. */
    private void addForStaff(Map<String, Object> facts, CaseFile file, Set<String> names) {
        put(facts, "wishReason", file.reason());
        put(facts, "offeredTimes", file.offeredTimes());
        var today = LocalDate.now(clock);
        facts.put("noticeFrom", DATE.format(today.plus(calendar.employerNotice())));
        facts.put("fullTimeFrom", DATE.format(today.plus(calendar.leadTime())));
        put(facts, "researchIndustry", file.researchIndustry());
        put(facts, "researchEmployer", file.researchEmployer());
        put(facts, "researchEducation", file.researchEducation());
        put(facts, "researchSources", file.researchSources());
        facts.put("questions", bullets(file.questionList()));
        put(facts, "accommodations", file.accommodations());
        put(facts, "offeredModes", waysOffered(file));
        put(facts, "meetingLink", file.meetingLink());
        put(facts, "contactPhone", file.contactPhone());
        if (file.contactMinutes() != null) {
            facts.put("contactMinutes", file.contactMinutes());
        }
        if (isAny(names, "holdSince", "holdReasonText", "holdNote")) {
            holds.of(file.id()).ifPresent(hold -> addHold(facts, hold));
        }
        if (names.contains("planNote")) {
            put(facts, "planNote", interviews.lastNote(file.id(), RecordVisitPlan.IMPROVED));
        }
        if (names.contains("planReason")) {
            put(
                    facts,
                    "planReason",
                    arrangements
                            .objection(file.id())
                            .map(reason -> "Returned: " + reason)
                            .orElse(""));
        }
        if (names.contains("employerChanges")) {
            put(facts, "employerChanges", arrangements.changes(file.id()).orElse(""));
        }
        if (names.contains("emergency")) {
            put(
                    facts,
                    "emergency",
                    arrangements
                            .emergency(file.id())
                            .map(note -> "In an emergency: " + note)
                            .orElse(""));
        }
        if (names.contains("openPoints")) {
            put(facts, "openPoints", openPoints(file));
        }
        learning.reflection(file.id()).ifPresent(reflection -> addReflection(facts, reflection));
        if (names.contains("mayShare")) {
            facts.put("mayShare", learning.sharedReflection(file).isEmpty() ? "no" : "yes");
        }
        if (names.stream().anyMatch(name -> name.startsWith("feedback"))) {
            employers.feedback(file.id()).ifPresent(feedback -> addFeedback(facts, feedback));
        }
        if (names.contains("lastNote")) {
            put(facts, "lastNote", interviews.lastNote(file.id(), "Activity_CallUnhappyEmployer"));
        }
        if (isAny(names, "nextStep", "nextStepWords", "nextStepOn")) {
            nextSteps.of(file.id()).ifPresent(choice -> {
                facts.put("nextStep", choice.step().name());
                facts.put("nextStepWords", choice.words());
                facts.put("nextStepOn", choice.byWhen().toString());
            });
        }
        if (isAny(names, "thankYou", "thankYouWay", "handedOverOn")) {
            thankYous.ofStudent(file.id()).ifPresent(thankYou -> addThankYou(facts, thankYou));
        }
        if (names.contains("callWhom")) {
            facts.put("callWhom", callWhom(file));
        }
    }

    private static boolean isAny(Set<String> names, String... wanted) {
        return Arrays.stream(wanted).anyMatch(names::contains);
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(line -> "- " + line).collect(joining("\n"));
    }

    private static String waysOffered(CaseFile file) {
        return file.offeredModes() == null || file.offeredModes().isEmpty()
                ? ""
                : Stream.of(file.offeredModes().split(",", -1))
                        .map(code -> Mode.valueOf(code).words())
                        .collect(joining(", "));
    }

    private String words(Changes.Change change) {
        var words = new ArrayList<String>();
        if (change.startsAt() != null) {
            var start = change.startsAt().atZoneSameInstant(clock.getZone());
            words.add(DATE.format(start) + " at " + TIME.format(start));
        }
        if (change.mode() != null) {
            words.add(change.mode().words());
        }
        if (change.place() != null) {
            words.add(change.place());
        }
        return String.join(", ", words);
    }

    /** What is not there yet when the decision is due. */
    private String openPoints(CaseFile file) {
        if (file.isClassSession()) {
            var ready = interviews.readiness(file.id());
            return "Students: %d. Consent answered: %d. Questions written: %d."
                    .formatted(ready.students(), ready.consents(), ready.questions());
        }
        var missing = new ArrayList<String>();
        if (!Boolean.TRUE.equals(file.researchApproved())) {
            missing.add("the research is not approved");
        }
        if (file.studentReadyAt() == null) {
            missing.add("the student has not said “I am ready”");
        }
        if (!arrangements.standing(file.id()).employer()) {
            missing.add("the employer has not confirmed the details");
        }
        return missing.isEmpty()
                ? "Everything is there: consent, approval, research, readiness, the employer’s word."
                : "**Not there yet:** " + String.join("; ", missing) + ".";
    }

    private static void addReflection(Map<String, Object> facts, Learning.Reflection reflection) {
        put(facts, "learnedJob", reflection.learnedJob());
        put(facts, "learnedIndustry", reflection.learnedIndustry());
        put(facts, "learnedEducation", reflection.learnedEducation());
        put(facts, "surprise", reflection.surprise());
        put(facts, "expected", reflection.expected());
        facts.put("interestBefore", String.valueOf(reflection.interestBefore()));
        facts.put("interestAfter", String.valueOf(reflection.interestAfter()));
        facts.put(
                "fit",
                Stream.of(reflection.fitInterests(), reflection.fitSkills(), reflection.fitValues())
                        .map(fit -> inWords(fit.name()))
                        .collect(joining(", ")));
        put(facts, "fitWhy", reflection.fitWhy());
        put(facts, "strength", reflection.strength());
        put(facts, "improve", reflection.improve());
        put(facts, "bestQuestion", reflection.bestQuestion());
        put(facts, "missedQuestion", reflection.missedQuestion());
        put(facts, "wish", reflection.wish());
        put(facts, "advice", reflection.advice());
        facts.put("preparedness", reflection.prepared());
    }

    private static void addFeedback(Map<String, Object> facts, Employers.Feedback feedback) {
        facts.put("feedbackTookPlace", inWords(feedback.tookPlace().name()));
        facts.put("feedbackExperience", feedback.experience());
        facts.put("feedbackPrepared", feedback.prepared());
        facts.put("feedbackHostAgain", inWords(feedback.hostAgain()));
        put(facts, "feedbackStrength", feedback.strength());
        put(facts, "feedbackGrowth", feedback.growth());
        facts.put(
                "feedbackRoles",
                feedback.roles().stream().map(ShownFacts::inWords).collect(joining(", ")));
    }

    /** A code as a reader may see it: "cut short" for CUT_SHORT. */
    private static String inWords(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void addThankYou(Map<String, Object> facts, ThankYou thankYou) {
        facts.put("thankYouWay", thankYou.way().name());
        put(facts, "thankYou", thankYou.words());
        if (thankYou.handedOverOn() != null) {
            facts.put("handedOverOn", thankYou.handedOverOn().toString());
        }
    }

    private String callWhom(CaseFile file) {
        var lines = new ArrayList<String>();
        if (file.contactName() != null) {
            lines.add("- Employer: %s, %s, %s".formatted(file.employerName(), file.contactName(), file.contactPhone()));
        }
        students.guardianOf(file.studentId())
                .ifPresent(guardian -> lines.add(
                        "- Family of %s: %s, %s".formatted(file.studentName(), guardian.name(), guardian.phone())));
        staff.contact(file.teacher())
                .ifPresent(teacher -> lines.add("- Teacher: %s, %s".formatted(teacher.name(), teacher.email())));
        return String.join("\n", lines);
    }

    private static void put(Map<String, Object> facts, String key, @Nullable String value) {
        facts.put(key, requireNonNullElse(value, ""));
    }

    private static Map<String, String> option(String label, Object value) {
        return Map.of("label", label, "value", String.valueOf(value));
    }
}
