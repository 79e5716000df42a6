package org.wbl.interviews.report;

import static org.wbl.interviews.report.Kind.DATE;
import static org.wbl.interviews.report.Kind.DAY;
import static org.wbl.interviews.report.Kind.HOURS;
import static org.wbl.interviews.report.Kind.MEAN;
import static org.wbl.interviews.report.Kind.MONTH;
import static org.wbl.interviews.report.Kind.NUMBER;
import static org.wbl.interviews.report.Kind.PROSE;
import static org.wbl.interviews.report.Kind.SHARE;
import static org.wbl.interviews.report.Kind.TEXT;
import static org.wbl.interviews.report.Kind.TIME;
import static org.wbl.interviews.report.Kind.YES_NO;

import java.util.List;
import java.util.Map;

/** Every table of a report. */
final class Tables {

    private static final String ALL_SCHOOLS = " The last row is about all of them together.";
    private static final Column SCHOOL = new Column("School", "school", TEXT, 10, "Code of the school.");
    private static final Column SCHOOL_NAME = new Column("Name", "name", TEXT, 31, "The school's name.");
    private static final Column PROGRAM =
            new Column("Program", "program", TEXT, 26, "The student's program when the interview was asked for.");
    private static final Column COMPLETION = new Column(
            "Held, of those decided",
            "completion",
            SHARE,
            11,
            "Held, divided by all that are not open any more. Empty while none is decided.");
    private static final Column EMPLOYER_SCORE = new Column(
            "Rating by employers",
            "employer_score",
            MEAN,
            11,
            "Mean of the interviews' mean skill scores, 1 to 4, without those not observed.");
    private static final Column TEACHER_SCORE =
            new Column("Rating by teachers", "teacher_score", MEAN, 11, "The same, rated by teachers.");
    private static final Column STUDENT_SCORE =
            new Column("Rating by students", "student_score", MEAN, 11, "The same, by the students about themselves.");

    static final Table SCHOOLS = new Table(
            "Schools",
            "One row per school: what became of its interviews." + ALL_SCHOOLS,
            "report_school(:f)",
            false,
            SmallNumbers.none().means("held", "employer_score", "teacher_score", "student_score", "median_days"),
            List.of(
                    SCHOOL,
                    SCHOOL_NAME,
                    new Column("Asked for", "requested", NUMBER, 9, "Interviews asked for."),
                    new Column(
                            "Date agreed",
                            "booked",
                            NUMBER,
                            9,
                            "Of them: day and place were agreed, or it came further."),
                    new Column(
                            "Prepared",
                            "prepared",
                            NUMBER,
                            10,
                            "Of them: the student said to be ready, or it came further."),
                    new Column("Held", "held", NUMBER, 8, "Of them: the student and the employer met."),
                    new Column("Reflected", "reflected", NUMBER, 10, "Held, and the student's reflection is in."),
                    new Column(
                            "Student did not come", "student_no_show", NUMBER, 11, "The employer waited for nothing."),
                    new Column(
                            "Employer did not come", "employer_no_show", NUMBER, 11, "The student waited for nothing."),
                    new Column("Cancelled", "cancelled", NUMBER, 11, "Called off by school, employer or student."),
                    new Column(
                            "Not held, other reason",
                            "not_held",
                            NUMBER,
                            11,
                            "No employer, consent or approval; a student who was not ready; or a reason of the day."),
                    new Column("Still open", "still_open", NUMBER, 8, "Neither held nor ended."),
                    COMPLETION,
                    new Column("Live", "live", NUMBER, 8, "Held with an employer, in a room or on a screen."),
                    new Column("Recorded", "simulated", NUMBER, 9, "Watched and talked about as a recording."),
                    new Column(
                            "Employers",
                            "employers",
                            NUMBER,
                            10,
                            "Different employers who hosted. An employer known to two schools counts at both."),
                    new Column(
                            "Days until interview",
                            "median_days",
                            NUMBER,
                            10,
                            "Median of the days from the request to the interview held: half took less, half more."),
                    new Column(
                            "Counted hours",
                            "hours",
                            HOURS,
                            10,
                            "Hours that count as work-based learning by the district's rule."),
                    EMPLOYER_SCORE,
                    TEACHER_SCORE,
                    STUDENT_SCORE));

    static final Table REACH = new Table(
            "Reach",
            "One row per school: how many of its students were reached." + ALL_SCHOOLS,
            "report_reach(:f)",
            false,
            SmallNumbers.none()
                    .apart("school", "eligible", "asked", "prepared", "reflected")
                    .divided("school", "eligible", "zero", "one", "two", "more")
                    .together("zero", "interviewed", "reach")
                    .together("eligible", "interviewed", "reach"),
            List.of(
                    SCHOOL,
                    SCHOOL_NAME,
                    new Column("Students", "eligible", NUMBER, 10, "Students who could have an interview."),
                    new Column("Asked", "asked", NUMBER, 9, "Students for whom one was asked for."),
                    new Column("Prepared", "prepared", NUMBER, 10, "Students who were ready for one."),
                    new Column("Interviewed", "interviewed", NUMBER, 12, "Students who had one."),
                    new Column("Reflected", "reflected", NUMBER, 10, "Students who had one and reflected on it."),
                    new Column("Reach", "reach", SHARE, 9, "Interviewed, divided by students."),
                    new Column("None", "zero", NUMBER, 8, "Students without an interview."),
                    new Column("One", "one", NUMBER, 8, "Students with one."),
                    new Column("Two", "two", NUMBER, 8, "Students with two."),
                    new Column("Three or more", "more", NUMBER, 9, "Students with three or more.")));

    static final Table SUBGROUPS = new Table(
            "Subgroups",
            "One row per school and group of students: who is reached and who is left out. The last rows are about all schools.",
            "report_subgroup(:f)",
            false,
            SmallNumbers.addingUpTo(REACH)
                    .crossed(
                            "division",
                            "POPULATION",
                            "subgroup",
                            Map.of("enrolled", "eligible", "interviewed", "interviewed", "reflected", "reflected"))
                    .together("interviewed", "reach")
                    .together("enrolled", "interviewed", "reflected", "reach"),
            List.of(
                    SCHOOL,
                    SCHOOL_NAME,
                    Column.term("Division", "division", "DIVISION", 20, "By what the students are grouped."),
                    Column.term("Group", "subgroup", "SUBGROUP", 30, "The group; UNKNOWN: the records do not say."),
                    new Column("Students", "enrolled", NUMBER, 10, "Students of this group."),
                    new Column("Interviewed", "interviewed", NUMBER, 12, "Of them: those who had an interview."),
                    new Column("Reflected", "reflected", NUMBER, 10, "Of them: those who reflected on one."),
                    new Column("Reach", "reach", SHARE, 9, "Interviewed, divided by students.")));

    static final Table PROGRAMS = new Table(
            "Programs",
            "One row per school and program.",
            "report_program(:f)",
            false,
            SmallNumbers.addingUpTo(REACH)
                    .rows("program", Map.of("students", "interviewed", "enrolled", "eligible"))
                    .together("students", "requested", "held", "completion") // one held interview is one student
                    .rows("school", "program", "concentrators", "concentrators_reached", "concentrators_full"),
            List.of(
                    SCHOOL,
                    PROGRAM,
                    new Column("CIP", "cip_code", TEXT, 9, "Code of the program in the federal classification."),
                    new Column("Asked for", "requested", NUMBER, 9, "Interviews asked for."),
                    new Column("Held", "held", NUMBER, 8, "Of them: held."),
                    COMPLETION,
                    new Column("Interviewed", "students", NUMBER, 12, "Different students who had one."),
                    new Column("Students", "enrolled", NUMBER, 10, "Students of the program now."),
                    new Column(
                            "Concentrators", "concentrators", NUMBER, 13, "Of them: with two or more of its courses."),
                    new Column(
                            "Concentrators reached",
                            "concentrators_reached",
                            NUMBER,
                            13,
                            "Concentrators with at least one interview."),
                    new Column(
                            "Hours complete",
                            "concentrators_full",
                            NUMBER,
                            10,
                            "Concentrators whose counted hours, of all years, reach the target.")));

    static final Table SECTORS = new Table(
            "Sectors",
            "One row per sector of employers and school, of interviews held.",
            "report_sector(:f)",
            false,
            SmallNumbers.none().means("held", "interest_before", "interest_after", "next_steps"),
            List.of(
                    new Column("Sector", "sector", TEXT, 36, "The employers' sector."),
                    SCHOOL,
                    new Column("Held", "held", NUMBER, 8, "Interviews held."),
                    new Column("Employers", "employers", NUMBER, 10, "Different employers who hosted."),
                    new Column(
                            "Interest before",
                            "interest_before",
                            MEAN,
                            10,
                            "Mean of the students' interest in the field before, 1 (none) to 5 (strong)."),
                    new Column("Interest after", "interest_after", MEAN, 10, "The same after the interview."),
                    new Column("Next steps", "next_steps", NUMBER, 9, "Interviews from which a next step came.")));

    static final Table GRADES = new Table(
            "Grade and mode",
            "One row per grade and way to meet.",
            "report_grade(:f)",
            false,
            SmallNumbers.addingUpTo(REACH)
                    .rows("grade", "mode", "students")
                    .near("students", "interviewed")
                    .together("students", "requested", "held", "still_open", "completion"),
            List.of(
                    new Column("Grade", "grade", NUMBER, 8, "The student's grade when the interview was asked for."),
                    Column.term("Mode", "mode", "MODE", 24, "How the two meet."),
                    new Column("Asked for", "requested", NUMBER, 9, "Interviews asked for."),
                    new Column("Held", "held", NUMBER, 8, "Of them: held."),
                    new Column("Still open", "still_open", NUMBER, 9, "Of them: neither held nor ended."),
                    COMPLETION,
                    new Column("Students", "students", NUMBER, 10, "Different students who had one.")));

    static final Table EMPLOYABILITY = new Table(
            "Employability",
            "One row per skill and rater.",
            "report_employability(:f)",
            false,
            SmallNumbers.none()
                    .means("rated", "mean", "ones", "twos", "threes", "fours")
                    .means("grown", "growth"),
            List.of(
                    Column.term("Skill", "skill", "SKILL", 28, "The skill."),
                    Column.term("Rater", "rater_role", "RATER", 12, "Who rated."),
                    new Column("Rated", "rated", NUMBER, 9, "Ratings with a score."),
                    new Column("Not observed", "not_observed", NUMBER, 10, "Ratings without; part of no mean."),
                    new Column("Mean", "mean", MEAN, 8, "Mean score, 1 to 4."),
                    new Column("Not yet", "ones", NUMBER, 9, "Ratings with score 1."),
                    new Column("Developing", "twos", NUMBER, 11, "Ratings with score 2."),
                    new Column("Proficient", "threes", NUMBER, 11, "Ratings with score 3."),
                    new Column("Exemplary", "fours", NUMBER, 11, "Ratings with score 4."),
                    new Column("Rated twice", "grown", NUMBER, 9, "Students with two or more scores in this skill."),
                    new Column("Growth", "growth", MEAN, 9, "Mean change from their first score to their latest.")));

    /** As {@link #EMPLOYABILITY} without growth, which takes long over many ratings. */
    static final Table SKILL_MEANS = new Table(
            EMPLOYABILITY.name(),
            EMPLOYABILITY.about(),
            "report_skill_mean(:f)",
            false,
            EMPLOYABILITY.smallNumbers(),
            EMPLOYABILITY.columns().subList(0, 9));

    static final Table PRACTICE = new Table(
            "Practice",
            "How ratings grow with practice: the students' first interviews, their second ones, and all later ones.",
            "report_encounter(:f)",
            false,
            SmallNumbers.none().means("held", "employer_score", "teacher_score", "student_score"),
            List.of(
                    new Column(
                            "Encounter",
                            "encounter",
                            NUMBER,
                            11,
                            "1: a student's first interview, 2: the second, 3: any later one."),
                    new Column("Held", "held", NUMBER, 8, "Interviews held."),
                    EMPLOYER_SCORE,
                    TEACHER_SCORE,
                    STUDENT_SCORE));

    static final Table EMPLOYER_BASE = new Table(
            "Employer base",
            "One row per school: on which employers it can count." + ALL_SCHOOLS,
            "report_employer_base(:f, :cap)",
            false,
            SmallNumbers.none(),
            List.of(
                    SCHOOL,
                    SCHOOL_NAME,
                    new Column("Known", "known", NUMBER, 9, "Employers that the school knows."),
                    new Column("Active", "active", NUMBER, 9, "Of them: asked for an interview of the period."),
                    new Column("Hosted", "hosted", NUMBER, 9, "Of them: hosted one."),
                    new Column("New", "hosted_first", NUMBER, 8, "Hosted, and never before the period."),
                    new Column("Again", "hosted_again", NUMBER, 8, "Hosted, as before the period."),
                    new Column(
                            "Lost",
                            "lost",
                            NUMBER,
                            8,
                            "Hosted before, but not in the twelve months before the end of the period, or before now."),
                    new Column(
                            "Asked too often",
                            "asked_too_often",
                            NUMBER,
                            10,
                            "Asked in some month of the period for more students than it wants, or than the district's limit.")));

    static final Table STEPS = new Table(
            "Steps",
            "One row per step of an interview: how many days it takes. Half took no longer than the median, one in ten"
                    + " took longer than the slow days.",
            "report_step(:f)",
            false,
            SmallNumbers.none().means("cases", "median_days", "slow_days"),
            List.of(
                    Column.term("Step", "step", "STEP", 44, "From which moment to which."),
                    new Column("Interviews", "cases", NUMBER, 11, "Interviews that came through this step."),
                    new Column("Median days", "median_days", MEAN, 10, "Half of them took less, half took more."),
                    new Column("Slow days", "slow_days", MEAN, 10, "One in ten took longer than this.")));

    static final Table MONTHS = new Table(
            "Trend",
            "One row per month: how the interviews that belong to it ended, and how they were rated.",
            "report_month(:f)",
            false,
            SmallNumbers.none().means("held", "employer_score", "teacher_score", "student_score"),
            List.of(
                    new Column(
                            "Month",
                            "month",
                            MONTH,
                            10,
                            "Of the interview's day; while there is none, of the request."),
                    new Column("All", "requested", NUMBER, 8, "Interviews of this month. The next six add up to it."),
                    new Column("Held", "held", NUMBER, 8, "The student and the employer met."),
                    new Column(
                            "Student did not come", "student_no_show", NUMBER, 11, "The employer waited for nothing."),
                    new Column(
                            "Employer did not come", "employer_no_show", NUMBER, 11, "The student waited for nothing."),
                    new Column("Cancelled", "cancelled", NUMBER, 11, "Called off by school, employer or student."),
                    new Column("Not held, other reason", "not_held", NUMBER, 11, "For another reason."),
                    new Column("Still open", "still_open", NUMBER, 8, "Neither held nor ended."),
                    new Column("Reflected", "reflected", NUMBER, 10, "Held, and the student's reflection is in."),
                    new Column("Employers", "employers", NUMBER, 10, "Different employers who hosted."),
                    EMPLOYER_SCORE,
                    TEACHER_SCORE,
                    STUDENT_SCORE));

    static final Table TIMELINESS = new Table(
            "Timeliness",
            "One row per task that people are asked to do: how punctually. As far back as the engine's history reaches,"
                    + " for the chosen schools and period; other filters do not matter.",
            "report_timeliness(:f)",
            false,
            SmallNumbers.none(),
            List.of(
                    new Column("Task", "task", TEXT, 40, "What somebody was asked to do."),
                    new Column("Asked", "asked", NUMBER, 9, "How often."),
                    new Column(
                            "Done", "done", NUMBER, 9, "Of them: done. The others are open, or were no longer needed."),
                    new Column("On time", "on_time", SHARE, 9, "Done by the due date, of those done or overdue."),
                    new Column("Days late", "late_days", MEAN, 9, "Median of those done after the due date."),
                    new Column("Overdue", "overdue", NUMBER, 9, "Open now, and due before now.")));

    static final Table MAILS = new Table(
            "Mail health",
            "One row per kind of mail and side, for the chosen schools and period; other filters do not matter.",
            "report_mail(:f)",
            false,
            SmallNumbers.none(),
            List.of(
                    new Column("Mail", "template", TEXT, 30, "What the mail is for."),
                    new Column("To", "role", TEXT, 16, "Which side it goes to."),
                    new Column("Queued", "queued", NUMBER, 9, "Mails that were written."),
                    new Column("Sent", "sent", NUMBER, 9, "Of them: the mail server took it."),
                    new Column("Waiting", "waiting", NUMBER, 9, "Of them: not sent yet."),
                    new Column("Not needed", "dropped", NUMBER, 9, "Of them: no longer needed when its time came."),
                    new Column(
                            "Refused", "refused", NUMBER, 9, "Of them: the mail server took no mail for the address."),
                    new Column("With a form", "with_form", NUMBER, 9, "Of them: with a link to a form."),
                    new Column("Opened", "opened", NUMBER, 9, "Forms that probably a person opened."),
                    new Column("Answered", "answered", NUMBER, 9, "Forms that were answered by the link."),
                    new Column("Hours to answer", "median_hours", MEAN, 10, "Median from mail to answer.")));

    static final Table INTERVIEWS = new Table(
            "Interviews",
            "One row per interview, from the day it was asked for.",
            "report_interview_chosen(:f)",
            true,
            null,
            List.of(
                    new Column("Case", "id", TEXT, 11, "The interview's number; the same in every sheet and mail."),
                    new Column("School", "school", TEXT, 10, "Code of the student's school."),
                    new Column("Student", "student_number", TEXT, 12, "The student's number."),
                    new Column("Grade", "grade", NUMBER, 8, "The student's grade when it was asked for."),
                    PROGRAM,
                    new Column("Career field", "career_field", TEXT, 24, "What the student wants to learn about."),
                    new Column("Sector", "sector", TEXT, 36, "The employer's sector."),
                    new Column("Employer", "employer", TEXT, 28, "The employer, once one is found."),
                    Column.term("Mode", "mode", "MODE", 17, "How the two meet."),
                    new Column("Asked for", "requested_at", DATE, 12, "Day on which the interview was asked for."),
                    new Column("Agreed", "booked_at", DATE, 12, "Day on which day and place were agreed."),
                    new Column("Date", "starts_at", DATE, 12, "Day of the interview, as agreed last."),
                    new Column("Start", "starts_at", TIME, 8, "Time of day at which it starts."),
                    new Column("Minutes", "contact_minutes", NUMBER, 10, "How long the two talked."),
                    new Column("Late", "late_minutes", NUMBER, 8, "Minutes by which the student was late."),
                    new Column("Preparing", "prep_minutes", NUMBER, 11, "Minutes of supervised preparation."),
                    new Column("Reflecting", "reflection_minutes", NUMBER, 11, "Minutes of supervised reflection."),
                    new Column("Logged", "logged_hours", HOURS, 9, "All these minutes, in hours."),
                    new Column("Eligible", "eligible_hours", HOURS, 9, "Of them: what the district's rule admits."),
                    new Column("Counted", "counted_hours", HOURS, 9, "Of them: what counts towards the target."),
                    new Column("Moved", "moved", NUMBER, 8, "How often day, time or way to meet were changed."),
                    Column.term("Status", "status", "STATUS", 19, "Where the case stands; see Definitions."),
                    Column.term("Outcome", "outcome", "OUTCOME", 25, "What the figures count; see Definitions."),
                    Column.term("Ending", "ending", "ENDING", 25, "How the case ended; empty while it is open."),
                    new Column("Reflected", "reflected", YES_NO, 11, "Whether the student's reflection is in."),
                    new Column("Spoken on", "spoken_on", DAY, 12, "Day on which the student reflected aloud."),
                    new Column("Thanked", "thanked", YES_NO, 10, "Whether a thank-you was approved and sent."),
                    new Column(
                            "Interest before",
                            "interest_before",
                            NUMBER,
                            10,
                            "The student's interest in the field before, 1 (none) to 5 (strong)."),
                    new Column("Interest after", "interest_after", NUMBER, 10, "The same after the interview."),
                    new Column("Next step", "next_step", PROSE, 40, "What the student does next."),
                    new Column("Closed", "closed_at", DATE, 12, "Day on which the case ended.")));

    static final Table STUDENTS = new Table(
            "Students",
            "One row per student, also of those without an interview.",
            "report_student(:f)",
            true,
            null,
            List.of(
                    SCHOOL,
                    new Column("Student", "student_number", TEXT, 12, "The student's number."),
                    new Column("Family name", "family_name", TEXT, 20, "For the school's own staff."),
                    new Column("Given name", "given_name", TEXT, 18, "For the school's own staff."),
                    new Column("Grade", "grade", NUMBER, 8, "The student's grade now."),
                    new Column("Program", "program", TEXT, 26, "The student's program now."),
                    new Column("Asked for", "requested", NUMBER, 9, "Interviews asked for in the period."),
                    new Column("Held", "held", NUMBER, 8, "Of them: held."),
                    new Column("Held ever", "held_ever", NUMBER, 8, "Interviews held in all years."),
                    new Column("Last one", "last_held_at", DATE, 12, "Day of the latest one held in the period."),
                    new Column("Prepared", "prepared", YES_NO, 10, "Whether the student was ready for one."),
                    new Column("Reflected", "reflected", YES_NO, 10, "Whether the student reflected on one."),
                    new Column("Logged", "logged_hours", HOURS, 9, "Supervised hours of the period."),
                    new Column("Eligible", "eligible_hours", HOURS, 9, "Of them: what the district's rule admits."),
                    new Column("Counted", "counted_hours", HOURS, 9, "Of them: what counts towards the target."),
                    new Column(
                            "Of the target", "share", SHARE, 9, "Counted hours of all years, divided by the target."),
                    new Column("Next step", "next_step", PROSE, 40, "What the student does next.")));

    static final Table SKILLS = new Table(
            "Skills",
            "One row per interview, skill and rater; made for pivot tables.",
            "report_skill_chosen(:f)",
            true,
            null,
            List.of(
                    new Column("Case", "id", TEXT, 11, "The interview's number, as on Interviews."),
                    new Column("School", "school", TEXT, 10, "Code of the student's school."),
                    new Column("Code", "skill", TEXT, 9, "Code of the skill; see Definitions."),
                    new Column("Skill", "skill_name", TEXT, 28, "The skill."),
                    Column.term("Rater", "rater_role", "RATER", 12, "Who rated."),
                    new Column("Score", "score", NUMBER, 9, "1 to 4; empty means not observed, and is in no average."),
                    new Column(
                            "Observed", "observed", YES_NO, 11, "\"no\" where the rater could not observe the skill."),
                    new Column("Rated on", "rated_at", DATE, 12, "Day on which the rating was given.")));

    static final Table EXCEPTIONS = new Table(
            "Exceptions",
            "One row per thing that somebody has to look at today, whatever the period.",
            "report_exception(:f)",
            true,
            null,
            List.of(
                    SCHOOL,
                    new Column("Case", "id", TEXT, 11, "The interview's number, if it is about one."),
                    new Column("What", "what", TEXT, 40, "The task that is open."),
                    new Column("Owner", "owner", TEXT, 24, "Who has it, or the group that can take it."),
                    new Column("Since", "since", DATE, 12, "Day on which it was due, or the mail came back."),
                    new Column("Days", "days", NUMBER, 8, "Days since then."),
                    new Column("Reason", "reason", PROSE, 50, "Why it is here.")));

    static final Table EMPLOYERS = new Table(
            "Employers",
            "One row per employer and school, of all years; only the choice of schools matters.",
            "report_employer where school = any ((:f).schools) order by school, name, id",
            false,
            null,
            List.of(
                    new Column("Employer", "name", TEXT, 30, "The employer's name."),
                    new Column("School", "school", TEXT, 10, "Code of the school that knows this employer."),
                    new Column("Sector", "sector", TEXT, 36, "The employer's sector."),
                    Column.term("Status", "status", "EMPLOYER", 11, "Whether the employer may be asked."),
                    new Column("Asked", "asked", NUMBER, 9, "Interviews for which this employer was asked."),
                    new Column("Hosted", "hosted", NUMBER, 9, "Interviews that this employer gave."),
                    new Column(
                            "Experience",
                            "experience",
                            MEAN,
                            12,
                            "Mean of how the employer found the interviews, 1 (poor) to 5 (very good)."),
                    Column.term("Host again", "host_again", "HOST_AGAIN", 12, "The employer's latest answer."),
                    new Column("Last interview", "last_interview_at", DATE, 13, "Day of the last interview held."),
                    new Column(
                            "Last check-in",
                            "last_check_in_at",
                            DATE,
                            13,
                            "Day of the last check-in that was answered."),
                    new Column(
                            "Open need",
                            "open_need",
                            PROSE,
                            60,
                            "What the employer asked of the school at that check-in, in the employer's words.")));

    /** In the order of the workbook. */
    static final List<Table> ALL = List.of(
            SCHOOLS,
            REACH,
            INTERVIEWS,
            STUDENTS,
            PROGRAMS,
            SECTORS,
            GRADES,
            SUBGROUPS,
            EMPLOYABILITY,
            PRACTICE,
            SKILLS,
            EMPLOYERS,
            EMPLOYER_BASE,
            STEPS,
            TIMELINESS,
            MAILS,
            EXCEPTIONS,
            MONTHS);

    private Tables() {}

    /** Returns the tables that somebody may see. */
    static List<Table> of(Scope scope) {
        return ALL.stream().filter(table -> scope.named() || !table.named()).toList();
    }
}
