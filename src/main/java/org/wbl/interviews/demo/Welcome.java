package org.wbl.interviews.demo;

import static java.util.stream.Collectors.joining;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo, on the console, where to go. */
@Component
@Profile("demo")
class Welcome {

    private final String address;
    private final String data;

    Welcome(@Value("${interviews.public-url}") String address, @Value("${interviews.data-directory}") String data) {
        this.address = address;
        this.data = data;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.print(text());
    }

    String text() {
        return """

                  The demo is ready: %1$s/

                  Tasklist   %1$s/camunda/app/tasklist/
                  Cockpit    %1$s/camunda/app/cockpit/
                  Admin      %1$s/camunda/app/admin/
                  Mailbox    %1$s/demo/mailbox
                  Clock      %1$s/demo/clock

                %2$s

                  The password of all of them is  %3$s

                  Ctrl+C stops the demo. Its data stays in %4$s; delete that folder to begin anew.

                """.formatted(address, logins(), SampleData.PASSWORD, data);
    }

    private static String logins() {
        return SampleData.logins().stream()
                .map(login -> "  %-8s   %-22s   %s".formatted(login.user(), login.role(), login.school()))
                .collect(joining("\n"));
    }
}
