package org.wbl.interviews.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the demo: where everything is, and who can sign in. */
@Controller
@Profile("demo")
class StartController {

    @GetMapping("/")
    String show(Model page) {
        page.addAttribute("logins", SampleData.logins());
        page.addAttribute("password", SampleData.PASSWORD);
        return "demo/start";
    }
}
