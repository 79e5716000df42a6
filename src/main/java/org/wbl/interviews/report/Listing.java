package org.wbl.interviews.report;

import java.util.List;

/**
 * The rows behind a figure of the page.
 *
 * @param code its name in an address
 * @param condition which rows of the table, in SQL
 */
record Listing(String code, String title, Table table, String condition) {

    static final Listing ASKED = new Listing("asked", "Interviews asked for", Tables.INTERVIEWS, "true");
    static final Listing HELD = new Listing("held", "Interviews held", Tables.INTERVIEWS, "outcome = 'HELD'");
    static final Listing STUDENT_NO_SHOW = new Listing(
            "student-did-not-come", "The student did not come", Tables.INTERVIEWS, "outcome = 'STUDENT_NO_SHOW'");
    static final Listing EMPLOYER_NO_SHOW = new Listing(
            "employer-did-not-come", "The employer did not come", Tables.INTERVIEWS, "outcome = 'EMPLOYER_NO_SHOW'");
    static final Listing INTERVIEWED =
            new Listing("interviewed", "Students who had an interview", Tables.STUDENTS, "held > 0");
    static final Listing WITHOUT = new Listing("without", "Students without an interview", Tables.STUDENTS, "held = 0");
    static final Listing REFLECTED = new Listing("reflected", "Students who reflected", Tables.STUDENTS, "reflected");
    static final Listing HOSTS =
            new Listing("hosts", "Employers who hosted, in all years", Tables.EMPLOYERS, "hosted > 0");

    static final List<Listing> ALL =
            List.of(ASKED, HELD, STUDENT_NO_SHOW, EMPLOYER_NO_SHOW, INTERVIEWED, WITHOUT, REFLECTED, HOSTS);
}
