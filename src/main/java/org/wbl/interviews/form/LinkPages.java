package org.wbl.interviews.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.wbl.interviews.form.FormCodes.Standing;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.process.OpenTasks.TaskForm;
import org.wbl.interviews.school.Schools;

/** What all pages behind mailed links have in common. */
@Component
class LinkPages {

    private final LinkTokens tokens;
    private final FormCodes codes;
    private final Throttle throttle;
    private final Schools schools;

    LinkPages(LinkTokens tokens, FormCodes codes, Throttle throttle, Schools schools) {
        this.tokens = tokens;
        this.codes = codes;
        this.throttle = throttle;
        this.schools = schools;
    }

    /** No cache keeps such a page, no search engine lists it. */
    void hide(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /** Puts in what every page of a link shows and sends. */
    void begin(String token, FormLink link, Model page) {
        page.addAttribute("token", token);
        page.addAttribute("nonce", tokens.nonce(link.id()));
        schools.find(link.school()).ifPresent(school -> {
            page.addAttribute("schoolName", school.name());
            page.addAttribute("contact", new Contact(school.name(), school.phone()));
        });
    }

    /** Puts in a form and what it shows. */
    void form(TaskForm form, Model page) {
        page.addAttribute("title", form.title());
        page.addAttribute("schema", PageJson.inPage(form.schema()));
        page.addAttribute("data", PageJson.inPage(form.data()));
    }

    /** Counts that somebody opened a link that does not exist, and returns what to say. */
    LinkState unknown(String token, HttpServletRequest request) {
        return throttle.admits(Act.GUESS, token, request.getRemoteAddr()) ? LinkState.UNKNOWN : LinkState.TOO_OFTEN;
    }

    /** The page that says why there is nothing to do. */
    String notice(LinkState state, HttpServletResponse response, Model page) {
        response.setStatus(state.status().value());
        page.addAttribute("heading", state.heading());
        page.addAttribute("paragraph", state.paragraph());
        return "notice";
    }

    /** The page that asks for the code; nothing on it tells what the form is about. */
    String code(FormLink link, Model page) {
        page.addAttribute("standing", codes.standing(link.id()).name());
        page.addAttribute("personal", link.submittedAt() == null);
        page.addAttribute("hours", FormCodes.VALID.toHours());
        return "code";
    }

    /** The same page, after a code that was not taken. */
    String codeAgain(FormLink link, HttpServletResponse response, Model page) {
        var locked = codes.standing(link.id()) == Standing.LOCKED;
        response.setStatus(
                (locked ? LinkState.TOO_OFTEN : LinkState.NEEDS_CODE).status().value());
        page.addAttribute("wrong", !locked);
        return code(link, page);
    }

    /** Whom to turn to. */
    record Contact(String name, String phone) {}
}
