package org.wbl.interviews.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.form.FormCodes.Standing;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.process.OpenTasks.TaskForm;
import org.wbl.interviews.school.Schools;

/** What all pages behind mailed links have in common. */
@Component
class LinkPages {

    /** The link's id, in the model of its page. */
    private static final String LINK = "linkId";

    private final FormLinks links;
    private final LinkTokens tokens;
    private final FormCodes codes;
    private final Refusals refusals;
    private final Throttle throttle;
    private final Schools schools;
    private final LinkLanguages languages;
    private final Languages texts;
    private final ObjectMapper json;

    LinkPages(
            FormLinks links,
            LinkTokens tokens,
            FormCodes codes,
            Refusals refusals,
            Throttle throttle,
            Schools schools,
            LinkLanguages languages,
            Languages texts,
            ObjectMapper json) {
        this.links = links;
        this.tokens = tokens;
        this.codes = codes;
        this.refusals = refusals;
        this.throttle = throttle;
        this.schools = schools;
        this.languages = languages;
        this.texts = texts;
        this.json = json;
    }

    /** No cache keeps such a page, no search engine lists it. */
    void hide(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /** Shows a page of a link, or says that there is no such link. */
    String of(String token, HttpServletRequest request, HttpServletResponse response, Model page, Page of) {
        hide(response);
        return links.find(token)
                .map(link -> of.show(link, begin(token, link, request, page)))
                .orElseGet(() -> notice(unknown(token, request), response, page));
    }

    interface Page {

        /** Fills the page in this language, and returns its template. */
        String show(FormLink link, Locale language);
    }

    /** Does what a button is for, within the limits, and says why not if it cannot be done. */
    String pressed(
            Act act,
            LinkState tooOften,
            String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            Button button) {
        hide(response);
        links.find(token).ifPresent(link -> begin(token, link, request, page));
        if (!throttle.admits(act, token, request.getRemoteAddr())) {
            return notice(tooOften, response, page);
        }
        try {
            return button.press();
        } catch (LinkNotUsable e) {
            return notice(e.state(), response, page);
        }
    }

    interface Button {

        /** Returns the template of what is shown then, or where to go on. */
        String press() throws LinkNotUsable;
    }

    /** Back to the page of a link, after a button. */
    static String back(String token, HttpServletRequest request) {
        return "redirect:/forms/" + token + LinkLanguages.query(request);
    }

    /** Puts in what every page of a link shows and sends, and returns its language. */
    Locale begin(String token, FormLink link, HttpServletRequest request, Model page) {
        page.addAttribute(LINK, link.id());
        var language = languages.of(link, request);
        speak(language, request, page);
        page.addAttribute("query", LinkLanguages.query(request));
        page.addAttribute(
                "choices",
                languages.choices(link).stream()
                        .map(choice -> new Choice(tag(choice), Languages.ownName(choice), choice.equals(language)))
                        .toList());
        page.addAttribute("token", token);
        page.addAttribute("nonce", tokens.nonce(link.id()));
        school(link.school(), page);
        return language;
    }

    /** Puts in whose page it is, and whom to turn to. */
    void school(String code, Model page) {
        schools.find(code).ifPresent(school -> {
            page.addAttribute("schoolName", school.name());
            page.addAttribute("contact", new Contact(school.name(), school.phone()));
        });
    }

    private void speak(Locale language, HttpServletRequest request, Model page) {
        LinkLanguages.use(language, request);
        page.addAttribute("lang", tag(language));
        page.addAttribute("dir", Languages.direction(language));
        page.addAttribute("unreviewed", languages.isUnreviewed(language));
    }

    static String tag(Locale language) {
        return Languages.isEnglish(language) ? "en" : language.toLanguageTag();
    }

    /** Puts in a form and what it shows; the page speaks the form's language. */
    void form(TaskForm form, HttpServletRequest request, Model page) {
        speak(form.language(), request, page);
        page.addAttribute("words", PageJson.inPage(written(texts.scriptWords(form.language()))));
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
        refusals.count(state.name(), (UUID) page.getAttribute(LINK));
        response.setStatus(state.status().value());
        page.addAttribute("heading", state.heading());
        page.addAttribute("paragraph", state.paragraph());
        return "notice";
    }

    /** The page that asks for the code; nothing on it tells what the form is about. */
    String code(FormLink link, Model page) {
        page.addAttribute("standing", codes.standing(link.id()).name());
        page.addAttribute("personal", link.taskId() != null && link.submittedAt() == null);
        page.addAttribute("why", link.isDesk() ? "code.whyDesk" : "code.why");
        return "code";
    }

    /** The same page, after a code that was not taken. */
    String codeAgain(FormLink link, HttpServletResponse response, Model page) {
        var locked = codes.standing(link.id()) == Standing.LOCKED;
        refusals.count(locked ? "CODE_LOCKED" : "WRONG_CODE", link.id());
        response.setStatus(
                (locked ? LinkState.TOO_OFTEN : LinkState.NEEDS_CODE).status().value());
        page.addAttribute("wrong", !locked);
        return code(link, page);
    }

    private String written(Map<String, String> words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A language of the page. */
    record Choice(String tag, String name, boolean current) {}

    /** Whom to turn to. */
    record Contact(String name, String phone) {}
}
