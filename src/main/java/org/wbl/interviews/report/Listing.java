package org.wbl.interviews.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table on a page of its own: the rows behind a figure, or what the page Progress has no room for.
 *
 * @param code its name in an address
 * @param condition which rows of the table, in SQL
 */
record Listing(String code, String title, Table table, String condition) {

    private static final Table INTERVIEWS = new Table(
            Tables.INTERVIEWS.name(),
            "One row per interview, from the day it was asked for. The workbook says more about each.",
            "report_interview_chosen(:f) i"
                    + " join (select school, student_number, family_name, given_name from interviews.student) s"
                    + " using (school, student_number) order by school, requested_at, id",
            true,
            null,
            Stream.of(
                            columns(Tables.INTERVIEWS, "id", "school", "student_number"),
                            columns(Tables.STUDENTS, "family_name", "given_name"),
                            columns(
                                    Tables.INTERVIEWS,
                                    "grade",
                                    "employer",
                                    "mode",
                                    "requested_at",
                                    "starts_at",
                                    "outcome",
                                    "reflected"))
                    .flatMap(List::stream)
                    .toList());

    private static final Table STUDENTS = new Table(
            Tables.STUDENTS.name(),
            "One row per student. The workbook says more about each.",
            Tables.STUDENTS.source(),
            true,
            null,
            columns(
                    Tables.STUDENTS,
                    "school",
                    "student_number",
                    "family_name",
                    "given_name",
                    "grade",
                    "program",
                    "requested",
                    "held",
                    "held_ever",
                    "last_held_at",
                    "reflected"));

    private static final Table EMPLOYERS = new Table(
            Tables.EMPLOYERS.name(),
            "One row per employer and school, of those who hosted an interview of this choice. What was asked and hosted"
                    + " is counted in all years.",
            "report_employer where school = any ((:f).schools) and id in (select employer_id"
                    + " from interviews.chosen_case(:f) where stage >= 4) order by school, name, id",
            false,
            null,
            columns(
                    Tables.EMPLOYERS,
                    "name",
                    "school",
                    "sector",
                    "status",
                    "asked",
                    "hosted",
                    "host_again",
                    "last_interview_at",
                    "last_check_in_at"));

    static final Listing ASKED = new Listing("asked", "Interviews asked for", INTERVIEWS, "true");
    static final Listing HELD = new Listing("held", "Interviews held", INTERVIEWS, "outcome = 'HELD'");
    static final Listing STUDENT_NO_SHOW =
            new Listing("student-did-not-come", "The student did not come", INTERVIEWS, "outcome = 'STUDENT_NO_SHOW'");
    static final Listing EMPLOYER_NO_SHOW = new Listing(
            "employer-did-not-come", "The employer did not come", INTERVIEWS, "outcome = 'EMPLOYER_NO_SHOW'");
    static final Listing INTERVIEWED =
            new Listing("interviewed", "Students who had an interview", STUDENTS, "held > 0");
    static final Listing WITHOUT = new Listing("without", "Students without an interview", STUDENTS, "held = 0");
    static final Listing REFLECTED = new Listing("reflected", "Students who reflected", STUDENTS, "reflected");
    static final Listing HOSTS = new Listing("hosts", "Employers who hosted", EMPLOYERS, "true");

    /** What the page Progress has no room for. */
    static final List<Listing> MORE = List.of(
            whole("programs", Tables.PROGRAMS),
            whole("sectors", Tables.SECTORS),
            whole("grades", Tables.GRADES),
            whole("timeliness", Tables.TIMELINESS),
            whole("mails", Tables.MAILS));

    static final List<Listing> ALL = Stream.concat(
                    Stream.of(ASKED, HELD, STUDENT_NO_SHOW, EMPLOYER_NO_SHOW, INTERVIEWED, WITHOUT, REFLECTED, HOSTS),
                    MORE.stream())
            .toList();

    /** Whether the reader may see it: who hosted a few students tells of them. */
    boolean isFor(Selection selection) {
        return selection.scope().named() || !(table.named() || (equals(HOSTS) && selection.isNarrowed()));
    }

    private static Listing whole(String code, Table table) {
        return new Listing(code, table.name(), table, "true");
    }

    private static List<Column> columns(Table table, String... sources) {
        return Stream.of(sources).map(table::column).toList();
    }
}
