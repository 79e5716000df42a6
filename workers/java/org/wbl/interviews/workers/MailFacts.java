package org.wbl.interviews.workers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.employer.ImpactLetters;
import org.wbl.interviews.form.FormCodes;
import org.wbl.interviews.form.FormLink;
import org.wbl.interviews.form.FormLinks;
import org.wbl.interviews.form.FormReceipts;
import org.wbl.interviews.form.LinkTokens;
import org.wbl.interviews.interview.Arrangements;
import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.interview.DayNotes;
import org.wbl.interviews.interview.DayNotes.Side;
import org.wbl.interviews.interview.Ending;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Learning;
import org.wbl.interviews.interview.Mode;
import org.wbl.interviews.interview.Permissions;
import org.wbl.interviews.interview.ThankYous;
import org.wbl.interviews.interview.ThankYous.ThankYou;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.language.Translations;
import org.wbl.interviews.language.Translations.Standing;
import org.wbl.interviews.mail.Attachment;
import org.wbl.interviews.mail.Invitation;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.mail.PublicUrl;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.ReportProcess;
import org.wbl.interviews.process.StaffIdentity;
import org.wbl.interviews.report.Report;
import org.wbl.interviews.report.ReportSettings;
import org.wbl.interviews.report.Reports;
import org.wbl.interviews.school.SchoolYear;
import org.wbl.interviews.school.Schools;
import org.wbl.interviews.staff.Absences;
import org.wbl.interviews.student.Students;

/** What a mail says, read when it is sent: the log keeps references, not texts. */
@Component
class MailFacts {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Facts that speak of the student. */
    private static final Set<String> OF_THE_STUDENT = Set.of("student", "withWhom", "questions");

    /** A mail about several schools comes from none of them. */
    private static final Map<String, String> OF_SEVERAL_SCHOOLS = Map.of(
            "schoolName", "Informational interviews", "schoolAddress", "", "contactName", "", "contactPhone", "");

    /** Whose calendar has the interview. */
    private static final Set<String> CALENDARS = Set.of("employers", "students");

    private final Interviews interviews;
    private final Employers employers;
    private final Students students;
    private final Learning learning;
    private final Permissions permissions;
    private final Arrangements arrangements;
    private final ThankYous thankYous;
    private final DayNotes dayNotes;
    private final Schools schools;
    private final FormLinks links;
    private final FormReceipts receipts;
    private final LinkTokens tokens;
    private final FormCodes codes;
    private final MailLog log;
    private final Reports reports;
    private final ReportSettings reportSettings;
    private final TaskService tasks;
    private final StaffIdentity staff;
    private final Absences absences;
    private final Digests digests;
    private final ImpactLetters impactLetters;
    private final Languages texts;
    private final Translations translations;
    private final Clock clock;
    private final PublicUrl publicUrl;

    MailFacts(
            Interviews interviews,
            Employers employers,
            Students students,
            Learning learning,
            Permissions permissions,
            Arrangements arrangements,
            ThankYous thankYous,
            DayNotes dayNotes,
            Schools schools,
            FormLinks links,
            FormReceipts receipts,
            LinkTokens tokens,
            FormCodes codes,
            MailLog log,
            Reports reports,
            ReportSettings reportSettings,
            TaskService tasks,
            StaffIdentity staff,
            Absences absences,
            Digests digests,
            ImpactLetters impactLetters,
            Languages texts,
            Translations translations,
            Clock clock,
            PublicUrl publicUrl) {
        this.interviews = interviews;
        this.employers = employers;
        this.students = students;
        this.learning = learning;
        this.permissions = permissions;
        this.arrangements = arrangements;
        this.thankYous = thankYous;
        this.dayNotes = dayNotes;
        this.schools = schools;
        this.links = links;
        this.receipts = receipts;
        this.tokens = tokens;
        this.codes = codes;
        this.log = log;
        this.reports = reports;
        this.reportSettings = reportSettings;
        this.tasks = tasks;
        this.staff = staff;
        this.absences = absences;
        this.digests = digests;
        this.impactLetters = impactLetters;
        this.texts = texts;
        this.translations = translations;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Returns the facts that the mail's template needs. */
    Map<String, Object> of(Mail mail) {
        var facts = new HashMap<String, Object>();
        var school = schools.find(mail.school()).orElseThrow();
        facts.put("schoolName", school.name());
        facts.put("schoolAddress", school.address());
        facts.put("contactName", school.name());
        facts.put("contactPhone", school.phone());
        facts.put("contactEmail", "");
        facts.put("personName", "");
        var language = language(mail);
        facts.put("language", language);
        facts.put("unreviewed", translations.standing(language) == Standing.UNREVIEWED);
        facts.put("link", publicUrl.link("/camunda/app/tasklist/default/"));
        if (mail.interviewId() != null) {
            addInterview(facts, interviews.get(mail.interviewId()), mail, language);
        } else if (mail.personId() != null) {
            var contact = employers.contact(mail.personId());
            facts.put("personName", contact.name());
            facts.put("employerName", contact.employerName());
            interviews
                    .coordinatorOf(contact.employerId())
                    .flatMap(staff::contact)
                    .ifPresent(coordinator -> addContact(facts, coordinator));
        }
        if ("employers".equals(mail.role()) && mail.personId() != null) {
            facts.put("stopLink", publicUrl.link("/stop/" + tokens.stop(mail.personId())));
            links.desk(mail.personId())
                    .ifPresent(desk -> facts.put("deskLink", publicUrl.link("/forms/" + tokens.token(desk))));
        }
        if (mail.template() == Template.IMPACT_LETTER && mail.employerId() != null) {
            var year = SchoolYear.of(LocalDate.now(clock));
            var letter = impactLetters.letter(mail.school(), year).orElseThrow();
            var figures = impactLetters.figures(mail.school(), year);
            facts.put("students", figures.students());
            facts.put("employers", figures.employers());
            facts.put("met", impactLetters.hostedBy(mail.employerId(), mail.school(), year));
            facts.put("message", letter.words());
            facts.put("quotes", letter.quotes());
        }
        if (mail.template() == Template.OVERDUE_DIGEST) {
            var digest = digests.of(mail.school()).getOrDefault(mail.recipient(), Digests.Digest.NOTHING);
            facts.put("personName", digest.name());
            facts.put("overdueCount", digest.tasks().size());
            facts.put("waitingCount", digest.waiting());
            facts.put("overdue", digest.lines());
            facts.put("raters", digest.raters());
        }
        if (mail.formLinkId() != null) {
            var link = links.get(mail.formLinkId());
            facts.put("link", publicUrl.link("/forms/" + tokens.token(link.id())));
            facts.put("dueDate", link.dueAt().atZoneSameInstant(clock.getZone()).toLocalDate());
            facts.put("minutes", minutesFor(link.purpose()));
            if (mail.template() == Template.FORM_CODE) {
                facts.put("code", codes.code(link.id()));
                facts.put("minutesValid", FormCodes.VALID.toMinutes());
            }
            if (mail.template() == Template.ANSWER_COPY) {
                facts.put("receiptLink", facts.get("link"));
                facts.put("answers", isFitForMail(link) ? answers(link) : List.of());
            }
            if (mail.template() == Template.REMINDER) {
                facts.put("original", log.request(link.id()).orElseThrow().template());
            }
        }
        if (mail.reportId() != null) {
            var report = reports.get(mail.reportId());
            if (report.schools().size() != 1) {
                facts.putAll(OF_SEVERAL_SCHOOLS);
            }
            facts.put("date", LocalDate.ofInstant(Objects.requireNonNull(report.writtenAt()), clock.getZone()));
            facts.put("about", ReportFacts.about(report, schools));
            facts.put("figures", report.summary());
            facts.put("dueDate", readBy(report));
            facts.put("progressLink", publicUrl.link("/progress"));
            facts.put(
                    "workbookLink",
                    isAttached(report) ? "" : publicUrl.link("/reports/%d.xlsx".formatted(report.id())));
            if (mail.template() == Template.PROGRESS_REPORT) {
                facts.put("link", publicUrl.link("/progress"));
            }
        }
        return facts;
    }

    /** Returns the day until which the task asks for it; nothing when it has been read already. */
    private Object readBy(Report report) {
        return tasks
                .createTaskQuery()
                .processDefinitionKey(ReportProcess.KEY)
                .processInstanceBusinessKey(ReportProcess.businessKey(report.id()))
                .list()
                .stream()
                .map(Task::getDueDate)
                .filter(Objects::nonNull)
                .findFirst()
                .<Object>map(due -> LocalDate.ofInstant(due.toInstant(), clock.getZone()))
                .orElse("");
    }

    /** What students write of themselves, and what a code protects, stays on its page. */
    private static boolean isFitForMail(FormLink link) {
        return "employers".equals(link.role()) && !link.asksCode();
    }

    private List<String> answers(FormLink link) {
        return receipts.of(link.id()).map(FormReceipts.Receipt::lines).orElse(List.of()).stream()
                .map(line -> "%s%s %s"
                        .formatted(
                                line.question().replaceFirst("\\.$", ""),
                                line.question().endsWith("?") ? "" : ":",
                                line.answer().isEmpty() ? "–" : line.answer()))
                .toList();
    }

    /** Returns the calendar entry that goes with a mail. */
    Optional<Invitation> invitation(Mail mail) {
        var kind =
                switch (mail.template()) {
                    case BOOKING_CONFIRMATION, STUDENT_CONFIRMATION, INTERVIEW_CHANGED, INTERVIEW_RESUMED ->
                        Invitation.Kind.REQUEST;
                    case CANCELLATION -> Invitation.Kind.CANCEL;
                    default -> null;
                };
        if (kind == null || mail.interviewId() == null || !CALENDARS.contains(mail.role())) {
            return Optional.empty();
        }
        var file = interviews.get(mail.interviewId());
        if (file.startsAt() == null) {
            return Optional.empty();
        }
        var coordinator = coordinator(file);
        return Optional.of(new Invitation(
                kind,
                file.id(),
                file.calendarSequence(),
                start(file),
                Duration.ofMinutes(Objects.requireNonNull(file.plannedMinutes())),
                "Informational interview (%s)".formatted(file.id()),
                "",
                file.where(),
                coordinator.name(),
                coordinator.email()));
    }

    /** Returns the interview of which a mail tells an employer something about the student. */
    Optional<CaseFile> disclosure(Mail mail) {
        if (mail.interviewId() == null || !"employers".equals(mail.role()) || !tells(mail.template())) {
            return Optional.empty();
        }
        return Optional.of(interviews.get(mail.interviewId())).filter(CaseFile::shareData);
    }

    private static boolean tells(Template template) {
        return !Collections.disjoint(template.facts(), OF_THE_STUDENT);
    }

    /** Many mail servers take no larger mail. */
    private boolean isAttached(Report report) {
        return report.bytes() <= reportSettings.largestAttachment().toBytes();
    }

    /** Returns the workbook that goes with a mail; one that is too large is behind its link. */
    Optional<Attachment> workbook(Mail mail) {
        if (mail.reportId() == null || !isAttached(reports.get(mail.reportId()))) {
            return Optional.empty();
        }
        var content = new ByteArrayOutputStream();
        try {
            reports.copy(mail.reportId(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Attachment("progress.xlsx", XLSX, content.toByteArray()));
    }

    private void addInterview(Map<String, Object> facts, CaseFile file, Mail mail, Locale language) {
        var forEmployer = "employers".equals(mail.role());
        var coordinator = coordinator(file);
        var contact = file.recordingTitle() != null
                ? "the recording “%s”".formatted(file.recordingTitle())
                : file.contactName() == null ? "" : "%s, %s".formatted(file.contactName(), file.employerName());
        addContact(facts, coordinator);
        facts.put("interviewId", file.id());
        facts.put("careerField", file.careerField());
        facts.put("employerName", Objects.requireNonNullElse(file.employerName(), ""));
        facts.put("plannedMinutes", Objects.requireNonNullElse(file.plannedMinutes(), 30));
        facts.put("place", file.where());
        facts.put("way", texts.text("way." + file.mode().name(), language));
        facts.put("mode", file.mode().name());
        facts.put(
                "meetingLink",
                meets(mail.role(), file.mode()) ? Objects.requireNonNullElse(file.meetingLink(), "") : "");
        facts.put("objectives", Objects.requireNonNullElse(file.objectives(), ""));
        facts.put(
                "arrivalNotes",
                hears(mail.role(), file.mode()) ? Objects.requireNonNullElse(file.arrivalNotes(), "") : "");
        facts.put(
                "travel", forEmployer || file.mode() != Mode.IN_PERSON_WORKPLACE ? List.of() : travel(file, language));
        facts.put("questions", forEmployer ? file.questionsForEmployer() : file.questionList());
        facts.put("withWhom", forEmployer ? file.studentForEmployer() : contact);
        facts.put("student", studentFor(file, mail.role()));
        facts.put("personName", personName(file, mail));
        facts.put("message", message(file, mail.template(), mail.role(), language));
        facts.put(
                "reflection",
                mail.template() == Template.EMPLOYER_THANKS
                                && thankYous
                                        .withImpact(file.id())
                                        .filter(ThankYou::withReflection)
                                        .isPresent()
                        ? learning.sharedReflection(file)
                        : List.of());
        facts.put("date", file.startsAt() == null ? "" : start(file).toLocalDate());
        facts.put("time", file.startsAt() == null ? "" : start(file).toLocalTime());
        facts.put("dueDate", LocalDate.now(clock));
        facts.put("changeLink", changeLink(file, mail));
        facts.put("dayLink", hasDayPage(mail.role(), file) ? facts.get("changeLink") : "");
        facts.put("allowed", allowed(file, language));
    }

    /**
     * What the employer wrote about arriving is for whoever comes to its workplace; else for the school, which receives
     * it.
     */
    private static boolean hears(String role, Mode mode) {
        return mode == Mode.IN_PERSON_WORKPLACE || Groups.TEACHERS.equals(role) || Groups.COORDINATORS.equals(role);
    }

    private List<String> travel(CaseFile file, Locale language) {
        return arrangements
                .visitPlan(file.id())
                .map(plan -> VisitPlans.travel(plan, texts, language))
                .orElse(List.of());
    }

    /** Who meets gets the link for it; a telephone number is for the school alone, which dials. */
    private static boolean meets(String role, Mode mode) {
        return Groups.TEACHERS.equals(role)
                || Groups.COORDINATORS.equals(role)
                || (mode != Mode.PHONE && ("employers".equals(role) || "students".equals(role)));
    }

    /** On the day the same link is a page for those who meet. */
    private static boolean hasDayPage(String role, CaseFile file) {
        return file.startsAt() != null
                && file.mode() != Mode.RECORDED_SIMULATION
                && ("employers".equals(role) || "students".equals(role));
    }

    private String changeLink(CaseFile file, Mail mail) {
        return mail.personId() == null
                ? ""
                : links.start(mail.role(), mail.personId(), file.id())
                        .map(link -> publicUrl.link("/forms/" + tokens.token(link)))
                        .orElse("");
    }

    private List<String> allowed(CaseFile file, Locale language) {
        return permissions
                .standing(file.id())
                .map(consent -> List.of(
                        allowed("participate", consent.participate(), language),
                        allowed("share", consent.shareData(), language),
                        allowed("video", consent.video(), language)))
                .orElse(List.of());
    }

    private String allowed(String scope, boolean yes, Locale language) {
        return texts.text(
                "CONSENT_RECEIPT." + scope, language, texts.text("CONSENT_RECEIPT." + (yes ? "yes" : "no"), language));
    }

    /** The language of a family; English for everybody else. */
    private Locale language(Mail mail) {
        return "guardians".equals(mail.role()) && mail.personId() != null
                ? translations.shown(Languages.of(students.languageOf(mail.personId())))
                : Languages.ENGLISH;
    }

    private String message(CaseFile file, Template template, String role, Locale language) {
        return switch (template) {
            case THANK_YOU, SCHOOL_THANKS ->
                thankYous.approved(file.id()).map(ThankYou::words).orElseThrow();
            case EMPLOYER_THANKS ->
                thankYous.withImpact(file.id()).map(ThankYou::words).orElseThrow();
            case RUNNING_LATE -> late(file, role);
            case INTERVIEW_ON_HOLD -> whyItWaits(file);
            case CANCELLATION ->
                interviews
                        .calledOffFor(file.id())
                        .map(ending -> whyItIsOff(ending, role))
                        .orElse("");
            case DECISION_MISSING ->
                file.heldSince() == null
                        ? ""
                        : "The interview is on hold, and nobody has said yet how it goes on. The coordinator decides in"
                                + " the task “Decide how it goes on”.";
            case CONSENT_REQUEST, OWN_CONSENT_REQUEST ->
                permissions.standing(file.id()).isPresent() ? texts.text("CONSENT_REQUEST.again", language) : "";
            case APPROVAL_REQUEST ->
                arrangements.isDecided(file.id())
                        ? "This was decided before. Since then the day, the place or the way to meet has changed, so we ask once more."
                        : "";
            default -> "";
        };
    }

    /** The newest note that somebody is late; it is gone when the interview was moved before the mail went. */
    private String late(CaseFile file, String role) {
        return dayNotes.of(file.id()).stream()
                .filter(note -> note.minutesLate() != null)
                .reduce((earlier, later) -> later)
                .map(note -> "%s comes about %d minutes later."
                        .formatted(
                                note.side() == Side.EMPLOYER
                                        ? "%s, %s,".formatted(file.contactName(), file.employerName())
                                        : Groups.COORDINATORS.equals(role) ? file.givenName() : "The student",
                                note.minutesLate()))
                .orElse("It began later than planned, and has been moved since.");
    }

    /** Nothing of anybody's health, family, consent or safety, nor how a student prepared or wished. */
    private static String whyItIsOff(Ending ending, String role) {
        return switch (ending) {
            case WEATHER, BUILDING_CLOSED -> "The school is closed on that day.";
            case TRANSPORT -> "There is no way to get there at that time.";
            case TECH -> "Technical trouble stands in its way.";
            case CONFLICT_EXAM -> "There is an exam or another duty at school at that time.";
            case STAFF_ABSENT -> "Nobody of the school can be there at that time.";
            case EMP_CANCEL ->
                "employers".equals(role) ? "You told us that you cannot." : "The employer cannot keep the time.";
            case DUPLICATE, DATA_ERROR -> "It was entered by mistake.";
            default -> "";
        };
    }

    /** A closed school is no secret; anything else may be somebody's own affair. */
    private static String whyItWaits(CaseFile file) {
        return "WEATHER".equals(file.holdReason()) || "BUILDING_CLOSED".equals(file.holdReason())
                ? "The school is closed on that day."
                : "Something has to be cleared up first.";
    }

    private static void addContact(Map<String, Object> facts, StaffIdentity.Contact contact) {
        facts.put("contactName", contact.name());
        facts.put("contactEmail", contact.email());
    }

    private String personName(CaseFile file, Mail mail) {
        return switch (mail.role()) {
            case "employers" -> Objects.requireNonNullElse(file.contactName(), "");
            case "students" -> file.givenName();
            case "guardians" ->
                students.guardianOf(file.studentId())
                        .map(Students.Guardian::name)
                        .orElse("");
            case Groups.TEACHERS -> present(file.school(), file.teacher());
            case Groups.ADMINISTRATORS -> "";
            default -> present(file.school(), file.coordinator());
        };
    }

    /** Returns the name of a member of staff, or of the deputy. */
    private String present(String school, String user) {
        return staff.contact(absences.deputyOf(school, user).orElse(user))
                .map(StaffIdentity.Contact::name)
                .orElse("");
    }

    private static String studentFor(CaseFile file, String role) {
        return switch (role) {
            case "employers" -> file.studentForEmployer();
            case "students" -> "you";
            default -> file.givenName();
        };
    }

    private StaffIdentity.Contact coordinator(CaseFile file) {
        return staff.contact(file.coordinator()).orElseGet(() -> new StaffIdentity.Contact(file.schoolName(), ""));
    }

    private ZonedDateTime start(CaseFile file) {
        return Objects.requireNonNull(file.startsAt()).atZoneSameInstant(clock.getZone());
    }

    /** How long the form behind a link takes. */
    private static int minutesFor(String purpose) {
        return switch (purpose) {
            case "Activity_ResearchEmployer" -> 60;
            case "Activity_Reflect" -> 30;
            case "Activity_RateEmployability" -> 2;
            case "Activity_AnswerInvitation", "Activity_ConfirmDetails", "Activity_AnswerCheckIn" -> 1;
            case "Activity_WriteThankYou" -> 10;
            default -> 3;
        };
    }
}
