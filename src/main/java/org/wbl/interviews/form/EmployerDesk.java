package org.wbl.interviews.form;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.Employers.Status;
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.language.Translations;
import org.wbl.interviews.mail.PublicUrl;
import org.wbl.interviews.process.EmployerBreaks;

/**
 * One page for each employer's contact: what is asked, what is booked, what was answered, a break, the language, the
 * end of all mails. Its link stands in every mail to the contact, and opens nothing without the code.
 */
@Service
class EmployerDesk {

    private static final Period LONGEST_BREAK = Period.ofYears(1);
    private static final int MOST = 20;

    private final LinkLedger ledger;
    private final FormLinks links;
    private final FormAnswering answering;
    private final Employers employers;
    private final EmployerBreaks breaks;
    private final Interviews interviews;
    private final LinkTokens tokens;
    private final Translations translations;
    private final Languages texts;
    private final PublicUrl publicUrl;
    private final Clock clock;

    EmployerDesk(
            LinkLedger ledger,
            FormLinks links,
            FormAnswering answering,
            Employers employers,
            EmployerBreaks breaks,
            Interviews interviews,
            LinkTokens tokens,
            Translations translations,
            Languages texts,
            PublicUrl publicUrl,
            Clock clock) {
        this.ledger = ledger;
        this.links = links;
        this.answering = answering;
        this.employers = employers;
        this.breaks = breaks;
        this.interviews = interviews;
        this.tokens = tokens;
        this.translations = translations;
        this.texts = texts;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Fills the page. */
    void show(FormLink desk, Locale language, Model page) {
        var contact = employers.contact(desk.personId());
        var today = LocalDate.now(clock);
        page.addAttribute("personName", contact.name());
        page.addAttribute("employerName", contact.employerName());
        page.addAttribute(
                "asks",
                ledger.asks(desk.personId(), MOST).stream()
                        .map(ask -> new Entry(
                                ask.id(),
                                words(ask.template(), language),
                                texts.text("desk.due", language, day(ask.dueAt().toInstant(), language))))
                        .toList());
        var changes = links.starts(desk.role(), desk.personId()).stream()
                .collect(toMap(FormLink::interviewId, link -> publicUrl.link("/forms/" + tokens.token(link.id()))));
        page.addAttribute(
                "interviews",
                interviews
                        .ahead(
                                desk.personId(),
                                today.atStartOfDay(clock.getZone()).toInstant(),
                                MOST)
                        .stream()
                        .map(file -> booked(file, changes, language))
                        .toList());
        page.addAttribute(
                "receipts",
                ledger.receipts(desk.personId(), MOST).stream()
                        .map(receipt -> new Entry(
                                receipt.id(),
                                answered(receipt.purpose(), receipt.title(), language),
                                day(receipt.submittedAt().toInstant(), language)))
                        .toList());
        var until = employers.breakUntil(desk.personId());
        page.addAttribute(
                "breakUntil", until.map(Languages.date(language)::format).orElse(null));
        page.addAttribute("mayPause", until.isPresent() || employers.status(contact.employerId()) == Status.ACTIVE);
        page.addAttribute("firstDay", today.plusDays(1));
        page.addAttribute("lastDay", today.plus(LONGEST_BREAK));
        page.addAttribute(
                "languages",
                translations.choices().stream()
                        .map(choice ->
                                new Spoken(LinkPages.tag(choice), Languages.ownName(choice), choice.equals(language)))
                        .toList());
        page.addAttribute("stopLink", publicUrl.link("/stop/" + tokens.stop(desk.personId())));
    }

    private Booked booked(CaseFile file, Map<String, String> changes, Locale language) {
        var start = Objects.requireNonNull(file.startsAt()).atZoneSameInstant(clock.getZone());
        return new Booked(
                Languages.date(language).format(start) + ", "
                        + Languages.time(language).format(start),
                file.studentForEmployer(),
                file.where(),
                changes.getOrDefault(file.id(), ""));
    }

    /** What an administrator's own model asks for is named as the mail is. */
    private String words(String template, Locale language) {
        return Objects.requireNonNullElse(
                texts.find("desk.ask." + template, language),
                template.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Returns what was answered, as an employer would say it; a form of an administrator's own has its title. */
    String answered(String purpose, String title, Locale language) {
        return Objects.requireNonNullElse(texts.find("receipt.of." + purpose, language), title);
    }

    /** Returns the token of the desk that an employer's link belongs to. It opens nothing without the code. */
    Optional<String> tokenFor(FormLink link) {
        return "employers".equals(link.role()) ? links.desk(link.personId()).map(tokens::token) : Optional.empty();
    }

    private String day(Instant at, Locale language) {
        return Languages.date(language).format(at.atZone(clock.getZone()));
    }

    /** Returns a link of the same person, which needs no code of its own when it is opened from the desk. */
    FormLink of(FormLink desk, UUID id) throws LinkNotUsable {
        var link = links.find(id)
                .filter(found -> found.role().equals(desk.role()) && found.personId() == desk.personId())
                .orElseThrow(() -> new LinkNotUsable(LinkState.UNKNOWN));
        if (link.isDesk()) {
            throw new LinkNotUsable(LinkState.UNKNOWN);
        }
        return link;
    }

    /** Has the employer invited to nothing before a day. */
    @Transactional(rollbackFor = Exception.class)
    void takeBreak(String token, String nonce, String proof, LocalDate until) throws LinkNotUsable {
        var desk = answering.openDesk(token, nonce, proof);
        var today = LocalDate.now(clock);
        if (!until.isAfter(today) || until.isAfter(today.plus(LONGEST_BREAK))) {
            throw new LinkNotUsable(LinkState.NO_SUCH_DAY);
        }
        var employer = employers.contact(desk.personId()).employerId();
        employers.lock(employer);
        if (employers.breakUntil(desk.personId()).isEmpty() && employers.status(employer) != Status.ACTIVE) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        breaks.begin(desk.school(), employer, until);
    }

    /** Lets the employer be invited again. */
    @Transactional(rollbackFor = Exception.class)
    void endBreak(String token, String nonce, String proof) throws LinkNotUsable {
        breaks.end(employers
                .contact(answering.openDesk(token, nonce, proof).personId())
                .employerId());
    }

    /** Keeps the language in which pages speak to a contact. */
    @Transactional(rollbackFor = Exception.class)
    void speak(String token, String nonce, String proof, String language) throws LinkNotUsable {
        var desk = answering.openDesk(token, nonce, proof);
        employers.speak(desk.personId(), LinkPages.tag(translations.shown(Languages.of(language))));
    }

    /** Something to open from the desk. */
    record Entry(UUID id, String words, String when) {}

    /** An interview ahead. */
    record Booked(String when, String student, String where, String changeLink) {}

    /** A language to choose. */
    record Spoken(String tag, String name, boolean current) {}
}
