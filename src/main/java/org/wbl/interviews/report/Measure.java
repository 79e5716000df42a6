package org.wbl.interviews.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that leadership reads first.
 *
 * @param target the code by which a target of it is kept; null: it has none
 * @param listing the rows behind the figure; null: there is no list
 */
record Measure(
        String title,
        Table table,
        String source,
        @Nullable String target,
        @Nullable Listing listing) {

    static final List<Measure> ALL = List.of(
            new Measure("Interviews asked for", Tables.SCHOOLS, "requested", null, Listing.ASKED),
            new Measure("Interviews held", Tables.SCHOOLS, "held", Targets.HELD, Listing.HELD),
            new Measure("Held, of those decided", Tables.SCHOOLS, "completion", Targets.COMPLETION, null),
            new Measure("Students interviewed", Tables.REACH, "interviewed", null, Listing.INTERVIEWED),
            new Measure("Of all students", Tables.REACH, "reach", Targets.REACH, null),
            new Measure("Students without an interview", Tables.REACH, "zero", null, Listing.WITHOUT),
            new Measure("Students who reflected", Tables.REACH, "reflected", null, Listing.REFLECTED),
            new Measure("Student did not come", Tables.SCHOOLS, "student_no_show", null, Listing.STUDENT_NO_SHOW),
            new Measure("Employer did not come", Tables.SCHOOLS, "employer_no_show", null, Listing.EMPLOYER_NO_SHOW),
            new Measure("Days until interview, median", Tables.SCHOOLS, "median_days", null, null),
            new Measure("Counted hours", Tables.SCHOOLS, "hours", null, null),
            new Measure("Employers who hosted", Tables.EMPLOYER_BASE, "hosted", null, Listing.HOSTS),
            new Measure("Of them new", Tables.EMPLOYER_BASE, "hosted_first", null, null),
            new Measure("Employers lost", Tables.EMPLOYER_BASE, "lost", null, null),
            new Measure("Employers asked too often", Tables.EMPLOYER_BASE, "asked_too_often", null, null),
            new Measure("Rating by employers", Tables.SCHOOLS, "employer_score", null, null),
            new Measure("Rating by teachers", Tables.SCHOOLS, "teacher_score", null, null),
            new Measure("Rating by students", Tables.SCHOOLS, "student_score", null, null));

    Column column() {
        return table.column(source);
    }

    Kind kind() {
        return column().kind();
    }
}
