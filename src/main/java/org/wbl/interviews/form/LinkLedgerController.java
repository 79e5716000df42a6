package org.wbl.interviews.form;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.wbl.interviews.form.LinkLedger.Line;
import org.wbl.interviews.process.EmailedForms;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;
import org.wbl.interviews.security.SignedIn;

/** The page on which coordinators see what became of every mailed form, remind of it, or end its link. */
@Controller
class LinkLedgerController {

    private static final Set<String> READERS = Set.of(Groups.COORDINATORS, Groups.ADMINISTRATORS);
    private static final int LINES = 50;
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_SEARCH = 100;

    private final LinkLedger ledger;
    private final FormLinks links;
    private final EmailedForms emailedForms;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkLedgerController(
            LinkLedger ledger,
            FormLinks links,
            EmailedForms emailedForms,
            TransactionTemplate transaction,
            Clock clock) {
        this.ledger = ledger;
        this.links = links;
        this.emailedForms = emailedForms;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/links")
    String list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable UUID after,
            Model page) {
        return list(all, List.of(), after, page);
    }

    /** A search is posted: whom one looks for stands in no address. */
    @PostMapping("/links")
    String search(@RequestParam(defaultValue = "") String search, Model page) {
        var text = search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
        page.addAttribute("search", text.strip());
        var words = Arrays.stream(text.split("[\\p{Cntrl}\\s,]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return list(true, words, null, page);
    }

    /** Reminds the person with the same link. */
    @PostMapping("/links/{id}/reminder")
    String remind(@PathVariable UUID id, Model page) {
        var line = open(id);
        var goes = transaction.execute(status -> emailedForms.remind(line.id()));
        page.addAttribute(
                "said",
                Boolean.TRUE.equals(goes)
                        ? "%s is reminded with the same link: now, or at the next working hour.".formatted(line.email())
                        : "Nothing is sent: this employer gets no such mails. Please call.");
        return list(false, List.of(), null, page);
    }

    /** Ends the link; the task stays. */
    @PostMapping("/links/{id}/end")
    String end(@PathVariable UUID id, Model page) {
        var line = open(id);
        links.revoke(line.id());
        page.addAttribute(
                "said", "The link of %s opens nothing any more. The task is still there.".formatted(line.name()));
        return list(false, List.of(), null, page);
    }

    private String list(boolean all, List<String> words, @Nullable UUID after, Model page) {
        var lines = ledger.lines(reader().schools(), all, words, after, LINES + 1);
        page.addAttribute("lines", lines.subList(0, Math.min(lines.size(), LINES)));
        page.addAttribute("more", lines.size() > LINES);
        page.addAttribute("all", all);
        page.addAttribute("zone", clock.getZone());
        page.addAttribute("usa", Locale.US);
        return "links";
    }

    /** Unknown, of another school, answered and ended are the same to who asks. */
    private Line open(UUID id) {
        return ledger.find(id, reader().schools())
                .filter(Line::isOpen)
                .orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
    }

    private static StaffMember reader() {
        var member = SignedIn.member().orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED));
        if (!member.isIn(READERS)) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return member;
    }
}
