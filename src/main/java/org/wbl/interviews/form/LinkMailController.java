package org.wbl.interviews.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.form.FormCodes.Tried;
import org.wbl.interviews.form.Throttle.Act;

/**
 * Mails what opens a link, to where the link went: a new one for one that has expired, and the code for a sensitive
 * form; opens that form on this device to whoever knows the code.
 *
 * <p>Browsers name no origin when a page that hides where it was sends a form; the nonce says that it is ours.
 */
@Controller
class LinkMailController {

    private final FormAnswering answering;
    private final LinkProofs proofs;
    private final LinkPages pages;

    LinkMailController(FormAnswering answering, LinkProofs proofs, LinkPages pages) {
        this.answering = answering;
        this.proofs = proofs;
        this.pages = pages;
    }

    /** Mails a new link to where the expired one went. */
    @PostMapping(path = "/forms/{token}/renewal", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String renew(
            @PathVariable String token,
            @RequestParam String nonce,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
            if (!answering.renew(token, nonce)) {
                throw new LinkNotUsable(LinkState.REVOKED);
            }
            page.addAttribute("heading", "renewed.heading");
            page.addAttribute("paragraph", "renewed.paragraph");
            return "notice";
        });
    }

    /** Mails a code to where the link went. */
    @PostMapping(path = "/forms/{token}/code", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String send(
            @PathVariable String token,
            @RequestParam String nonce,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.pressed(Act.CODE, LinkState.TOO_MANY_CODES, token, request, response, page, () -> {
            answering.sendCode(token, nonce);
            return LinkPages.back(token, request);
        });
    }

    /** Takes the code. */
    @PostMapping(path = "/forms/{token}/proof", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String prove(
            @PathVariable String token,
            @RequestParam String nonce,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
            var link = answering.toProve(token, nonce);
            if (answering.tryCode(link, code) != Tried.RIGHT) {
                return pages.codeAgain(link, response, page);
            }
            response.addHeader(HttpHeaders.SET_COOKIE, proofs.cookie(link).toString());
            return LinkPages.back(token, request);
        });
    }
}
