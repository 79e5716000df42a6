package org.wbl.interviews.workers;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.Employers.Status;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.SafetyReports;
import org.wbl.interviews.process.FormFacts;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.SafetyProcess;
import org.wbl.interviews.process.StaffIdentity;

/** What forms show of a safety report: to the safeguarding staff, and to whom the task was handed on. */
@Component
class SafetyFacts implements FormFacts {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy 'at' h:mm a", Locale.US);

    /** As many as a person can look through; the newest come first. */
    private static final int MOST_INTERVIEWS = 500;

    private static final Period RECENT = Period.ofDays(180);

    private static final Map<String, String> STEPS =
            Map.of("LOOK", "First look", "ACTION", "Action", "FOLLOW_UP", "Follow-up");

    private final SafetyReports reports;
    private final Interviews interviews;
    private final Employers employers;
    private final StaffIdentity staff;
    private final Acting acting;
    private final Clock clock;

    SafetyFacts(
            SafetyReports reports,
            Interviews interviews,
            Employers employers,
            StaffIdentity staff,
            Acting acting,
            Clock clock) {
        this.reports = reports;
        this.interviews = interviews;
        this.employers = employers;
        this.staff = staff;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language) {
        if (!(variables.get(SafetyProcess.REPORT_ID.name()) instanceof Long id)) {
            return Map.of();
        }
        var facts = new HashMap<String, Object>();
        List.of("safetySource", "safetyWords", "safetyInterviews", "safetyEmployer", "safetySteps", "safetyPause")
                .forEach(fact -> facts.put(fact, ""));
        facts.put("safetyAbout", "Only the safeguarding staff of the school may read this report.");
        // Whoever administers the engine may open any task; reading this one takes more.
        if (acting.isIn(Groups.SAFEGUARDING, audience)) {
            add(facts, reports.get(id));
        }
        return facts;
    }

    private void add(Map<String, Object> facts, SafetyReports.Report report) {
        facts.put("safetyAbout", about(report));
        facts.put("safetySource", source(report) + ", " + moment(report.at().atZoneSameInstant(clock.getZone())));
        facts.put("safetyWords", report.words());
        facts.put(
                "safetySteps",
                reports.steps(report.id()).stream().map(this::line).collect(joining("\n\n")));
        var employer = report.employerId();
        if (employer != null) {
            facts.put("safetyEmployer", String.valueOf(employer));
            facts.put(
                    "safetyInterviews",
                    interviews.openWith(employer).stream()
                            .map(interview -> "- " + InterviewLines.of(interview, clock))
                            .collect(joining("\n")));
            if (employers.status(employer) == Status.DO_NOT_USE) {
                facts.put("safetyPause", "This employer gets no invitations for now.");
            }
        }
    }

    private String about(SafetyReports.Report report) {
        if (report.interviewId() == null) {
            return "About no interview";
        }
        var file = interviews.get(report.interviewId());
        return Stream.of(
                        file.id(),
                        file.studentName(),
                        file.employerName(),
                        file.contactName(),
                        file.startsAt() == null ? null : moment(file.startsAt().atZoneSameInstant(clock.getZone())),
                        file.place())
                .filter(Objects::nonNull)
                .collect(joining(", "));
    }

    private String source(SafetyReports.Report report) {
        return switch (report.source()) {
            case "STUDENT" -> "Said by the student";
            case "EMPLOYER" -> "Said by the employer";
            default -> "Reported by " + name(Objects.requireNonNullElse(report.reportedBy(), report.source()));
        };
    }

    private String line(SafetyReports.Step step) {
        var informed = step.informed() == null || step.informed().isEmpty()
                ? ""
                : " (informed: %s)"
                        .formatted(step.informed().toLowerCase(Locale.ROOT).replace(",", ", "));
        return "%s by %s%s: %s".formatted(STEPS.get(step.step()), name(step.doneBy()), informed, step.note());
    }

    private String name(String user) {
        return staff.contact(user).map(StaffIdentity.Contact::name).orElse(user);
    }

    private static String moment(ZonedDateTime at) {
        return MOMENT.format(at);
    }

    @Override
    public Map<String, Object> forStart(Set<String> schools, Set<String> lists) {
        if (!lists.contains("recentInterviews") || schools.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "recentInterviews",
                interviews.since(schools, clock.instant().minus(RECENT), MOST_INTERVIEWS).stream()
                        .map(interview -> Map.of("label", InterviewLines.of(interview, clock), "value", interview.id()))
                        .toList());
    }
}
