package org.wbl.interviews.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.form.FormDrafts.Draft;
import org.wbl.interviews.form.FormReceipts.Receipt;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.process.OpenTasks.AnswersNotTaken;
import org.wbl.interviews.process.OpenTasks.Problem;
import org.wbl.interviews.process.OpenTasks.TaskForm;
import org.wbl.interviews.process.OpenTasks.TaskGone;
import org.wbl.interviews.school.Schools;

/**
 * The page behind a mailed link.
 *
 * <p>GET and HEAD, as mail scanners send them, change nothing but the note of the first view. Only a POST with a nonce
 * from the page answers, or keeps what is answered so far.
 */
@Controller
class FormController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy 'at' h:mm a", Locale.US);
    private static final int LONGEST_BODY = 128 * 1024;

    private final FormLinks links;
    private final FormAnswering answering;
    private final LinkTokens tokens;
    private final Throttle throttle;
    private final Schools schools;
    private final Clock clock;
    private final ObjectMapper json;

    FormController(
            FormLinks links,
            FormAnswering answering,
            LinkTokens tokens,
            Throttle throttle,
            Schools schools,
            Clock clock,
            ObjectMapper json) {
        this.links = links;
        this.answering = answering;
        this.tokens = tokens;
        this.throttle = throttle;
        this.schools = schools;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/forms/{token}")
    String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model page) {
        hide(response);
        var found = links.find(token);
        if (found.isEmpty()) {
            return notice(guessed(token, request), response, page);
        }
        var link = found.get();
        addSchool(page, link);
        var state = answering.stateOf(link);
        page.addAttribute("token", token);
        page.addAttribute("nonce", tokens.nonce(link.id()));
        var receipt = state == LinkState.ANSWERED ? answering.receipt(link) : Optional.<Receipt>empty();
        if (receipt.isPresent()) {
            page.addAttribute("receipt", receipt.get());
            page.addAttribute("answeredAt", MOMENT.format(receipt.get().at().atZoneSameInstant(clock.getZone())));
            page.addAttribute("correctable", link.interviewId() != null);
            return "receipt";
        }
        var form = state == LinkState.OPEN ? answering.form(link) : Optional.<TaskForm>empty();
        if (form.isEmpty()) {
            page.addAttribute("renewable", state == LinkState.EXPIRED && link.taskId() != null);
            return notice(state == LinkState.OPEN ? LinkState.REVOKED : state, response, page);
        }
        if ("GET".equals(request.getMethod())) {
            links.viewed(link.id());
        }
        addForm(page, form.get());
        var draft = answering.draft(link);
        page.addAttribute("draft", PageJson.inPage(draft.answers()));
        page.addAttribute("version", draft.version());
        if (link.taskId() != null) {
            page.addAttribute("dueOn", DAY.format(link.dueAt().atZoneSameInstant(clock.getZone())));
        }
        return "form";
    }

    /** Shows the form that asks for a correction of what was answered. */
    @GetMapping("/forms/{token}/correction")
    String showCorrection(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model page) {
        hide(response);
        var found = links.find(token);
        if (found.isEmpty()) {
            return notice(guessed(token, request), response, page);
        }
        addSchool(page, found.get());
        var form = answering.correctionForm(found.get());
        if (form.isEmpty()) {
            var state = answering.stateOf(found.get());
            return notice(state == LinkState.OPEN ? LinkState.NOT_FROM_PAGE : state, response, page);
        }
        addForm(page, form.get());
        page.addAttribute("nonce", tokens.nonce(found.get().id()));
        page.addAttribute("draft", "{}");
        return "form";
    }

    /** Takes the wish for a correction. */
    @CrossOrigin(origins = "${interviews.public-url}")
    @PostMapping(path = "/forms/{token}/correction", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> correct(@PathVariable String token, HttpServletRequest request) {
        return read(Act.SEND, token, request, sent -> {
            answering.correct(token, sent.path("nonce").asText(), answers(sent));
            return reply(HttpStatus.OK, "Your wish is with the school now. You will hear from it.", List.of());
        });
    }

    /** Mails a new link to where the expired one went. */
    @CrossOrigin(origins = "${interviews.public-url}")
    @PostMapping(path = "/forms/{token}/renewal", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String renew(
            @PathVariable String token,
            @RequestParam String nonce,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        hide(response);
        links.find(token).ifPresent(link -> addSchool(page, link));
        if (!throttle.admits(Act.SEND, token, request.getRemoteAddr())) {
            return notice(LinkState.TOO_OFTEN, response, page);
        }
        try {
            if (!answering.renew(token, nonce)) {
                return notice(LinkState.REVOKED, response, page);
            }
        } catch (LinkNotUsable e) {
            return notice(e.state(), response, page);
        }
        page.addAttribute("heading", "A new link is on its way");
        page.addAttribute("paragraph", "We have sent it to the address that had this one. It works for a week.");
        return "notice";
    }

    private static void hide(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
    }

    private void addSchool(Model page, FormLink link) {
        schools.find(link.school()).ifPresent(school -> {
            page.addAttribute("schoolName", school.name());
            page.addAttribute("contact", new Contact(school.name(), school.phone()));
        });
    }

    private static void addForm(Model page, TaskForm form) {
        page.addAttribute("title", form.title());
        page.addAttribute("schema", PageJson.inPage(form.schema()));
        page.addAttribute("data", PageJson.inPage(form.data()));
    }

    private Map<String, Object> answers(JsonNode sent) {
        return json.convertValue(sent.path("answers"), new TypeReference<>() {});
    }

    /** Takes the answers. A page of another site cannot send them: its Origin is not ours. */
    @CrossOrigin(origins = "${interviews.public-url}")
    @PostMapping(path = "/forms/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> answer(@PathVariable String token, HttpServletRequest request) {
        return read(Act.SEND, token, request, sent -> {
            var link = answering.answer(token, sent.path("nonce").asText(), answers(sent));
            return reply(
                    HttpStatus.OK,
                    link.taskId() == null
                            ? "Your request is with the school now. You will hear from it."
                            : "Your answer is with the school now.",
                    List.of());
        });
    }

    /** Keeps what is answered so far, for whoever opens the link next; 412 when another window has saved since. */
    @CrossOrigin(origins = "${interviews.public-url}")
    @PutMapping(path = "/forms/{token}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> keep(@PathVariable String token, HttpServletRequest request) {
        return read(Act.SAVE, token, request, sent -> answering
                .keep(
                        token,
                        sent.path("nonce").asText(),
                        new Draft(
                                json.writeValueAsString(sent.path("answers")),
                                sent.path("version").asInt()))
                .map(version -> reply(HttpStatus.OK, new Reply("Saved", List.of(), version)))
                .orElseGet(() -> reply(
                        HttpStatus.PRECONDITION_FAILED,
                        "These answers were changed in another window or on another device.",
                        List.of())));
    }

    private LinkState guessed(String token, HttpServletRequest request) {
        return throttle.admits(Act.GUESS, token, request.getRemoteAddr()) ? LinkState.UNKNOWN : LinkState.TOO_OFTEN;
    }

    private ResponseEntity<Reply> read(Act act, String token, HttpServletRequest request, Reading reading) {
        if (!throttle.admits(act, token, request.getRemoteAddr())) {
            return reply(LinkState.TOO_OFTEN);
        }
        try {
            var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                return reply(HttpStatus.PAYLOAD_TOO_LARGE, "This is too long. Please give shorter answers.", List.of());
            }
            JsonNode sent = json.readTree(body);
            if (!sent.path("answers").isObject() || !sent.path("nonce").isTextual()) {
                return reply(HttpStatus.BAD_REQUEST, "This is not an answer to a form.", List.of());
            }
            return reading.with(sent);
        } catch (IOException e) {
            return reply(HttpStatus.BAD_REQUEST, "This is not an answer to a form.", List.of());
        } catch (AnswersNotTaken e) {
            return reply(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()), e.problems());
        } catch (LinkNotUsable e) {
            return reply(e.state());
        } catch (TaskGone e) {
            return reply(LinkState.REVOKED);
        }
    }

    private interface Reading {

        /** {@code sent} has answers and a nonce. */
        ResponseEntity<Reply> with(JsonNode sent) throws IOException, AnswersNotTaken, LinkNotUsable, TaskGone;
    }

    private static String notice(LinkState state, HttpServletResponse response, Model page) {
        response.setStatus(state.status().value());
        page.addAttribute("heading", state.heading());
        page.addAttribute("paragraph", state.paragraph());
        return "notice";
    }

    private static ResponseEntity<Reply> reply(LinkState state) {
        return reply(state.status(), state.heading() + ". " + state.paragraph(), List.of());
    }

    private static ResponseEntity<Reply> reply(HttpStatus status, String message, List<Problem> problems) {
        return reply(status, new Reply(message, problems, null));
    }

    private static ResponseEntity<Reply> reply(HttpStatus status, Reply reply) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(reply);
    }

    /**
     * What the page shows after sending.
     *
     * @param version of what was kept, to go on from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reply(
            String message,
            List<Problem> problems,
            @Nullable Integer version) {}

    /** Whom to turn to. */
    record Contact(String name, String phone) {}
}
