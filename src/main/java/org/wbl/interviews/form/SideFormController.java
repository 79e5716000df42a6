package org.wbl.interviews.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.wbl.interviews.form.PostedAnswers.Reply;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.process.OpenTasks.TaskForm;

/**
 * The forms beside the one that a link is for: something answered is wrong, another person should answer, or somebody
 * does not feel safe.
 */
@Controller
@CrossOrigin(origins = "${interviews.public-url}")
class SideFormController {

    private final FormAnswering answering;
    private final LinkPages pages;
    private final PostedAnswers posted;

    SideFormController(FormAnswering answering, LinkPages pages, PostedAnswers posted) {
        this.answering = answering;
        this.pages = pages;
        this.posted = posted;
    }

    /** Shows the form that asks for a correction of what was answered. */
    @GetMapping("/forms/{token}/correction")
    String showCorrection(
            @PathVariable String token,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.of(
                token,
                request,
                response,
                page,
                (link, language) -> answering.isProven(link, proof)
                        ? show(answering.correctionForm(link, language), link, request, response, page)
                        : pages.code(link, page));
    }

    /** Takes the wish for a correction. */
    @PostMapping(path = "/forms/{token}/correction", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> correct(
            @PathVariable String token,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request) {
        return posted.read(Act.SEND, token, proof, request, (sent, key) -> {
            return posted.done("done.request", answering.correct(key, posted.answers(sent)), request);
        });
    }

    /** Shows the form that says in confidence that something is wrong. */
    @GetMapping("/forms/{token}/concern")
    String showConcern(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model page) {
        return show(token, answering::concernForm, request, response, page);
    }

    /** Takes what is wrong. */
    @PostMapping(path = "/forms/{token}/concern", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> tell(@PathVariable String token, HttpServletRequest request) {
        return posted.read(Act.SEND, token, "", request, (sent, key) -> {
            return posted.done("done.concern", answering.tell(key, posted.answers(sent)), request);
        });
    }

    /** Shows the form that says who should answer; whoever got a link by mistake knows no code. */
    @GetMapping("/forms/{token}/wrong-person")
    String showWrongPerson(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model page) {
        return show(token, answering::wrongPersonForm, request, response, page);
    }

    /** Takes who should answer; the link ends. */
    @PostMapping(path = "/forms/{token}/wrong-person", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Reply> handOn(@PathVariable String token, HttpServletRequest request) {
        return posted.read(Act.SEND, token, "", request, (sent, key) -> {
            return posted.done("done.wrongPerson", answering.handOn(key, posted.answers(sent)), request);
        });
    }

    /** Shows a form that needs no code. */
    private String show(
            String token,
            BiFunction<FormLink, Locale, Optional<TaskForm>> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.of(
                token,
                request,
                response,
                page,
                (link, language) -> show(form.apply(link, language), link, request, response, page));
    }

    private String show(
            Optional<TaskForm> form,
            FormLink link,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        if (form.isEmpty()) {
            var state = answering.stateOf(link);
            return pages.notice(state == LinkState.OPEN ? LinkState.NOT_FROM_PAGE : state, response, page);
        }
        pages.form(form.get(), request, page);
        page.addAttribute("draft", "{}");
        return "form";
    }
}
