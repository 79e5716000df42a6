package org.wbl.interviews.demo;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.wbl.interviews.process.DemoClock;

/** The page that moves the demo's time. Only a button of the page itself does: another site cannot know its nonce. */
@Controller
@Profile("demo")
class ClockController {

    private static final int TIMERS_SHOWN = 10;

    private final DemoClock clock;
    private final Mailbox mailbox;
    private final String nonce = UUID.randomUUID().toString();

    ClockController(DemoClock clock, Mailbox mailbox) {
        this.clock = clock;
        this.mailbox = mailbox;
    }

    @GetMapping("/demo/clock")
    String show(
            @RequestParam(required = false) @Nullable Integer timers,
            @RequestParam(required = false) @Nullable Integer mails,
            HttpServletResponse response,
            Model page) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        page.addAttribute("now", clock.now());
        page.addAttribute("waiting", clock.timers(TIMERS_SHOWN));
        page.addAttribute("nonce", nonce);
        page.addAttribute("timers", timers);
        page.addAttribute("mails", mails);
        return "demo/clock";
    }

    @PostMapping("/demo/clock")
    String move(@RequestParam Step step, @RequestParam String nonce, RedirectAttributes result) {
        if (!this.nonce.equals(nonce)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var mails = mailbox.count();
        var timers =
                switch (step) {
                    case TIMER -> clock.moveToNextTimer();
                    case DAY -> clock.moveOn(Duration.ofDays(1));
                    case WEEK -> clock.moveOn(Duration.ofDays(7));
                };
        result.addAttribute("timers", timers);
        result.addAttribute("mails", mailbox.count() - mails);
        return "redirect:/demo/clock";
    }

    /** How far the time moves. */
    enum Step {
        TIMER,
        DAY,
        WEEK
    }
}
