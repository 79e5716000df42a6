package org.wbl.interviews.workers;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.FormFacts;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.InterviewProcess;
import org.wbl.interviews.process.StaffIdentity;
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
    private final Schools schools;
    private final StaffIdentity staff;
    private final Clock clock;

    ShownFacts(
            Interviews interviews,
            Employers employers,
            Students students,
            Schools schools,
            StaffIdentity staff,
            Clock clock) {
        this.interviews = interviews;
        this.employers = employers;
        this.students = students;
        this.schools = schools;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> forTask(
            String audience, @Nullable String school, Map<String, Object> variables, Set<String> lists) {
        var facts = new HashMap<String, Object>();
        if (school != null) {
            facts.put(
                    "schoolName", schools.find(school).map(Schools.School::name).orElse(""));
            if (lists.contains("contacts")) {
                facts.put("contacts", contacts(school));
            }
        }
        if (variables.get(InterviewProcess.INTERVIEW_ID.name()) instanceof String interview) {
            addInterview(facts, interviews.get(interview), audience);
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
        if (lists.contains("openInterviews") && !ofSchools.isEmpty()) {
            facts.put(
                    "openInterviews",
                    interviews.open(ofSchools, MOST_INTERVIEWS).stream()
                            .map(interview -> option(InterviewLines.of(interview, clock), interview.id()))
                            .toList());
        }
        return facts;
    }

    private List<Map<String, String>> contacts(String school) {
        return employers.contacts(school).stream()
                .map(contact -> option(
                        "%s: %s, %s".formatted(contact.employerName(), contact.name(), contact.jobTitle()),
                        contact.id()))
                .toList();
    }

    private void addEmployer(Map<String, Object> facts, long id) {
        var contact = employers.contact(id);
        facts.put("employerName", contact.employerName());
        facts.put("contactName", contact.name());
        facts.put("contactPhone", contact.phone());
        facts.put("employerNeedText", employers.lastNeed(contact.employerId()));
    }

    private void addInterview(Map<String, Object> facts, CaseFile file, String audience) {
        var employer = "employers".equals(audience);
        var family = "guardians".equals(audience) || "students".equals(audience);
        facts.put("studentName", employer ? file.studentForEmployer() : family ? file.givenName() : file.studentName());
        put(facts, "careerField", file.careerField());
        put(facts, "employerName", file.employerName());
        put(facts, "contactName", file.contactName());
        put(facts, "contactTitle", file.contactTitle());
        put(facts, "place", file.place());
        if (file.startsAt() != null) {
            var start = file.startsAt().atZoneSameInstant(clock.getZone());
            facts.put("interviewDate", DATE.format(start));
            facts.put("interviewTime", TIME.format(start));
        }
        if (employer) {
            return;
        }
        put(facts, "objectives", file.objectives());
        if ("guardians".equals(audience)) {
            return;
        }
        put(facts, "arrivalNotes", file.arrivalNotes());
        put(facts, "industry", file.researchIndustry());
        put(facts, "employer", file.researchEmployer());
        put(facts, "education", file.researchEducation());
        put(facts, "sources", file.researchSources());
        if ("students".equals(audience)) {
            put(facts, "questions", file.questions());
            facts.put(
                    "researchFeedback",
                    file.researchFeedback() == null ? "" : "Your teacher says: " + file.researchFeedback());
            return;
        }
        addForStaff(facts, file);
    }

    private void addForStaff(Map<String, Object> facts, CaseFile file) {
        put(facts, "reason", file.reason());
        put(facts, "offeredTimes", file.offeredTimes());
        put(facts, "researchIndustry", file.researchIndustry());
        put(facts, "researchEmployer", file.researchEmployer());
        put(facts, "researchEducation", file.researchEducation());
        put(facts, "researchSources", file.researchSources());
        facts.put(
                "questions",
                file.questionList().stream().map(question -> "- " + question).collect(joining("\n")));
        put(facts, "learnedJob", file.learnedJob());
        put(facts, "learnedIndustry", file.learnedIndustry());
        put(facts, "surprise", file.surprise());
        put(facts, "strength", file.strength());
        put(facts, "improve", file.improve());
        put(facts, "nextStepWords", file.nextStepWords());
        put(facts, "thankYou", file.thankYou());
        facts.put("interestBefore", requireNonNullElse(file.interestBefore(), 0));
        facts.put("interestAfter", requireNonNullElse(file.interestAfter(), 0));
        if (file.contactMinutes() != null) {
            facts.put("contactMinutes", file.contactMinutes());
        }
        facts.put("callWhom", callWhom(file));
    }

    private String callWhom(CaseFile file) {
        var lines = new ArrayList<String>();
        if (file.contactName() != null) {
            lines.add("- Employer: %s, %s, %s".formatted(file.employerName(), file.contactName(), file.contactPhone()));
        }
        students.guardianOf(file.studentId())
                .ifPresent(guardian -> lines.add(
                        "- Family of %s: %s, %s".formatted(file.studentName(), guardian.name(), guardian.phone())));
        staff.contact(file.teacher()).ifPresent(teacher -> lines.add("- Teacher: " + teacher.name()));
        return String.join("\n", lines);
    }

    private static void put(Map<String, Object> facts, String key, @Nullable String value) {
        facts.put(key, requireNonNullElse(value, ""));
    }

    private static Map<String, String> option(String label, Object value) {
        return Map.of("label", label, "value", String.valueOf(value));
    }
}
