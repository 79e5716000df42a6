package org.wbl.interviews.form;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.DayNotes;
import org.wbl.interviews.interview.DayNotes.Note;
import org.wbl.interviews.interview.DayNotes.Side;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.process.InterviewProcess;
import org.wbl.interviews.process.LateNotice;

/**
 * What the link in the mails about an interview shows on its day, from an hour before until two hours after: where and
 * with whom, and what employer and student can tell each other in a hurry.
 */
@Service
class InterviewDay {

    /** The minutes that one can be late by. */
    static final List<Integer> MINUTES = List.of(5, 10, 15, 20, 30);

    private static final Duration BEFORE = Duration.ofHours(1);
    private static final Duration AFTER = Duration.ofHours(2);

    /** Whoever is late again and again is better called. */
    private static final int MOST_DELAYS = 3;

    private final Interviews interviews;
    private final DayNotes notes;
    private final LateNotice lateNotice;
    private final FormAnswering answering;
    private final Languages texts;
    private final Clock clock;

    InterviewDay(
            Interviews interviews,
            DayNotes notes,
            LateNotice lateNotice,
            FormAnswering answering,
            Languages texts,
            Clock clock) {
        this.interviews = interviews;
        this.notes = notes;
        this.lateNotice = lateNotice;
        this.answering = answering;
        this.texts = texts;
        this.clock = clock;
    }

    /** Returns the interview of an employer's or a student's link if it is about to begin, or was just now. */
    Optional<CaseFile> of(FormLink link) {
        if (!InterviewProcess.CHANGE_REQUEST_KEY.equals(link.purpose())
                || link.interviewId() == null
                || "guardians".equals(link.role())) {
            return Optional.empty();
        }
        return Optional.of(interviews.get(link.interviewId())).filter(this::isOn);
    }

    private boolean isOn(CaseFile file) {
        if (file.startsAt() == null || file.plannedMinutes() == null || file.heldSince() != null) {
            return false;
        }
        var start = file.startsAt().toInstant();
        var end = start.plus(Duration.ofMinutes(file.plannedMinutes()));
        var now = clock.instant();
        return file.mode() != Mode.RECORDED_SIMULATION
                && !now.isBefore(start.minus(BEFORE))
                && now.isBefore(end.plus(AFTER));
    }

    /** Fills the page. */
    void show(CaseFile file, FormLink link, Locale language, Model page) {
        var side = side(link);
        var said = notes.of(file.id());
        page.addAttribute("time", time(Objects.requireNonNull(file.startsAt()), language));
        page.addAttribute("place", file.where());
        page.addAttribute("meetingLink", file.mode() == Mode.PHONE ? null : file.meetingLink());
        page.addAttribute("other", other(file, side));
        page.addAttribute("arrivalNotes", file.mode() == Mode.IN_PERSON_WORKPLACE ? file.arrivalNotes() : null);
        page.addAttribute(
                "said",
                said.stream().map(note -> line(note, side, file, language)).toList());
        page.addAttribute("arrived", said.stream().anyMatch(note -> note.side() == side && note.minutesLate() == null));
        page.addAttribute("delayable", isDelayable(file, said, side));
        page.addAttribute("minutes", MINUTES);
    }

    private String line(Note note, Side side, CaseFile file, Locale language) {
        var who = note.side() == side ? "you" : "other";
        return texts.text(
                "day.%s.%s".formatted(who, note.minutesLate() == null ? "arrived" : "late"),
                language,
                time(note.at(), language),
                other(file, side),
                Objects.requireNonNullElse(note.minutesLate(), 0));
    }

    private static String other(CaseFile file, Side side) {
        return side == Side.EMPLOYER
                ? file.studentForEmployer()
                : "%s, %s".formatted(file.contactName(), file.employerName());
    }

    private String time(OffsetDateTime at, Locale language) {
        return Languages.time(language).format(at.atZoneSameInstant(clock.getZone()));
    }

    /** In a class the teacher sees who is there. */
    private static boolean isDelayable(CaseFile file, List<Note> said, Side side) {
        return file.sessionId() == null
                && said.stream()
                                .filter(note -> note.side() == side && note.minutesLate() != null)
                                .count()
                        < MOST_DELAYS;
    }

    /** Keeps that whoever has this link is there. */
    @Transactional(rollbackFor = Exception.class)
    void arrived(String token, String nonce) throws LinkNotUsable {
        var link = answering.open(token, nonce);
        notes.arrived(today(link).id(), side(link));
    }

    /** Keeps how late whoever has this link will be, and tells the other side. */
    @Transactional(rollbackFor = Exception.class)
    void late(String token, String nonce, int minutes) throws LinkNotUsable {
        var link = answering.open(token, nonce);
        var file = today(link);
        if (!MINUTES.contains(minutes) || !isDelayable(file, notes.of(file.id()), side(link))) {
            throw new LinkNotUsable(LinkState.NOT_FROM_PAGE);
        }
        notes.late(file.id(), side(link), minutes);
        lateNotice.tell(file.id(), side(link));
    }

    private CaseFile today(FormLink link) throws LinkNotUsable {
        return of(link).orElseThrow(() -> new LinkNotUsable(LinkState.NOT_FROM_PAGE));
    }

    private static Side side(FormLink link) {
        return "employers".equals(link.role()) ? Side.EMPLOYER : Side.STUDENT;
    }
}
