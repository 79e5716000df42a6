package org.wbl.interviews.workers;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toMap;
import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.staff.Absences;

/**
 * What coordinators and administrators of a school are told once a week.
 *
 * <p>A coordinator hears of what is his or hers, or waits for others in his or her interviews, a deputy of the same of
 * whoever is away; administrators hear of all that coordinators, teachers, administrators and people outside owe. What
 * only the safeguarding staff may know is in nobody's.
 */
@Component
class Digests {

    private static final List<String> OUTSIDE = List.of("employers", "guardians", "students");
    private static final List<String> COORDINATED = List.of(Groups.COORDINATORS, Groups.TEACHERS);
    private static final List<String> ADMINISTRATED = List.of(Groups.ADMINISTRATORS);

    /** As many as a person reads; the longest overdue come first. */
    private static final int MOST_LINES = 50;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Interviews interviews;
    private final Ratings ratings;
    private final Absences absences;
    private final StaffIdentity staff;
    private final Clock clock;

    Digests(
            TaskService tasks,
            RuntimeService runtime,
            Interviews interviews,
            Ratings ratings,
            Absences absences,
            StaffIdentity staff,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.interviews = interviews;
        this.ratings = ratings;
        this.absences = absences;
        this.staff = staff;
        this.clock = clock;
    }

    /** Returns the digests of a school by e-mail address; whoever has nothing has none. */
    Map<String, Digest> of(String school) {
        var overdue = overdue(school);
        var raters = ratings.flagged(school, clock.instant().minus(7, DAYS)).stream()
                .map(this::line)
                .toList();
        var digests = new LinkedHashMap<String, Digest>();
        if (overdue.isEmpty() && raters.isEmpty()) {
            return digests;
        }
        add(digests, Groups.ADMINISTRATORS, school, overdue, raters);
        add(digests, Groups.COORDINATORS, school, overdue, raters);
        return digests;
    }

    private void add(
            Map<String, Digest> digests, String group, String school, List<Overdue> overdue, List<String> raters) {
        var away = deputies(school).keySet();
        staff.members(group, List.of(school)).forEach((user, name) -> {
            var own = Groups.ADMINISTRATORS.equals(group)
                    ? overdue
                    : overdue.stream().filter(task -> task.isOf(user)).toList();
            if (!away.contains(user) && !(own.isEmpty() && raters.isEmpty())) {
                staff.contact(user)
                        .filter(contact -> !contact.email().isBlank())
                        .ifPresent(
                                contact -> digests.putIfAbsent(contact.email(), new Digest(group, name, own, raters)));
            }
        });
    }

    private List<Overdue> overdue(String school) {
        var all = Stream.of(OUTSIDE, COORDINATED, ADMINISTRATED)
                .flatMap(groups -> overdue(school, groups).map(task -> new Late(task, groups)))
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var interviewOf = runtime
                .createVariableInstanceQuery()
                .variableName(INTERVIEW_ID.name())
                .processInstanceIdIn(all.stream()
                        .map(late -> late.task().getProcessInstanceId())
                        .distinct()
                        .toArray(String[]::new))
                .list()
                .stream()
                .filter(variable -> variable.getValue() != null)
                .collect(toMap(
                        VariableInstance::getProcessInstanceId, variable -> (String) variable.getValue(), (a, b) -> a));
        var coordinatorOf = interviews.coordinators(Set.copyOf(interviewOf.values()));
        var deputies = deputies(school);
        var lines = new ArrayList<Overdue>();
        for (var late : all) {
            var task = late.task();
            var interview = interviewOf.get(task.getProcessInstanceId());
            var coordinator = interview == null ? null : coordinatorOf.get(interview);
            lines.add(new Overdue(
                    task.getName(),
                    interview,
                    DAYS.between(day(task.getDueDate()), LocalDate.now(clock)),
                    OUTSIDE.equals(late.groups()),
                    task.getAssignee(),
                    coordinator == null || ADMINISTRATED.equals(late.groups())
                            ? null
                            : deputies.getOrDefault(coordinator, coordinator)));
        }
        lines.sort((one, other) -> Long.compare(other.days(), one.days()));
        return lines;
    }

    private Stream<Task> overdue(String school, List<String> groups) {
        return tasks
                .createTaskQuery()
                .active() // an interview on hold is not late
                .tenantIdIn(school)
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks()
                .dueBefore(Date.from(clock.instant()))
                .list()
                .stream();
    }

    private Map<String, String> deputies(String school) {
        var today = LocalDate.now(clock);
        return absences.between(school, today, today.plusDays(1)).stream()
                .collect(toMap(Absences.Absence::absent, Absences.Absence::deputy, (one, other) -> one));
    }

    private LocalDate day(Date due) {
        return LocalDate.ofInstant(due.toInstant(), clock.getZone());
    }

    private String line(Ratings.Flag flag) {
        return "%s: nothing but %s in the last three interviews"
                .formatted(
                        flag.contact() != null
                                ? flag.contact()
                                : staff.contact(flag.rater())
                                        .map(StaffIdentity.Contact::name)
                                        .orElse(flag.rater()),
                        flag.score() == 1 ? "ones" : "fours");
    }

    private record Late(Task task, List<String> groups) {}

    /**
     * A task that is overdue.
     *
     * @param interview null: about none
     * @param outside whether it waits for an employer, a family or a student
     * @param coordinator who looks after the interview today; null: nobody, or none of a coordinator's business
     */
    private record Overdue(
            String name,
            @Nullable String interview,
            long days,
            boolean outside,
            @Nullable String assignee,
            @Nullable String coordinator) {

        boolean isOf(String user) {
            return user.equals(assignee) || user.equals(coordinator);
        }

        String line() {
            return "%s%s: %s%s"
                    .formatted(
                            name,
                            interview == null ? "" : ", " + interview,
                            days == 1 ? "1 day" : days + " days",
                            outside ? ", waits for others" : "");
        }
    }

    /** What one person is told. */
    record Digest(String group, String name, List<Overdue> tasks, List<String> raters) {

        static final Digest NOTHING = new Digest("", "", List.of(), List.of());

        /** The first of the tasks, each in a line. */
        List<String> lines() {
            return tasks.stream().limit(MOST_LINES).map(Overdue::line).toList();
        }

        long waiting() {
            return tasks.stream().filter(Overdue::outside).count();
        }
    }
}
