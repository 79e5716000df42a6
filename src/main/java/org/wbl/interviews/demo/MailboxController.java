package org.wbl.interviews.demo;

import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.wbl.interviews.demo.Mailbox.Kept;

/**
 * The mails of the demo, as their receivers would see them.
 *
 * <p>A mail's HTML is shown in a frame of its own that runs no script, sends no form and loads nothing; its links open
 * beside it.
 */
@Controller
@Profile("demo")
class MailboxController {

    private static final int MAILS_PER_PAGE = 50;
    private static final String ONLY_LOOK = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @ModelAttribute
    void keepOutOfCaches(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    @GetMapping("/demo/mailbox")
    String list(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Long before,
            Model page) {
        var recipient = to == null || to.isBlank() ? null : to;
        var mails = mailbox.list(recipient, before, MAILS_PER_PAGE + 1);
        var more = mails.size() > MAILS_PER_PAGE;
        var shown = more ? mails.subList(0, MAILS_PER_PAGE) : mails;
        page.addAttribute("mails", shown);
        page.addAttribute("older", more ? shown.get(shown.size() - 1).id() : null);
        page.addAttribute("before", before);
        page.addAttribute("to", recipient);
        page.addAttribute("recipients", mailbox.recipients());
        return "demo/mailbox";
    }

    @GetMapping("/demo/mailbox/{id}")
    String show(@PathVariable long id, Model page) {
        var kept = find(id);
        page.addAttribute("kept", kept);
        page.addAttribute("mail", readable(kept));
        return "demo/mail";
    }

    @GetMapping("/demo/mailbox/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        var html = readable(find(id)).html();
        if (html == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var page = Jsoup.parse(html);
        page.select("a[href]").attr("target", "_blank");
        return ResponseEntity.ok()
                .header("Content-Security-Policy", ONLY_LOOK)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.outerHtml());
    }

    @GetMapping("/demo/mailbox/{id}/source")
    ResponseEntity<byte[]> source(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(find(id).source());
    }

    @GetMapping("/demo/mailbox/{id}/files/{number}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int number) {
        var files = readable(find(id)).files();
        if (number < 0 || number >= files.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var file = files.get(number);
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.content());
    }

    private Kept find(long id) {
        return mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ReadableMail readable(Kept kept) {
        try {
            return ReadableMail.of(kept.source());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Mail %d cannot be read.".formatted(kept.id()), e);
        }
    }
}
