package org.wbl.interviews.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.Employers.Contact;
import org.wbl.interviews.employer.Employers.Status;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.process.EmployerStops;

/**
 * Ends the mails to an employer: by the button of the page, or by that of a mail program (RFC 8058), which posts
 * without having opened the page. Opening it ends nothing.
 */
@Controller
class StopController {

    private final LinkTokens tokens;
    private final Employers employers;
    private final EmployerStops stops;
    private final LinkPages pages;
    private final Throttle throttle;

    StopController(LinkTokens tokens, Employers employers, EmployerStops stops, LinkPages pages, Throttle throttle) {
        this.tokens = tokens;
        this.employers = employers;
        this.stops = stops;
        this.pages = pages;
        this.throttle = throttle;
    }

    @GetMapping("/stop/{token}")
    String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model page) {
        pages.hide(response);
        var contact = tokens.stops(token).map(employers::contact);
        return contact.isEmpty()
                ? pages.notice(pages.unknown(token, request), response, page)
                : page(token, contact.get(), page);
    }

    /** Ends the mails; a second time changes nothing. */
    @PostMapping(path = "/stop/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String stop(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model page) {
        pages.hide(response);
        var contact = tokens.stops(token).map(employers::contact);
        if (contact.isEmpty()) {
            return pages.notice(pages.unknown(token, request), response, page);
        }
        if (!throttle.admits(Act.SEND, token, request.getRemoteAddr())) {
            return pages.notice(LinkState.TOO_OFTEN, response, page);
        }
        if (!isStopped(contact.get())) {
            stops.stop(
                    contact.get().school(),
                    contact.get().employerId(),
                    contact.get().id());
        }
        return page(token, contact.get(), page);
    }

    private String page(String token, Contact contact, Model page) {
        pages.school(contact.school(), page);
        page.addAttribute("token", token);
        page.addAttribute("employerName", contact.employerName());
        page.addAttribute("stopped", isStopped(contact));
        return "stop";
    }

    private boolean isStopped(Contact contact) {
        return employers.status(contact.employerId()) == Status.OPTED_OUT;
    }
}
