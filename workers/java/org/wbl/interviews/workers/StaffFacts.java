package org.wbl.interviews.workers;

import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Handovers;
import org.wbl.interviews.process.FormFacts;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.process.StaffProcess;
import org.wbl.interviews.staff.Absences;

/** What forms show of handovers, absences and caseloads, and the staff they let one choose from. */
@Component
class StaffFacts implements FormFacts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);

    private final Handovers handovers;
    private final Absences absences;
    private final StaffIdentity staff;

    StaffFacts(Handovers handovers, Absences absences, StaffIdentity staff) {
        this.handovers = handovers;
        this.absences = absences;
        this.staff = staff;
    }

    @Override
    public Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language) {
        if (variables.get(StaffProcess.HANDOVER_ID.name()) instanceof Long id
                && variables.get(StaffProcess.TASKS_MOVED.name()) instanceof Integer tasks) {
            var handover = handovers.get(id);
            var employers = handovers.employers(id).stream()
                    .map(employer -> "- %s: %s, %s (%s)"
                            .formatted(
                                    employer.name(),
                                    employer.contactName(),
                                    employer.contactPhone(),
                                    employer.interviewId()))
                    .collect(joining("\n"));
            return Map.of(
                    "handoverSummary",
                    "From %s to %s. Interviews: %d. Open tasks: %d."
                            .formatted(name(handover.outgoing()), name(handover.successor()), handover.moved(), tasks),
                    "handoverEmployers",
                    employers.isEmpty() ? "None of the interviews has an employer yet." : employers);
        }
        if (variables.get(StaffProcess.ABSENCE_ID.name()) instanceof Long id) {
            var absence = absences.get(id);
            return Map.of(
                    "absenceSummary",
                    "%s is away from %s and back on %s. %s stands in."
                            .formatted(
                                    name(absence.absent()),
                                    DATE.format(absence.firstDay()),
                                    DATE.format(absence.backOn()),
                                    name(absence.deputy())));
        }
        if (variables.get(StaffProcess.OVERLOADED.name()) instanceof String coordinator && school != null) {
            return Map.of(
                    "caseloadSummary",
                    "%s coordinates more interviews than one can do.".formatted(name(coordinator)),
                    "caseloads",
                    handovers.caseloads(school).stream()
                            .map(caseload -> "- %s: %d".formatted(name(caseload.coordinator()), caseload.interviews()))
                            .collect(joining("\n")));
        }
        return Map.of();
    }

    @Override
    public Map<String, Object> forStart(Set<String> schools, Set<String> lists) {
        var facts = new HashMap<String, Object>();
        var coordinators = staff.members(Groups.COORDINATORS, schools);
        if (lists.contains("coordinators")) {
            facts.put("coordinators", options(coordinators));
        }
        if (lists.contains("outgoingCoordinators") && !schools.isEmpty()) {
            var outgoing = new LinkedHashMap<>(coordinators);
            handovers.coordinators(schools).forEach(user -> outgoing.putIfAbsent(user, name(user)));
            facts.put("outgoingCoordinators", options(outgoing));
        }
        if (lists.contains("coordinatorsAndTeachers")) {
            var both = new LinkedHashMap<String, String>();
            coordinators.forEach((user, name) -> both.put(user, name + ", coordinator"));
            staff.members(Groups.TEACHERS, schools).forEach((user, name) -> both.putIfAbsent(user, name + ", teacher"));
            facts.put("coordinatorsAndTeachers", options(both));
        }
        return facts;
    }

    private static List<Map<String, String>> options(Map<String, String> people) {
        return people.entrySet().stream()
                .map(person -> Map.of("label", person.getValue(), "value", person.getKey()))
                .toList();
    }

    /** Whoever left is known by the name of the account alone. */
    private String name(String user) {
        return staff.contact(user).map(StaffIdentity.Contact::name).orElse(user + " (no account any more)");
    }
}
