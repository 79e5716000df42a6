package org.wbl.interviews.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every mail the product sends: its code, its subject and the facts its text needs.
 *
 * <p>The text of a mail stands in {@code src/main/resources/mail/<file>.html}. Each mail needs the facts of
 * {@link #COMMON}, and those it names here:
 *
 * <dl>
 *   <dt>schoolName, schoolAddress
 *   <dd>the school the mail comes from; of a mail about several schools no address, and a name that is none of theirs
 *   <dt>contactName, contactPhone, contactEmail
 *   <dd>the coordinator, who answers questions and replies
 *   <dt>personName
 *   <dd>whom the mail greets; a student by first name
 *   <dt>student
 *   <dd>the student as the receiver may know him or her: "a student", "Maya, grade 11", "you"; never the surname
 *   <dt>employerName, careerField, withWhom, place, arrivalNotes
 *   <dd>words; {@code withWhom} is whom the receiver will meet
 *   <dt>travel
 *   <dd>a list: how the student gets there and back, for the student's side
 *   <dt>way, objectives, meetingLink
 *   <dd>words: how they meet, such as "at the school"; what the student is to learn; the link or number of the meeting
 *   <dt>date, time, dueDate
 *   <dd>{@link java.time.LocalDate} and {@link java.time.LocalTime}; they are written out for the reader
 *   <dt>plannedMinutes, minutes
 *   <dd>how long the interview takes, and how long the form does
 *   <dt>link
 *   <dd>what the button opens; begins with {@code interviews.public-url}
 *   <dt>mode
 *   <dd>code of the way, such as VIDEO: which virtual fact sheet belongs to the mail
 *   <dt>changeLink
 *   <dd>where the receiver can say that something has changed; begins with {@code interviews.public-url}
 *   <dt>dayLink
 *   <dd>what shows on the day where one meets, and lets the receiver say that one is there or late; the same link
 *   <dt>allowed
 *   <dd>a list of what the family has allowed
 *   <dt>questions
 *   <dd>a list of the student's questions
 *   <dt>reflection
 *   <dd>a list of what the student wrote
 *   <dt>message
 *   <dd>somebody's own words, one paragraph a line
 *   <dt>about, figures
 *   <dd>which schools and period a report is about, and a list of its key figures in words
 *   <dt>progressLink, workbookLink
 *   <dd>where the figures stand, and where a workbook is that is too large for a mail; each begins with
 *       {@code interviews.public-url}
 *   <dt>students, employers, met
 *   <dd>how many students met how many employers this school year, and how many of them this employer
 *   <dt>quotes
 *   <dd>a list of what employers allowed to quote
 *   <dt>answers
 *   <dd>a list of what the receiver answered; empty where it must not stand in a mail
 *   <dt>receiptLink
 *   <dd>where the receiver can read the answer again; begins with {@code interviews.public-url}
 *   <dt>code, minutesValid
 *   <dd>the six digits that open a form, and how many minutes they do
 *   <dt>overdueCount, waitingCount, overdue
 *   <dd>how many tasks are overdue, how many of them wait for people outside, and a list of the longest overdue
 *   <dt>raters
 *   <dd>a list of raters to look at
 *   <dt>interviewId
 *   <dd>for the subject
 *   <dt>original
 *   <dd>in a {@link #REMINDER}: the template of the mail it repeats, whose facts it needs as well
 * </dl>
 *
 * <p>A mail to an employer has a {@code stopLink}, where the receiver can end these mails (RFC 8058), and a
 * {@code deskLink}, where everything between the two stands.
 *
 * <p>Two facts say how it is written: {@code language}, a {@link java.util.Locale}, English if it is missing or the
 * mail is not translated; and {@code unreviewed}, whether nobody has checked the translation.
 *
 * <p>No fact may be missing. One that is not known is an empty text or list, and its line is left out of the mail:
 * personName, contactEmail, of a mail about several schools schoolAddress, contactName and contactPhone, of a
 * {@link #LEADERSHIP_REPORT} that was read already dueDate, workbookLink, arrivalNotes, travel, meetingLink,
 * changeLink, dayLink, questions, reflection, message, and in a {@link #CANCELLATION}, {@link #INTERVIEW_ON_HOLD} or
 * {@link #INTERVIEW_RESUMED} withWhom, date, time and place.
 */
public enum Template {
    EMPLOYER_INVITATION(
            "M01",
            "Please answer: an interview request from {schoolName} ({interviewId})",
            "interviewId",
            "employerName",
            "student",
            "careerField",
            "way",
            "plannedMinutes",
            "minutes",
            "dueDate",
            "link"),
    ORIENTATION(
            "M04",
            "Please read: how to get ready for the interview ({interviewId})",
            "interviewId",
            "careerField",
            "objectives",
            "date",
            "time",
            "place",
            "plannedMinutes",
            "mode"),
    REMINDER("M02", "Reminder: ", "original"),
    CONSENT_REQUEST(
            "M05",
            "Permission needed: an interview about work with {schoolName} ({interviewId})",
            "interviewId",
            "way",
            "student",
            "employerName",
            "date",
            "time",
            "place",
            "plannedMinutes",
            "minutes",
            "dueDate",
            "message",
            "link"),
    OWN_CONSENT_REQUEST(
            "M25",
            "Please answer: do you agree to your interview? ({interviewId})",
            "interviewId",
            "way",
            "employerName",
            "date",
            "time",
            "place",
            "plannedMinutes",
            "minutes",
            "dueDate",
            "message",
            "link"),
    APPROVAL_REQUEST(
            "M07",
            "Please approve: interview {interviewId}",
            "interviewId",
            "employerName",
            "way",
            "date",
            "time",
            "place",
            "message",
            "link"),
    APPROVAL_REMINDER(
            "M27",
            "Reminder: please approve interview {interviewId}",
            "interviewId",
            "employerName",
            "way",
            "date",
            "time",
            "place",
            "link"),
    DETAILS_REQUEST(
            "M08",
            "Please check: your interview on {date} ({interviewId})",
            "interviewId",
            "student",
            "date",
            "time",
            "place",
            "plannedMinutes",
            "questions",
            "minutes",
            "dueDate",
            "link"),
    BOOKING_CONFIRMATION(
            "M03",
            "Confirmed: your interview with {schoolName} ({interviewId})",
            "interviewId",
            "student",
            "date",
            "time",
            "place",
            "plannedMinutes",
            "mode",
            "changeLink",
            "dayLink"),
    DAY_BEFORE(
            "M09",
            "Coming up: the interview on {date} ({interviewId})",
            "interviewId",
            "student",
            "withWhom",
            "date",
            "time",
            "place",
            "plannedMinutes",
            "arrivalNotes",
            "travel",
            "meetingLink",
            "questions",
            "mode",
            "changeLink",
            "dayLink"),
    RUNNING_LATE(
            "M40",
            "Please wait a little: the interview today ({interviewId})",
            "interviewId",
            "message",
            "time",
            "place"),
    CANCELLATION(
            "M10",
            "Cancelled: the interview {interviewId}",
            "interviewId",
            "withWhom",
            "date",
            "time",
            "place",
            "message"),
    INTERVIEW_CHANGED(
            "M28",
            "Please note: new date or place of the interview {interviewId}",
            "interviewId",
            "withWhom",
            "date",
            "time",
            "place",
            "plannedMinutes",
            "changeLink",
            "dayLink"),
    INTERVIEW_ON_HOLD(
            "M35",
            "Please wait: interview {interviewId} is on hold",
            "interviewId",
            "date",
            "time",
            "place",
            "message",
            "changeLink"),
    INTERVIEW_RESUMED(
            "M36",
            "It goes on: interview {interviewId}",
            "interviewId",
            "withWhom",
            "date",
            "time",
            "place",
            "changeLink",
            "dayLink"),
    CONSENT_RECEIPT(
            "M37",
            "For you to keep: what you allowed ({interviewId})",
            "interviewId",
            "student",
            "employerName",
            "date",
            "time",
            "place",
            "allowed",
            "changeLink"),
    APOLOGY("M11", "We are sorry: our student did not come ({interviewId})", "interviewId", "date", "time", "place"),
    FEEDBACK_REQUEST(
            "M12",
            "Thank you: please tell us how the interview went ({interviewId})",
            "interviewId",
            "student",
            "date",
            "minutes",
            "dueDate",
            "link"),
    THANK_YOU("M14", "A thank-you note from a student ({interviewId})", "interviewId", "student", "message"),
    REFLECTION_REQUEST(
            "M15",
            "Please answer: what you learned in your interview ({interviewId})",
            "interviewId",
            "employerName",
            "date",
            "minutes",
            "dueDate",
            "way",
            "link"),
    FORM_CODE("M38", "Your code from {schoolName}", "code", "minutesValid"),
    ANSWER_COPY("M39", "For you to keep: what you answered to {schoolName}", "answers", "receiptLink"),
    EMPLOYER_CHECK_IN(
            "M16", "Please answer: how is it going with {schoolName}?", "employerName", "minutes", "dueDate", "link"),
    LEADERSHIP_REPORT(
            "M19",
            "Please read: report on informational interviews, {date}",
            "date",
            "about",
            "figures",
            "dueDate",
            "workbookLink",
            "progressLink",
            "link"),
    PROGRESS_REPORT(
            "M41",
            "For you to know: how informational interviews are going, {date}",
            "date",
            "about",
            "figures",
            "workbookLink",
            "link"),
    IMPACT_LETTER(
            "M17",
            "What came of your half hours: thank you from {schoolName}",
            "employerName",
            "students",
            "employers",
            "met",
            "message",
            "quotes"),
    OVERDUE_DIGEST(
            "M18",
            "Please look: what is overdue at {schoolName}",
            "overdueCount",
            "waitingCount",
            "overdue",
            "raters",
            "link"),
    TASK_WAITING("M20", "Please look: a task is waiting for you", "link"),
    RESEARCH_REQUEST(
            "M21",
            "Please start: research for your interview ({interviewId})",
            "interviewId",
            "employerName",
            "careerField",
            "minutes",
            "dueDate",
            "way",
            "link"),
    READINESS_REQUEST(
            "M22",
            "Please check: are you ready for your interview? ({interviewId})",
            "interviewId",
            "employerName",
            "date",
            "time",
            "place",
            "arrivalNotes",
            "travel",
            "minutes",
            "dueDate",
            "link"),
    STUDENT_CONFIRMATION(
            "M23",
            "Confirmed: your interview ({interviewId})",
            "interviewId",
            "withWhom",
            "date",
            "time",
            "place",
            "plannedMinutes",
            "arrivalNotes",
            "mode",
            "changeLink",
            "dayLink"),
    DECISION_MISSING(
            "M26",
            "Please decide: interview {interviewId} is not settled",
            "interviewId",
            "date",
            "time",
            "message",
            "link"),
    STUDENT_MISSING("M20", "Urgent: please look at interview {interviewId} now", "interviewId", "date", "time", "link"),
    OUTCOME_MISSING(
            "M24",
            "Please record: what happened in interview {interviewId}?",
            "interviewId",
            "employerName",
            "date",
            "time",
            "dueDate",
            "link"),
    THANK_YOU_REQUEST(
            "M31",
            "Please write: a thank-you for your interview ({interviewId})",
            "interviewId",
            "employerName",
            "date",
            "minutes",
            "dueDate",
            "link"),
    SCHOOL_THANKS("M32", "Thank you from {schoolName} ({interviewId})", "interviewId", "date", "message"),
    NEXT_STEP_REQUEST(
            "M33",
            "Please choose: what comes next after your interview ({interviewId})",
            "interviewId",
            "employerName",
            "date",
            "minutes",
            "dueDate",
            "link"),
    EMPLOYER_THANKS(
            "M34",
            "What came of your interview, and our thanks ({interviewId})",
            "interviewId",
            "student",
            "date",
            "message",
            "reflection");

    /** The facts that every mail needs: the layout shows them. */
    public static final List<String> COMMON =
            List.of("schoolName", "schoolAddress", "contactName", "contactPhone", "contactEmail", "personName");

    private final String code;
    private final String subject;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> facts;

    Template(String code, String subject, String... facts) {
        this.code = code;
        this.subject = subject;
        this.facts = List.of(facts);
    }

    /** The mail's number in the inventory of mails. */
    public String code() {
        return code;
    }

    /** Returns what the mail is, for staff: its name in words. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The subject in English, with the names of facts in braces. */
    public String englishSubject() {
        return subject;
    }

    /** The file of the text, below {@code mail/}, without its ending. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the facts this mail needs. */
    public Set<String> facts() {
        var needed = new LinkedHashSet<>(COMMON);
        needed.addAll(facts);
        return needed;
    }
}
