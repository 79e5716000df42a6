package org.wbl.interviews.demo;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How every page of the demo writes a moment. */
@ControllerAdvice("org.wbl.interviews.demo")
@Profile("demo")
class DemoPages {

    private final Clock clock;

    DemoPages(Clock clock) {
        this.clock = clock;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return clock.getZone();
    }

    @ModelAttribute("usa")
    Locale language() {
        return Locale.US;
    }
}
