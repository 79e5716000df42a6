package org.wbl.interviews.workers;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.OpenTasks;
import org.wbl.interviews.school.SchoolCalendars;

/**
 * When mails go. What somebody did is told at once. What goes out only because time has passed waits for a working day
 * between eight and six; an employer gets one such mail a day and three a week at most.
 */
@Component
class MailTimes {

    /** Nobody waits for them. */
    private static final Set<Template> AUTOMATIC =
            EnumSet.of(Template.REMINDER, Template.EMPLOYER_CHECK_IN, Template.IMPACT_LETTER);

    /** They count, and never wait: they belong to an interview that is booked. */
    private static final Set<Template> OF_AN_INTERVIEW =
            EnumSet.of(Template.DETAILS_REQUEST, Template.DAY_BEFORE, Template.FEEDBACK_REQUEST);

    private static final int MOST_A_WEEK = 3;

    private final MailLog log;
    private final FormLinks links;
    private final Employers employers;
    private final OpenTasks tasks;
    private final SchoolCalendars calendars;
    private final Clock clock;

    MailTimes(
            MailLog log,
            FormLinks links,
            Employers employers,
            OpenTasks tasks,
            SchoolCalendars calendars,
            Clock clock) {
        this.log = log;
        this.links = links;
        this.employers = employers;
        this.tasks = tasks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Returns when a mail shall go. */
    Instant of(Mail mail) {
        if (!AUTOMATIC.contains(mail.template())) {
            return clock.instant();
        }
        var employer = mail.employerId();
        return calendars
                .of(mail.school())
                .mailTime("employers".equals(mail.role()), employer == null ? day -> true : free(employer));
    }

    /** Whether a mail is still needed when its time has come: nobody is reminded of what is answered, or on hold. */
    boolean isNeeded(Mail mail) {
        if (!AUTOMATIC.contains(mail.template())) {
            return true;
        }
        if (mail.formLinkId() == null) {
            return mayGo(mail);
        }
        var link = links.get(mail.formLinkId());
        return link.submittedAt() == null
                && link.revokedAt() == null
                && !(link.taskId() != null && tasks.isPaused(link.taskId()))
                && log.request(link.id()).filter(this::mayGo).isPresent();
    }

    /**
     * Whether a mail that asks may go: an employer that is not active gets none, but for a booked interview while the
     * safeguarding staff have not stopped everything.
     */
    boolean mayGo(Mail mail) {
        return !"employers".equals(mail.role())
                || switch (employers.status(employers
                        .contact(Objects.requireNonNull(mail.personId()))
                        .employerId())) {
                    case ACTIVE -> true;
                    case PAUSED, OPTED_OUT -> mail.template() == Template.DETAILS_REQUEST;
                    case DO_NOT_USE -> false;
                };
    }

    private Predicate<LocalDate> free(long employer) {
        var week = LocalDate.now(clock).with(previousOrSame(MONDAY));
        var kinds = EnumSet.copyOf(AUTOMATIC);
        kinds.addAll(OF_AN_INTERVIEW);
        List<LocalDate> taken = log
                .planned(employer, kinds, week.atStartOfDay(clock.getZone()).toInstant())
                .stream()
                .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                .toList();
        return day -> !taken.contains(day)
                && taken.stream().filter(other -> isSameWeek(other, day)).count() < MOST_A_WEEK;
    }

    private static boolean isSameWeek(LocalDate one, LocalDate other) {
        return one.with(previousOrSame(MONDAY)).equals(other.with(previousOrSame(MONDAY)));
    }
}
