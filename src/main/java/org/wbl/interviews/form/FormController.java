package org.wbl.interviews.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.process.OpenTasks;
import org.wbl.interviews.process.OpenTasks.AnswersNotTaken;
import org.wbl.interviews.process.OpenTasks.Problem;
import org.wbl.interviews.process.OpenTasks.TaskGone;
import org.wbl.interviews.school.Schools;

/**
 * The page behind a mailed link.
 *
 * <p>GET and HEAD, as mail scanners send them, change nothing but the note of the first view. Only a POST with a nonce
 * from the page answers.
 */
@Controller
class FormController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final int LONGEST_BODY = 128 * 1024;

    private final FormLinks links;
    private final FormAnswering answering;
    private final LinkTokens tokens;
    private final Schools schools;
    private final Clock clock;
    private final ObjectMapper json;

    FormController(
            FormLinks links,
            FormAnswering answering,
            LinkTokens tokens,
            Schools schools,
            Clock clock,
            ObjectMapper json) {
        this.links = links;
        this.answering = answering;
        this.tokens = tokens;
        this.schools = schools;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/forms/{token}")
    String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model page) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        var found = links.find(token);
        if (found.isEmpty()) {
            return notice(LinkState.UNKNOWN, response, page);
        }
        var link = found.get();
        schools.find(link.school()).ifPresent(school -> {
            page.addAttribute("schoolName", school.name());
            page.addAttribute("contact", new Contact(school.name(), school.phone()));
        });
        var state = answering.stateOf(link);
        var form = state == LinkState.OPEN ? answering.form(link) : Optional.<OpenTasks.TaskForm>empty();
        if (form.isEmpty()) {
            return notice(state == LinkState.OPEN ? LinkState.REVOKED : state, response, page);
        }
        if ("GET".equals(request.getMethod())) {
            links.viewed(link.id());
        }
        page.addAttribute("title", form.get().title());
        page.addAttribute("schema", PageJson.inPage(form.get().schema()));
        page.addAttribute("data", PageJson.inPage(form.get().data()));
        page.addAttribute("nonce", tokens.nonce(link.id()));
        if (link.taskId() != null) {
            page.addAttribute("dueOn", DAY.format(link.dueAt().atZoneSameInstant(clock.getZone())));
        }
        return "form";
    }

    /** Takes the answers. A page of another site cannot send them: its Origin is not ours. */
    @CrossOrigin(origins = "${interviews.public-url}")
    @PostMapping(path = "/forms/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> answer(@PathVariable String token, InputStream request) {
        try {
            var body = request.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                return reply(HttpStatus.PAYLOAD_TOO_LARGE, "This is too long. Please give shorter answers.", List.of());
            }
            JsonNode sent = json.readTree(body);
            if (!sent.path("answers").isObject() || !sent.path("nonce").isTextual()) {
                return reply(HttpStatus.BAD_REQUEST, "This is not an answer to a form.", List.of());
            }
            Map<String, Object> answers = json.convertValue(sent.path("answers"), new TypeReference<>() {});
            var link = answering.answer(token, sent.path("nonce").asText(), answers);
            return reply(
                    HttpStatus.OK,
                    link.taskId() == null
                            ? "Your request is with the school now. You will hear from it."
                            : "Your answer is with the school now.",
                    List.of());
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
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new Reply(message, problems));
    }

    /** What the page shows after sending. */
    record Reply(String message, List<Problem> problems) {}

    /** Whom to turn to. */
    record Contact(String name, String phone) {}
}
