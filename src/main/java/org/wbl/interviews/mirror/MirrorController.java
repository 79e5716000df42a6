package org.wbl.interviews.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.wbl.interviews.process.DeployedModels;
import org.wbl.interviews.process.DeployedModels.Node;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.InterviewProcess;
import org.wbl.interviews.process.StaffMember;
import org.wbl.interviews.school.Schools;
import org.wbl.interviews.school.Schools.School;
import org.wbl.interviews.security.SignedIn;

/** The page on which administrators see how cases fare at each step of a process. */
@Controller
class MirrorController {

    private static final Set<String> READERS = Set.of(Groups.ADMINISTRATORS, Groups.DISTRICT_ADMINISTRATORS);

    private final ProcessMirror mirror;
    private final DeployedModels models;
    private final Schools schools;
    private final Clock clock;

    MirrorController(ProcessMirror mirror, DeployedModels models, Schools schools, Clock clock) {
        this.mirror = mirror;
        this.models = models;
        this.schools = schools;
        this.clock = clock;
    }

    /** Shows the page; {@code step} is the one whose slowest cases are listed, everything empty is not chosen. */
    @GetMapping("/mirror")
    String show(
            @RequestParam(defaultValue = InterviewProcess.KEY) String process,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = Period.USUAL) String period,
            @RequestParam(defaultValue = "") String step,
            HttpServletResponse response,
            Model page) {
        var reader = reader();
        var shown = models.shownTo(reader);
        var model = model(process, shown);
        var own = schools.of(reader);
        var periods = Period.choices(LocalDate.now(clock));
        var chosen = periods.stream().filter(each -> each.code().equals(period)).findFirst();
        page.addAttribute("models", shown);
        page.addAttribute("model", model);
        page.addAttribute("schools", own);
        if (own.size() == 1) {
            page.addAttribute("schoolName", own.get(0).name());
        }
        page.addAttribute("periods", periods);
        page.addAttribute("usa", Locale.US);
        if (chosen.isEmpty()) {
            return refused("There is no such period. Choose one from the list.", response, page);
        }
        page.addAttribute("period", chosen.get());
        if (!school.isEmpty() && own.stream().noneMatch(each -> each.code().equals(school))) {
            return refused("This is none of your schools. Choose one from the list.", response, page);
        }
        page.addAttribute("school", school);
        var scope = scope(reader, own, school);
        var lines = lines(
                models.nodes(model),
                mirror.steps(model.key(), scope, chosen.get()),
                shown.stream().map(DeployedModels.Model::key).collect(Collectors.toSet()));
        page.addAttribute("lines", lines);
        page.addAttribute("basis", mirror.basis(model.key(), scope));
        page.addAttribute("versions", mirror.versions(model.key(), scope));
        if (step.isEmpty()) {
            return "mirror";
        }
        var line = lines.stream().filter(each -> each.step().equals(step)).findFirst();
        if (line.isEmpty()) {
            return refused("This process has no such step. Choose one from the table.", response, page);
        }
        page.addAttribute("step", line.get());
        page.addAttribute("slowest", mirror.slowest(model.key(), step, scope, chosen.get()));
        return "mirror";
    }

    /** Returns the model for the page's script to draw: the engine gives it only to who may read its deployments. */
    @GetMapping("/mirror/{process}.bpmn")
    ResponseEntity<byte[]> bpmn(@PathVariable String process) {
        var model = model(process, models.shownTo(reader()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(model.key() + ".bpmn")
                                .build()
                                .toString())
                .body(models.bpmn(model).getBytes(UTF_8));
    }

    private static String refused(String problem, HttpServletResponse response, Model page) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        page.addAttribute("problem", problem);
        return "mirror";
    }

    private static StaffMember reader() {
        var member = SignedIn.member().orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED));
        if (!member.isIn(READERS)) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return member;
    }

    /** Unknown and hidden are the same to who asks. */
    private static DeployedModels.Model model(String process, List<DeployedModels.Model> shown) {
        return shown.stream()
                .filter(each -> each.key().equals(process))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
    }

    /** Returns the schools in question; null: every school, and the cases of the district itself. */
    private static @Nullable Set<String> scope(StaffMember reader, List<School> own, String school) {
        if (!school.isEmpty()) {
            return Set.of(school);
        }
        return reader.groups().contains(Groups.DISTRICT_ADMINISTRATORS)
                ? null
                : own.stream().map(School::code).collect(Collectors.toSet());
    }

    /** Returns the steps as they are drawn, then those which only former versions have. */
    private static List<Line> lines(List<Node> nodes, List<StepFigures> found, Set<String> shown) {
        var figures = found.stream().collect(toMap(StepFigures::step, each -> each));
        var lines = new ArrayList<Line>();
        for (var node : nodes) {
            var of = figures.remove(node.id());
            if (node.takesTime() || of != null) {
                lines.add(new Line(
                        node.id(),
                        node.name(),
                        node.kind(),
                        node.calls() != null && shown.contains(node.calls()) ? node.calls() : null,
                        of != null ? of : StepFigures.none(node.id())));
            }
        }
        figures.values().stream()
                .map(of -> new Line(
                        of.step(),
                        Objects.requireNonNullElse(of.name(), of.step()),
                        "only in former versions",
                        null,
                        of))
                .forEach(lines::add);
        return lines;
    }

    /**
     * A step and its figures.
     *
     * @param calls the process that it calls, if the reader may look at that, too
     */
    record Line(
            String step, String name, String kind, @Nullable String calls, StepFigures figures) {}
}
