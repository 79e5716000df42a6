package org.wbl.interviews.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.wbl.interviews.form.FormDrafts.Draft;
import org.wbl.interviews.form.FormReceipts.Receipt;
import org.wbl.interviews.form.PostedAnswers.Reply;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.process.OpenTasks;
import org.wbl.interviews.process.OpenTasks.TaskForm;

/**
 * The page behind a mailed link.
 *
 * <p>GET and HEAD, as mail scanners send them, change nothing but the note of the first view. Only a POST with a nonce
 * from the page answers, or keeps what is answered so far.
 */
@Controller
class FormController {

    private final FormLinks links;
    private final FormAnswering answering;
    private final OpenTasks tasks;
    private final LinkPages pages;
    private final InterviewDay day;
    private final EmployerDesk desk;
    private final Clock clock;
    private final PostedAnswers posted;
    private final LinkLanguages languages;
    private final ObjectMapper json;

    FormController(
            FormLinks links,
            FormAnswering answering,
            OpenTasks tasks,
            LinkPages pages,
            InterviewDay day,
            EmployerDesk desk,
            Clock clock,
            PostedAnswers posted,
            LinkLanguages languages,
            ObjectMapper json) {
        this.links = links;
        this.answering = answering;
        this.tasks = tasks;
        this.pages = pages;
        this.day = day;
        this.desk = desk;
        this.clock = clock;
        this.posted = posted;
        this.languages = languages;
        this.json = json;
    }

    @GetMapping({"/forms/{token}", "/forms/{token}/change"})
    String show(
            @PathVariable String token,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return tasks.inOneGo(() -> pages.of(
                token,
                request,
                response,
                page,
                (link, language) -> show(link, language, proof, request, response, page)));
    }

    private String show(
            FormLink link,
            Locale language,
            String proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        var state = answering.stateOf(link);
        if (state == LinkState.OPEN && "GET".equals(request.getMethod())) {
            links.viewed(link.id());
        }
        var asleep = link.isDesk() && state == LinkState.EXPIRED;
        if (asleep || ((state == LinkState.OPEN || state == LinkState.ANSWERED) && !answering.isProven(link, proof))) {
            return pages.code(link, page);
        }
        if (link.isDesk() && state == LinkState.OPEN) {
            desk.show(link, language, page);
            return "desk";
        }
        var receipt = state == LinkState.ANSWERED ? answering.receipt(link) : Optional.<Receipt>empty();
        if (receipt.isPresent()) {
            page.addAttribute("receipt", receipt.get());
            page.addAttribute(
                    "answered", desk.answered(link.purpose(), receipt.get().title(), language));
            page.addAttribute("deskToken", desk.tokenFor(link).orElse(null));
            page.addAttribute("answeredAt", moment(receipt.get().at(), language));
            page.addAttribute("correctable", link.interviewId() != null);
            return "receipt";
        }
        var today = state == LinkState.OPEN && !isAskedForForm(request) ? day.of(link) : Optional.<CaseFile>empty();
        if (today.isPresent()) {
            day.show(today.get(), link, language, page);
            return "day";
        }
        var form = state == LinkState.OPEN ? answering.form(link, language) : Optional.<TaskForm>empty();
        if (form.isEmpty()) {
            page.addAttribute("renewable", state == LinkState.EXPIRED && link.taskId() != null);
            return pages.notice(state == LinkState.OPEN ? LinkState.REVOKED : state, response, page);
        }
        pages.form(form.get(), request, page);
        var draft = answering.draft(link);
        page.addAttribute("draft", PageJson.inPage(draft.answers()));
        page.addAttribute("version", draft.version());
        if (link.taskId() != null) {
            page.addAttribute("dueOn", day(link.dueAt(), form.get().language()));
        }
        return "form";
    }

    /** Takes the answers. A page of another site cannot send them: its Origin is not ours. */
    @CrossOrigin(origins = "${interviews.public-url}")
    @PostMapping(
            path = {"/forms/{token}", "/forms/{token}/change"},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> answer(
            @PathVariable String token,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request) {
        return posted.read(Act.SEND, token, proof, request, (sent, key) -> {
            var taken = answering.answer(key, posted.answers(sent), known -> languages.of(known, request));
            var link = taken.link();
            if (link.taskId() == null) {
                return posted.done("done.request", link, request);
            }
            var until = day(link.expiresAt(), languages.of(link, request));
            return taken.copied()
                    ? posted.done(List.of("done.answer", "done.copy"), link, request, until)
                    : posted.done(List.of("done.answer"), link, request, until);
        });
    }

    /** Keeps what is answered so far, for whoever opens the link next; 412 when another window has saved since. */
    @CrossOrigin(origins = "${interviews.public-url}")
    @PutMapping(
            path = {"/forms/{token}/draft", "/forms/{token}/change/draft"},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> keep(
            @PathVariable String token,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request) {
        return posted.read(Act.SAVE, token, proof, request, (sent, key) -> answering
                .keep(
                        key,
                        new Draft(
                                json.writeValueAsString(sent.path("answers")),
                                sent.path("version").asInt()))
                .map(version -> PostedAnswers.reply(HttpStatus.OK, new Reply("Saved", List.of(), version)))
                .orElseGet(() -> posted.refuse(HttpStatus.PRECONDITION_FAILED, "js.changedElsewhere", token, request)));
    }

    /** On the day of the interview the link itself shows what is needed then. */
    private static boolean isAskedForForm(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/change");
    }

    private String moment(OffsetDateTime at, Locale language) {
        return day(at, language) + ", " + Languages.time(language).format(at.atZoneSameInstant(clock.getZone()));
    }

    private String day(OffsetDateTime at, Locale language) {
        return Languages.date(language).format(at.atZoneSameInstant(clock.getZone()));
    }
}
