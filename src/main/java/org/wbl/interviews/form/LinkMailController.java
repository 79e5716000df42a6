package org.wbl.interviews.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.form.FormCodes.Tried;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.mail.PublicUrl;

/**
 * Mails what opens a link, to where the link went: a new one for one that has expired, and the code for a sensitive
 * form; opens that form on this device to whoever knows the code.
 *
 * <p>Browsers name no origin when a page that hides where it was sends a form; the nonce says that it is ours.
 */
@Controller
class LinkMailController {

    /** Keeps on a device that its owner knew the code. */
    static final String PROOF = "proof";

    private final FormLinks links;
    private final FormAnswering answering;
    private final LinkTokens tokens;
    private final LinkPages pages;
    private final Throttle throttle;
    private final PublicUrl publicUrl;

    LinkMailController(
            FormLinks links,
            FormAnswering answering,
            LinkTokens tokens,
            LinkPages pages,
            Throttle throttle,
            PublicUrl publicUrl) {
        this.links = links;
        this.answering = answering;
        this.tokens = tokens;
        this.pages = pages;
        this.throttle = throttle;
        this.publicUrl = publicUrl;
    }

    /** Mails a new link to where the expired one went. */
    @PostMapping(path = "/forms/{token}/renewal", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String renew(
            @PathVariable String token,
            @RequestParam String nonce,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
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
        return pressed(Act.CODE, LinkState.TOO_MANY_CODES, token, request, response, page, () -> {
            answering.sendCode(token, nonce);
            return back(token, request);
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
        return pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
            var link = answering.toProve(token, nonce);
            if (answering.tryCode(link, code) != Tried.RIGHT) {
                return pages.codeAgain(link, response, page);
            }
            response.addHeader(HttpHeaders.SET_COOKIE, proof(token, link).toString());
            return back(token, request);
        });
    }

    /** Does what a button is for, within the limits, and says why not if it cannot be done. */
    private String pressed(
            Act act,
            LinkState tooOften,
            String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            Button button) {
        pages.hide(response);
        links.find(token).ifPresent(link -> pages.begin(token, link, request, page));
        if (!throttle.admits(act, token, request.getRemoteAddr())) {
            return pages.notice(tooOften, response, page);
        }
        try {
            return button.press();
        } catch (LinkNotUsable e) {
            return pages.notice(e.state(), response, page);
        }
    }

    private interface Button {

        String press() throws LinkNotUsable;
    }

    /** Lax: the mail's link must bring it along. It goes to this link's pages alone. */
    private ResponseCookie proof(String token, FormLink link) {
        return ResponseCookie.from(PROOF, tokens.proof(link.id()))
                .path("/forms/" + token)
                .httpOnly(true)
                .secure(publicUrl.isSecure())
                .sameSite("Lax")
                .maxAge(FormCodes.REMEMBERED)
                .build();
    }

    private static String back(String token, HttpServletRequest request) {
        return "redirect:/forms/" + token + LinkLanguages.query(request);
    }
}
