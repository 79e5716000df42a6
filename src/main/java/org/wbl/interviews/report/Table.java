package org.wbl.interviews.report;

import static org.wbl.interviews.report.Kind.DATE;
import static org.wbl.interviews.report.Kind.DAY;
import static org.wbl.interviews.report.Kind.MEAN;
import static org.wbl.interviews.report.Kind.NUMBER;
import static org.wbl.interviews.report.Kind.PROSE;
import static org.wbl.interviews.report.Kind.TEXT;
import static org.wbl.interviews.report.Kind.TIME;
import static org.wbl.interviews.report.Kind.YES_NO;

import java.util.List;

/**
 * A sheet with one row per row of a view.
 *
 * @param about what one row is, for "Read me"
 * @param view a view that has a column {@code school}
 */
record Table(String name, String about, String view, String order, List<Column> columns) {

    static final Table INTERVIEWS = new Table(
            "Interviews",
            "One row per interview, from the day it was asked for.",
            "report_interview",
            "school, requested_at, id",
            List.of(
                    new Column("Case", "id", TEXT, 11, "The interview's number; the same in every sheet and mail."),
                    new Column("School", "school", TEXT, 10, "Code of the student's school."),
                    new Column("Grade", "grade", NUMBER, 8, "The student's grade."),
                    new Column("Program", "program", TEXT, 24, "The student's program."),
                    new Column("Career field", "career_field", TEXT, 24, "What the student wants to learn about."),
                    new Column("Sector", "sector", TEXT, 20, "The employer's sector."),
                    new Column("Employer", "employer", TEXT, 28, "The employer, once one is found."),
                    Column.term("Mode", "mode", "MODE", 17, "How the two meet."),
                    new Column("Asked for", "requested_at", DATE, 12, "Day on which the interview was asked for."),
                    new Column("Date", "starts_at", DATE, 12, "Day of the interview, as agreed last."),
                    new Column("Start", "starts_at", TIME, 8, "Time of day at which it starts."),
                    new Column("Minutes", "contact_minutes", NUMBER, 10, "How long the two talked."),
                    new Column("Late", "late_minutes", NUMBER, 8, "Minutes by which the student was late."),
                    new Column(
                            "Preparing",
                            "prep_minutes",
                            NUMBER,
                            11,
                            "Minutes of supervised preparation. Whether they count as work-based learning is the"
                                    + " district's rule."),
                    new Column(
                            "Reflecting",
                            "reflection_minutes",
                            NUMBER,
                            11,
                            "Minutes of supervised reflection; as above."),
                    Column.term("Status", "status", "STATUS", 19, "Where the case stands; see below."),
                    Column.term("Outcome", "outcome", "OUTCOME", 25, "What the figures on Summary count; see below."),
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
                    new Column("Next step", "next_step", PROSE, 40, "What the student does next.")));

    static final Table SKILLS = new Table(
            "Skills",
            "One row per interview, skill and rater; made for pivot tables.",
            "report_skill",
            "school, requested_at, id, rater_role, skill_position",
            List.of(
                    new Column("Case", "id", TEXT, 11, "The interview's number, as on Interviews."),
                    new Column("School", "school", TEXT, 10, "Code of the student's school."),
                    new Column("Code", "skill", TEXT, 9, "Code of the skill; see below."),
                    new Column("Skill", "skill_name", TEXT, 28, "The skill."),
                    Column.term("Rater", "rater_role", "RATER", 12, "Who rated."),
                    new Column("Score", "score", NUMBER, 9, "1 to 4; empty means not observed, and is in no average."),
                    new Column(
                            "Observed", "observed", YES_NO, 11, "\"no\" where the rater could not observe the skill."),
                    new Column("Rated on", "rated_at", DATE, 12, "Day on which the rating was given.")));

    static final Table EMPLOYERS = new Table(
            "Employers",
            "One row per employer and school.",
            "report_employer",
            "school, name, id",
            List.of(
                    new Column("Employer", "name", TEXT, 30, "The employer's name."),
                    new Column("School", "school", TEXT, 10, "Code of the school that knows this employer."),
                    new Column("Sector", "sector", TEXT, 22, "The employer's sector."),
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

    static final List<Table> ALL = List.of(INTERVIEWS, SKILLS, EMPLOYERS);

    String query() {
        return "select * from interviews.%s where school = any (:schools) order by %s".formatted(view, order);
    }
}
