package org.wbl.interviews.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.form.Throttle.Act;

/** The buttons of an employer's desk. */
@Controller
class EmployerDeskController {

    private final EmployerDesk desk;
    private final FormAnswering answering;
    private final LinkTokens tokens;
    private final LinkProofs proofs;
    private final LinkPages pages;

    EmployerDeskController(
            EmployerDesk desk, FormAnswering answering, LinkTokens tokens, LinkProofs proofs, LinkPages pages) {
        this.desk = desk;
        this.answering = answering;
        this.tokens = tokens;
        this.proofs = proofs;
        this.pages = pages;
    }

    /** Goes on to a form or receipt of the same person; who has entered the code of the desk needs no other. */
    @GetMapping("/forms/{token}/open/{id}")
    String open(
            @PathVariable String token,
            @PathVariable UUID id,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.of(token, request, response, page, (link, language) -> {
            if (!link.isDesk() || !answering.isProven(link, proof) || answering.stateOf(link) != LinkState.OPEN) {
                return pages.notice(LinkState.NEEDS_CODE, response, page);
            }
            try {
                var wanted = desk.of(link, id);
                response.addHeader(HttpHeaders.SET_COOKIE, proofs.cookie(wanted).toString());
                return "redirect:/forms/" + tokens.token(wanted.id());
            } catch (LinkNotUsable e) {
                return pages.notice(e.state(), response, page);
            }
        });
    }

    /** Takes a break until a day. */
    @PostMapping(path = "/forms/{token}/break", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String takeBreak(
            @PathVariable String token,
            @RequestParam String nonce,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
            desk.takeBreak(token, nonce, proof, until);
            return LinkPages.back(token, request);
        });
    }

    /** Ends the break. */
    @PostMapping(path = "/forms/{token}/break/end", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String endBreak(
            @PathVariable String token,
            @RequestParam String nonce,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
            desk.endBreak(token, nonce, proof);
            return LinkPages.back(token, request);
        });
    }

    /** Chooses the language of the pages. */
    @PostMapping(path = "/forms/{token}/language", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String speak(
            @PathVariable String token,
            @RequestParam String nonce,
            @RequestParam String language,
            @CookieValue(name = LinkProofs.COOKIE, defaultValue = "") String proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
            desk.speak(token, nonce, proof, language);
            return "redirect:/forms/" + token;
        });
    }
}
