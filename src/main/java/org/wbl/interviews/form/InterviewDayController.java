package org.wbl.interviews.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wbl.interviews.form.Throttle.Act;

/** The buttons of the page on the day of the interview. */
@Controller
class InterviewDayController {

    private final InterviewDay day;
    private final LinkPages pages;

    InterviewDayController(InterviewDay day, LinkPages pages) {
        this.day = day;
        this.pages = pages;
    }

    /** Says that one is there. */
    @PostMapping(path = "/forms/{token}/arrival", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String arrive(
            @PathVariable String token,
            @RequestParam String nonce,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
            day.arrived(token, nonce);
            return LinkPages.back(token, request);
        });
    }

    /** Tells the other side that one comes late. */
    @PostMapping(path = "/forms/{token}/delay", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String delay(
            @PathVariable String token,
            @RequestParam String nonce,
            @RequestParam int minutes,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return pages.pressed(Act.SEND, LinkState.TOO_OFTEN, token, request, response, page, () -> {
            day.late(token, nonce, minutes);
            return LinkPages.back(token, request);
        });
    }
}
